namespace Hotline.Localization.Khmer;

/// <summary>Which Khmer code points are what (Unicode chapter 16.4 and Unicode Technical Note 61).</summary>
internal static class KhmerLetters
{
    /// <summary>The sign that hangs the next consonant under the one before.</summary>
    public const char Coeng = '\u17D2';

    /// <summary>A consonant or independent vowel, 51 code points from U+1780.</summary>
    public static bool IsLetter(char c) => c is >= '\u1780' and <= '\u17B3';

    /// <summary>What marks can hang on: a letter, or the dotted circle that stands for one.</summary>
    public static bool IsBase(char c) => IsLetter(c) || c == '\u25CC';

    /// <summary>Vowels, shifters and signs after a base, the coeng left out.</summary>
    public static bool IsMark(char c) => c is >= '\u17B6' and <= '\u17D1';

    /// <summary>Anything that is drawn as part of Khmer text, the full stops and the currency sign left out.</summary>
    public static bool IsWordPart(char c) => c is >= '\u1780' and <= '\u17D3' or '\u17DC' or '\u17DD';
}
