namespace Hotline.Localization.Khmer;

/// <summary>
/// Puts the parts of each syllable into one order (Unicode Technical Note 61): base, robat, subscripts with ro last, shifter,
/// vowel, signs, finals; each once. Senders cannot see their own order: phones draw all orders alike.
/// </summary>
internal static class SyllableOrder
{
    private const char Robat = '\u17CC';
    private const char FirstMark = '\u17B6';

    /// <summary>Shifters, then vowels with e first, then signs, then the two finals. Robat stands right after the base.</summary>
    private const string MarksInOrder =
        "\u17C9\u17CA\u17C1\u17B6\u17B7\u17B8\u17B9\u17BA\u17BB\u17BC\u17BD\u17BE\u17BF\u17C0\u17C2\u17C3\u17C4\u17C5\u17C6\u17CB\u17CD\u17CE\u17CF\u17D0\u17D1\u17C7\u17C8";

    /// <summary>Writes the arranged text, never longer than the given one; returns its length.</summary>
    public static int Arrange(ReadOnlySpan<char> text, Span<char> into)
    {
        Span<char> under = stackalloc char[52];
        int i = 0, o = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var hasBase = KhmerLetters.IsBase(c);
            if (!hasBase && !KhmerLetters.IsMark(c) && c != KhmerLetters.Coeng)
            {
                into[o++] = c;
                i++;
                continue;
            }
            if (hasBase)
            {
                into[o++] = c;
                i++;
            }
            var marks = Collect(text, ref i, hasBase, under, out var subscripts);
            o += Write(into[o..], marks, under[..subscripts]);
        }
        return o;
    }

    private static uint Collect(ReadOnlySpan<char> text, ref int i, bool hasBase, Span<char> under, out int subscripts)
    {
        uint marks = 0;
        ulong seen = 0;
        subscripts = 0;
        var afterCoeng = false;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (KhmerLetters.IsMark(c))
                marks |= Bit(c);
            else if (c == KhmerLetters.Coeng)
                afterCoeng = true;
            else if (afterCoeng && hasBase && KhmerLetters.IsLetter(c))
            {
                // Subscript da and ta are drawn alike.
                var letter = c == '\u178A' ? '\u178F' : c;
                if ((seen & (1UL << (letter - '\u1780'))) == 0)
                    under[subscripts++] = letter;
                seen |= 1UL << (letter - '\u1780');
                afterCoeng = false;
            }
            else
                break;
        }
        return Vowels(marks);
    }

    private static int Write(Span<char> into, uint marks, ReadOnlySpan<char> under)
    {
        const char ro = '\u179A';
        var o = 0;
        if ((marks & Bit(Robat)) != 0)
            into[o++] = Robat;
        foreach (var letter in under)
            if (letter != ro)
                (into[o], into[o + 1], o) = (KhmerLetters.Coeng, letter, o + 2);
        if (under.Contains(ro))
            (into[o], into[o + 1], o) = (KhmerLetters.Coeng, ro, o + 2);
        if (marks != 0)
            foreach (var mark in MarksInOrder)
                if ((marks & Bit(mark)) != 0)
                    into[o++] = mark;
        return o;
    }

    /// <summary>The vowels that are drawn like two others become one: e+ii = oe, e+aa = oo.</summary>
    private static uint Vowels(uint marks)
    {
        const char e = '\u17C1', aa = '\u17B6', ii = '\u17B8', oe = '\u17BE', oo = '\u17C4';
        if ((marks & Bit(e)) == 0)
            return marks;
        if ((marks & Bit(ii)) != 0)
            return (marks & ~(Bit(e) | Bit(ii))) | Bit(oe);
        if ((marks & Bit(aa)) != 0)
            return (marks & ~(Bit(e) | Bit(aa))) | Bit(oo);
        return (marks & (Bit(oe) | Bit(oo))) != 0 ? marks & ~Bit(e) : marks;
    }

    private static uint Bit(char mark) => 1u << (mark - FirstMark);
}
