namespace Hotline.Localization.Sms;

/// <summary>
/// What a text costs as an SMS. Limits: 3GPP TS 23.040 9.2.3.24.1 (160/153 septets, 70/67 UTF-16 units). Counts agree with the
/// carrier's public calculator (npm sms-segments-calculator), except that an empty text is 0 segments: it is not sent.
/// </summary>
public static class SmsSegments
{
    public const int GsmSingle = 160, GsmPart = 153, Ucs2Single = 70, Ucs2Part = 67;

    public static SmsSize Measure(string text)
    {
        if (text.Length == 0)
            return new(SmsEncoding.Gsm7, 0, 0);
        if (!Gsm7.Covers(text))
            return new(SmsEncoding.Ucs2, text.Length, text.Length <= Ucs2Single ? 1 : Ucs2Parts(text));
        var septets = Gsm7.Septets(text);
        return new(SmsEncoding.Gsm7, septets, septets <= GsmSingle ? 1 : GsmParts(text));
    }

    // An escape and the character behind it stay in one part, so a part may hold 152 septets.
    private static int GsmParts(ReadOnlySpan<char> text)
    {
        int parts = 1, used = 0;
        foreach (var character in text)
        {
            var septets = Gsm7.Septets(character);
            if (used + septets > GsmPart)
                (parts, used) = (parts + 1, 0);
            used += septets;
        }
        return parts;
    }

    // A grapheme stays in one part, so length/67 is only a lower bound: 40 times a five-unit cluster is 200 units and 4 parts.
    private static int Ucs2Parts(ReadOnlySpan<char> text)
    {
        int parts = 1, used = 0, start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (!GraphemeEdges.IsBoundary(text, end))
                continue;
            var units = end - start;
            start = end;
            if (used + units > Ucs2Part && used > 0)
                (parts, used) = (parts + 1, 0);
            used += units;
            // No phone shows a grapheme longer than a part; the network tears it, and bills it so.
            for (; used > Ucs2Part; used -= Ucs2Part)
                parts++;
        }
        return parts;
    }
}
