using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>The provider: signs for the public address and posts to the loopback one.</summary>
internal sealed class Carrier : IDisposable
{
    public const string Line = "+85512000000";

    private readonly HttpClient http;

    public Carrier(string address) =>
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromSeconds(20),
        };

    public Uri Address => http.BaseAddress!;

    public static string Sid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A Cambodian number that nobody has had before in this run.</summary>
    public static string Number() => "+8551" + RandomNumberGenerator.GetInt32(10_000_000, 99_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Signed Sms(string from, string body, string? sid = null, string to = Line)
    {
        sid ??= Sid("SM");
        return Form(WebhookKind.Sms, "/sms",
            ("ToCountry", "KH"), ("SmsMessageSid", sid), ("NumMedia", "0"), ("SmsSid", sid), ("SmsStatus", "received"), ("FromCity", ""), ("Body", body),
            ("FromCountry", "KH"), ("To", to), ("NumSegments", "1"), ("MessageSid", sid), ("AccountSid", Signed.Account), ("From", from), ("ApiVersion", "2010-04-01"));
    }

    public static Signed Call(string from, string call, string path = "/call", string status = "in-progress", params (string, string)[] more) => Form(WebhookKind.Call, path,
        [("Called", Line), ("Caller", from), ("From", from), ("To", Line), ("CallSid", call), ("Direction", "inbound"), ("AccountSid", Signed.Account),
         ("ApiVersion", "2010-04-01"), ("CallStatus", status), .. more]);

    public static Signed Recording(string call, string recording) => Form(WebhookKind.Recording, "/recording",
        ("RecordingSource", "RecordVerb"), ("RecordingSid", recording), ("RecordingUrl", RecordingAddress(recording)), ("RecordingStatus", "completed"),
        ("RecordingChannels", "1"), ("CallSid", call), ("AccountSid", Signed.Account), ("RecordingDuration", "12"));

    public static Signed Delivery(string to, string sid) => Form(WebhookKind.Delivery, "/delivery",
        ("SmsSid", sid), ("SmsStatus", "delivered"), ("MessageStatus", "delivered"), ("To", to), ("MessageSid", sid), ("AccountSid", Signed.Account),
        ("From", Line), ("ApiVersion", "2010-04-01"));

    public static string RecordingAddress(string recording) => $"https://api.twilio.com/2010-04-01/Accounts/{Signed.Account}/Recordings/{recording}";

    public Task<Heard> Text(string from, string body, string? sid = null) => Post(Sms(from, body, sid));

    public Task<Heard> Post(Signed request) => Post(request.Target, request.Body, request.Header, request.ContentType, request.Method);

    public async Task<Heard> Post(string target, byte[] body, string? signature, string contentType = "application/x-www-form-urlencoded; charset=UTF-8", string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(http.BaseAddress!.ToString().TrimEnd('/') + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        using var answer = await http.SendAsync(request);
        return new Heard((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task<HttpStatusCode> Health()
    {
        using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static Signed Form(WebhookKind kind, string target, params (string Name, string Value)[] fields) =>
        new Signed(kind, target, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]).Sign();
}
