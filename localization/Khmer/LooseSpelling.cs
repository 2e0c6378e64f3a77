using System.Text;

namespace Hotline.Localization.Khmer;

/// <summary>What <see cref="KhmerText.Loose"/> does to each character.</summary>
internal static class LooseSpelling
{
    private const char Dropped = '\0';

    public static string Of(string normalized)
    {
        if (!normalized.AsSpan().ContainsAnyInRange('\u1780', '\u17D1'))
            return normalized;
        var loose = new StringBuilder(normalized.Length);
        foreach (var c in normalized)
        {
            var kept = Fold(c);
            if (kept != Dropped)
                loose.Append(kept);
        }
        // "give", written by sound and by the book.
        return loose.Replace("\u17A2\u17C4\u1799", "\u17B1\u17D2\u1799").ToString();
    }

    private static char Fold(char c) => c switch
    {
        >= '\u17C9' and <= '\u17D1' => Dropped,
        '\u17C8' => '\u17C7',
        '\u17B7' or '\u17B9' or '\u17BA' => '\u17B8',
        '\u17BC' => '\u17BB',
        _ => c,
    };
}
