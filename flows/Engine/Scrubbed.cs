using System.Text;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Engine;

/// <summary>A sentence that an editor may read: digits of any script, addresses and handles are taken out of it.</summary>
internal static class Scrubbed
{
    /// <summary>Of a long story the rest is nobody's question.</summary>
    private const int Longest = 300;

    public static string Of(string text)
    {
        var scrubbed = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var word in KhmerText.Normalize(text[..Math.Min(text.Length, Longest)]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            scrubbed.Append(scrubbed.Length > 0 ? " " : "").Append(word.AsSpan().ContainsAny("@/\\") ? "…" : Digits(word));
        return scrubbed.ToString();
    }

    private static string Digits(string word) => string.Concat(word.Select(c => char.IsDigit(c) ? '#' : char.IsSurrogate(c) ? '…' : c));
}
