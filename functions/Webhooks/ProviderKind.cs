namespace Hotline.Functions.Webhooks;

/// <summary>Whose dialect a webhook speaks: the shapes of its identifiers and numbers, and the fields it always sends.</summary>
public enum ProviderKind
{
    Twilio,
    Somleng,
}
