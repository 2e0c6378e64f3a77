using System.Globalization;
using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>
/// A normalised text with spaces, punctuation and repeat signs taken out ("ot te" and "otte" are one), and the places where a
/// word may begin or end: every cluster in Khmer, only gaps and changes of script elsewhere.
/// </summary>
internal sealed class Phrase
{
    private const byte Edge = 1, Space = 2, Stop = 4;

    private readonly byte[] edges;

    private Phrase(string key, byte[] edges) => (Key, this.edges) = (key, edges);

    public string Key { get; }

    public bool IsEdge(int at) => edges[at] != 0;

    public bool IsSpace(int at) => (edges[at] & Space) != 0;

    /// <summary>A sentence ends here: no word goes across, and no negation reaches over it.</summary>
    public bool IsStop(int at) => (edges[at] & Stop) != 0;

    public static Phrase Of(string normalized)
    {
        var key = new char[normalized.Length];
        var edges = new byte[normalized.Length + 1];
        var length = 0;
        for (var i = 0; i < normalized.Length; i++)
        {
            var c = normalized[i];
            var gap = Gap(normalized, i);
            if (gap is { } found)
            {
                edges[length] |= found;
                continue;
            }
            if (length == 0 || IsWordStart(key[length - 1], c))
                edges[length] |= Edge;
            key[length++] = c;
        }
        edges[length] |= Edge;
        return new Phrase(new string(key, 0, length), edges);
    }

    /// <summary>What leaving this character out leaves behind (0: nothing), or null when it stays.</summary>
    private static byte? Gap(string text, int i)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c) || KhmerLetters.IsWordPart(c))
            return null;
        switch (c)
        {
            case ' ' or '\t' or '-' or '\u17DB':
                return Space;
            case '\'' or '\u2019' or '\u2018' or '`' or '\u17D7':
                return 0;
            case ',' or '.' when GroupMark.IsAt(text, i):
                return 0;
        }
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol => Space,
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => Stop,
            _ => null,
        };
    }

    private static bool IsWordStart(char before, char c)
    {
        var khmer = KhmerLetters.IsWordPart(c);
        if (khmer && KhmerLetters.IsWordPart(before))
            return !KhmerLetters.IsMark(c) && c != KhmerLetters.Coeng && before != KhmerLetters.Coeng;
        return khmer != KhmerLetters.IsWordPart(before) || char.IsAsciiDigit(c) != char.IsAsciiDigit(before);
    }
}
