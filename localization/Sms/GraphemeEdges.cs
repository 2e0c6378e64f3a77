using System.Globalization;
using System.Text;

namespace Hotline.Localization.Sms;

/// <summary>
/// Where the carrier's calculator sees a character end (Unicode 10 extended graphemes: a subscript consonant starts a new one).
/// Own code because .NET's and ICU's answers for Khmer change with their version, and a bill must not.
/// Not followed, since nothing here writes them: loose Hangul jamo, Arabic number signs, spacing Burmese vowels.
/// </summary>
internal static class GraphemeEdges
{
    private const int Joiner = 0x200D;

    public static bool IsBoundary(ReadOnlySpan<char> text, int index)
    {
        // Nothing below the combining diacritics joins to its left; CR LF is two characters in GSM 03.38.
        if (index <= 0 || index >= text.Length || text[index] < '\u0300')
            return true;
        if (char.IsSurrogatePair(text[index - 1], text[index]))
            return false;
        if (!Decoded(text[..index], text[index..], out var before, out var next) || IsControl(before))
            return true;
        if (Extends(next))
            return false;
        if (before.Value == Joiner)
            return Rune.GetUnicodeCategory(next) != UnicodeCategory.OtherSymbol;
        return !(IsFlagHalf(next) && OddFlagHalvesBefore(text[..index]));
    }

    private static bool Decoded(ReadOnlySpan<char> left, ReadOnlySpan<char> right, out Rune before, out Rune next)
    {
        var fromLeft = Rune.DecodeLastFromUtf16(left, out before, out _);
        var fromRight = Rune.DecodeFromUtf16(right, out next, out _);
        return fromLeft == System.Buffers.OperationStatus.Done && fromRight == System.Buffers.OperationStatus.Done;
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or Joiner) and not (>= 0xE0020 and <= 0xE007F),
        _ => false,
    };

    private static bool Extends(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        _ => rune.Value is 0x200C or Joiner or 0x0E33 or 0x0EB3 or 0xFF9E or 0xFF9F
            or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F),
    };

    private static bool IsFlagHalf(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool OddFlagHalvesBefore(ReadOnlySpan<char> left)
    {
        var halves = 0;
        while (Rune.DecodeLastFromUtf16(left, out var rune, out var used) == System.Buffers.OperationStatus.Done && IsFlagHalf(rune))
        {
            halves++;
            left = left[..^used];
        }
        return halves % 2 == 1;
    }
}
