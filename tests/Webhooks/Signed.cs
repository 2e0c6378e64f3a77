using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Hotline.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hotline.Tests.Webhooks;

/// <summary>A request to a door, with a signature made the plain way, as the providers' pages tell it.</summary>
internal sealed record Signed(WebhookKind Kind, string Target, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string Origin = "https://hotline.example.org";
    public const string Token = "a4f1c0d2e3b4a5968778695a4b3c2d1e";
    public const string NextToken = "b5e2d1c3f4a5b6978869786a5b4c3d2f";
    public const string OldToken = "c6d3e2b4a5f6c7a8977a897b6c5d4e3a";
    public const string Account = "AC0123456789abcdef0123456789abcdef";
    public const string SomlengAccount = "0b5e7d1c-6a55-4b55-9c0e-1f2a3b4c5d6e";

    public ProviderKind Provider { get; init; }

    public int Step { get; init; }

    /// <summary>What is sent in the header; null for no header.</summary>
    public string? Header { get; init; }

    public string Method { get; init; } = "POST";

    public string ContentType { get; init; } = "application/x-www-form-urlencoded; charset=UTF-8";

    public Signed Sign(string token = Token, string origin = Origin) => this with { Header = Signature(token, origin + Target, Fields) };

    public Signed With(string name, string value) =>
        this with { Fields = [.. Fields.Select(field => field.Key == name ? KeyValuePair.Create(name, value) : field)] };

    public Signed Without(string name) => this with { Fields = [.. Fields.Where(field => field.Key != name)] };

    public Signed Plus(string name, string value) => this with { Fields = [.. Fields, KeyValuePair.Create(name, value)] };

    public string? Value(string name) => Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>Names and values as they are signed. Only for forms without repeated names.</summary>
    public string Text => string.Concat(Fields.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value));

    public byte[] Body => Encoding.ASCII.GetBytes(
        string.Join('&', Fields.Select(pair => Encode(pair.Key) + "=" + Encode(pair.Value))));

    public static DoorSettings Settings(ProviderKind provider) =>
        new(Origin, provider, provider == ProviderKind.Twilio ? Account : SomlengAccount, [Token, NextToken], KnownParameters.BuiltIn);

    public static string Signature(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder(url);
        foreach (var name in fields.GroupBy(field => field.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            foreach (string value in name.Select(field => field.Value).Distinct().Order(StringComparer.Ordinal))
                text.Append(name.Key).Append(value);
        return Hash(token, text.ToString());
    }

    [SuppressMessage("Security", "CA5350", Justification = "The provider's protocol.")]
    public static string Hash(string token, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));

    private static string Encode(string text) => UrlEncoder.Default.Encode(text).Replace("%20", "+", StringComparison.Ordinal);

    public WebhookResult Read() => Read(Body);

    public WebhookResult Read(byte[] body)
    {
        var http = new DefaultHttpContext();
        var request = http.Features.Get<IHttpRequestFeature>()!;
        request.Method = Method;
        request.RawTarget = Target;
        request.Body = new MemoryStream(body);
        request.Headers.Host = "evil.example";
        request.Headers["X-Forwarded-Host"] = "evil.example";
        request.Headers["X-Forwarded-Proto"] = "http";
        request.Headers.ContentType = ContentType;
        if (Header is not null)
            request.Headers["X-Twilio-Signature"] = Header;
        return WebhookDoor.Read(http, Kind, Step, Settings(Provider)).AsTask().GetAwaiter().GetResult();
    }
}
