namespace Hotline.Localization.Sms;

/// <summary>
/// Where a text may be cut without tearing what a reader sees as one letter: graphemes, and a Khmer base with all its marks
/// and subscripts (coeng U+17D2 and the base after it), which grapheme rules before Unicode 15.1 tear.
/// </summary>
internal static class ClusterEdges
{
    private const char Coeng = '\u17D2';

    public static bool IsBoundary(ReadOnlySpan<char> text, int index)
    {
        if (index <= 0 || index >= text.Length)
            return true;
        return !(text[index - 1] == Coeng && text[index] is >= '\u1780' and <= '\u17B3')
            && GraphemeEdges.IsBoundary(text, index);
    }
}
