using Hotline.Functions.Keys;

namespace Hotline.Functions.Sending;

/// <summary>Our own name for a text or a call, as it stands in callback addresses: opaque, and the same again for the same to-do.</summary>
public static class SentId
{
    /// <summary>22 characters of Base64Url.</summary>
    private const int Length = 22;

    public static string Of(Pseudonyms pseudonyms, string kind, string id, int nth) => pseudonyms.OfTurn(Text(kind, id, nth));

    /// <summary>Under each key it may have gone out with, newest first.</summary>
    public static IReadOnlyList<string> Each(Pseudonyms pseudonyms, string kind, string id, int nth) => pseudonyms.OfTurnByEachKey(Text(kind, id, nth));

    public static bool IsOne(string id) => id.Length == Length && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Text(string kind, string id, int nth) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sent:{kind}:{id}:{nth}");
}
