namespace Hotline.Localization.Khmer;

/// <summary>
/// Where a Khmer text may be cut: a base with all that hangs on it is one cluster. Not StringInfo: .NET 10 parts subscripts
/// from their base (dotnet/runtime issue 111546), and other platforms change with their ICU.
/// </summary>
public static class KhmerClusters
{
    /// <summary>The clusters one after the other; together they are the whole text. A loop over them does not allocate.</summary>
    public static ClusterRanges Of(string text) => new(text);

    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i = End(text, i))
            count++;
        return count;
    }

    /// <summary>Whether a cut before <paramref name="index"/> parts no cluster; both ends are boundaries, places outside the text are not.</summary>
    public static bool IsBoundary(string text, int index)
    {
        if (index <= 0 || index >= text.Length)
            return index == 0 || index == text.Length;
        var start = index;
        while (start > 0 && MayContinue(text[start - 1], text[start]))
            start--;
        while (start < index)
            start = End(text, start);
        return start == index;
    }

    /// <summary>The end of the cluster that begins at <paramref name="start"/>.</summary>
    internal static int End(ReadOnlySpan<char> text, int start)
    {
        var c = text[start];
        var i = start + 1;
        if (!KhmerLetters.IsBase(c))
            return i < text.Length && IsPair(c, text[i]) ? i + 1 : i;
        while (i < text.Length)
        {
            if (IsAttached(text[i]))
                i++;
            else if (text[i] == KhmerLetters.Coeng)
                i += i + 1 < text.Length && KhmerLetters.IsLetter(text[i + 1]) ? 2 : 1;
            else
                break;
        }
        return i;
    }

    private static bool MayContinue(char before, char c) =>
        IsAttached(c) || c == KhmerLetters.Coeng || (before == KhmerLetters.Coeng && KhmerLetters.IsLetter(c)) || IsPair(before, c);

    /// <summary>Marks, and the two joiners that some keyboards put inside a syllable.</summary>
    private static bool IsAttached(char c) => c is (>= '\u17B4' and <= '\u17D1') or '\u17D3' or '\u17DD' or '\u200C' or '\u200D';

    private static bool IsPair(char c, char next) => char.IsSurrogatePair(c, next) || (c == '\r' && next == '\n');
}
