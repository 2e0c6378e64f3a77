using Hotline.Localization.Khmer;

namespace Hotline.Localization.Answers;

/// <summary>
/// The consonants of a Khmer word, those that sound alike made one: what is left of a word when its vowels, signs and silent
/// letters are misspelt. The two series differ only by the vowel, which is what people get wrong.
/// </summary>
internal static class KhmerSkeleton
{
    /// <summary>Below this unlike words share one.</summary>
    public const int Fewest = 4;

    /// <summary>The consonant's class, or NUL for what is no consonant.</summary>
    public static char Of(char c) => c switch
    {
        '\u1782' => '\u1780', // ko
        '\u1783' => '\u1781', // kho
        '\u1787' => '\u1785', // cho
        '\u1788' => '\u1786', // chho
        '\u178A' or '\u178C' or '\u1791' => '\u178F', // da, do, to: ta
        '\u178B' or '\u178D' or '\u1792' => '\u1790', // ttha, ttho, tho: tha
        '\u178E' => '\u1793', // nno
        '\u1796' => '\u1794', // po
        '\u1797' => '\u1795', // pho
        '\u17A1' => '\u179B', // la
        '\u179D' or '\u179E' => '\u179F', // sha, sso
        >= '\u1780' and <= '\u17A2' => c,
        _ => '\0',
    };

    /// <summary>The skeleton of a word, doubled letters once.</summary>
    public static string OfWord(ReadOnlySpan<char> word)
    {
        Span<char> kept = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
            if (Of(c) is var sound and not '\0' && (length == 0 || kept[length - 1] != sound))
                kept[length++] = sound;
        return new string(kept[..length]);
    }

    public static bool IsKhmer(char c) => KhmerLetters.IsWordPart(c);
}
