using System.Globalization;

namespace Hotline.Localization.Khmer;

/// <summary>The steps that look at one character at a time: drop what cannot be seen, replace what is deprecated, digits to ASCII.</summary>
internal static class CharacterFolding
{
    /// <summary>The longest replacement: U+17D8 becomes three characters.</summary>
    public const int Growth = 3;

    /// <summary>Writes the folded text to <paramref name="into"/>, at least three times as long; <paramref name="foreign"/> says whether anything but ASCII and Khmer is left.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into, out bool foreign)
    {
        foreign = false;
        var o = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
                into[o++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            else if (c is >= '\u1780' and <= '\u17FF')
                o += Khmer(c, into[o..]);
            else if (IsDropped(c))
                continue;
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
                into[o++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
            else
            {
                foreign = true;
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    into[o++] = c;
                    into[o++] = text[++i];
                }
                else
                {
                    // string.Normalize throws on lone surrogates and on U+FFFE.
                    into[o++] = char.IsSurrogate(c) || c == '\uFFFE' ? '\uFFFD' : char.ToLowerInvariant(c);
                }
            }
        }
        return o;
    }

    private static int Khmer(char c, Span<char> into)
    {
        switch (c)
        {
            case '\u17B4' or '\u17B5':
                return 0;
            case '\u17A4':
                (into[0], into[1]) = ('\u17A2', '\u17B6');
                return 2;
            case '\u17A8':
                (into[0], into[1]) = ('\u17A7', '\u1780');
                return 2;
            case '\u17D8':
                (into[0], into[1], into[2]) = ('\u17D4', '\u179B', '\u17D4');
                return 3;
        }
        into[0] = c switch
        {
            '\u17A3' => '\u17A2',
            '\u17B2' => '\u17B1',
            '\u17D3' => '\u17C6',
            // Before any NFC: its combining class would carry it between a coeng and the consonant.
            '\u17DD' => '\u17D1',
            >= '\u17E0' and <= '\u17E9' => (char)(c - '\u17E0' + '0'),
            >= '\u17F0' and <= '\u17F9' => (char)(c - '\u17F0' + '0'),
            _ => c,
        };
        return 1;
    }

    /// <summary>Zero-width and direction characters, variation selectors, and the box of a keycap emoji (so that "1" in a box is 1).</summary>
    private static bool IsDropped(char c) => c is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\u20E3' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF';
}
