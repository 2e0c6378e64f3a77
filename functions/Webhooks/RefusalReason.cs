namespace Hotline.Functions.Webhooks;

/// <summary>The closed list of words that say why a webhook was refused. A log may hold these and nothing of the request.</summary>
public static class RefusalReason
{
    public const string Method = "method";
    public const string ContentType = "content-type";
    public const string Length = "length";
    public const string Unread = "unread";
    public const string Form = "form";
    public const string Target = "target";
    public const string Unsigned = "unsigned";
    public const string Signature = "signature";

    public const string Repeated = "repeated";
    public const string Name = "name";
    public const string Boundary = "boundary";
    public const string Speech = "speech";
    public const string Missing = "missing";
    public const string Account = "account";
    public const string Version = "version";
    public const string Sid = "sid";
    public const string From = "from";
    public const string To = "to";
    public const string Body = "body";
    public const string Media = "media";
    public const string Digits = "digits";
    public const string Direction = "direction";
    public const string State = "state";
    public const string Recording = "recording";
}
