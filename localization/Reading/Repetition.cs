namespace Hotline.Localization.Reading;

/// <summary>"no no" and "help help help" say what the word says once.</summary>
internal static class Repetition
{
    /// <summary>The end of the first copy when the part is one word written two or three times, else the part's own end.</summary>
    public static int Once(Phrase phrase, int start, int end)
    {
        var part = phrase.Key.AsSpan(start, end - start);
        for (var times = 3; times > 1; times--)
        {
            var size = part.Length / times;
            if (size * times == part.Length && IsCopied(phrase, start, part, size))
                return start + size;
        }
        return end;
    }

    private static bool IsCopied(Phrase phrase, int start, ReadOnlySpan<char> part, int size)
    {
        // Digits are never repeated words: "11" and "1 1" are not "1".
        if (char.IsAsciiDigit(part[0]))
            return false;
        for (var at = size; at < part.Length; at += size)
            if (!phrase.IsEdge(start + at) || !part.Slice(at, size).SequenceEqual(part[..size]))
                return false;
        return true;
    }
}
