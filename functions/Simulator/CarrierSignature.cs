using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Simulator;

/// <summary>
/// X-Twilio-Signature as the sender makes it (twilio.com/docs/usage/security): base64 of HMAC-SHA1 over the URL and the sorted fields. Written apart from
/// the code that checks it, so that a mistake in one is not a mistake in both.
/// </summary>
internal static class CarrierSignature
{
    [SuppressMessage("Security", "CA5350", Justification = "The provider's protocol.")]
    public static string Of(string url, IReadOnlyDictionary<string, string> fields, string token)
    {
        var text = new StringBuilder(url);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
    }
}
