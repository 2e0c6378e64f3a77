using Hotline.Functions.Keys;

namespace Hotline.Functions.Sending;

/// <summary>Our own name for a text or a call, as it stands in callback addresses: opaque, and the same again for the same to-do.</summary>
public static class SentId
{
    /// <summary>22 characters of Base64Url.</summary>
    private const int Length = 22;

    public static string Of(Pseudonyms pseudonyms, string kind, string id, int nth) => pseudonyms.OfTurn(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sent:{kind}:{id}:{nth}"));

    public static bool IsOne(string id) => id.Length == Length && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
