namespace Hotline.Localization.Sms;

/// <summary>
/// Cuts a text into messages that are sent one by one. A cut falls after a sentence; else at a space; else between clusters;
/// phone numbers, Latin words and ។ល។ are torn only when nothing else is left.
/// </summary>
public static class SmsCut
{
    private const string SentenceEnds = "។៕?!";
    private const string NeverFirst = "។៕ៗ៖?!,.:;)]}»”’%";

    private enum Fit { None, Torn, Misplaced, Split, Cluster, Space, Sentence }

    /// <param name="text">Already cleaned (<see cref="SmsText.Clean"/>); empty gives no parts.</param>
    /// <param name="maxUnits">Per part: septets when the whole text is GSM-7, else UTF-16 units. At least 2.</param>
    /// <returns>Parts in order, none over the limit, none empty. Only spaces and newlines at a cut are dropped.
    /// A cluster longer than <paramref name="maxUnits"/> cannot be kept whole and is the one thing that is torn.</returns>
    public static IReadOnlyList<string> Into(string text, int maxUnits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxUnits, 2);
        var parts = new List<string>();
        var gsm = Gsm7.Covers(text);
        for (var start = 0; start < text.Length;)
        {
            var reach = Reach(text, start, maxUnits, gsm);
            var end = reach == text.Length ? reach : BestCut(text, start, reach);
            var part = reach == text.Length ? text[start..] : text[start..end].TrimEnd(' ', '\n');
            if (part.Length > 0)
                parts.Add(part);
            start = SkipBlanks(text, end);
        }
        return parts;
    }

    private static int Reach(string text, int start, int maxUnits, bool gsm)
    {
        if (!gsm)
            return Math.Min(text.Length, start + maxUnits);
        var at = start;
        for (var used = 0; at < text.Length; at++)
        {
            used += Gsm7.Septets(text[at]);
            if (used > maxUnits)
                break;
        }
        return at;
    }

    private static int BestCut(string text, int start, int reach)
    {
        var (best, cut) = (Fit.None, reach);
        for (var at = reach; at > start && best < Fit.Sentence; at--)
            if (FitAt(text, at) is var fit && fit > best)
                (best, cut) = (fit, at);
        return cut;
    }

    private static Fit FitAt(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (!ClusterEdges.IsBoundary(text, at))
            return char.IsSurrogatePair(before, after) ? Fit.None : Fit.Torn;
        var first = SkipBlanks(text, at);
        if (first < text.Length && NeverFirst.Contains(text[first], StringComparison.Ordinal))
            return Fit.Misplaced;
        if (EndsSentence(text, at))
            return Fit.Sentence;
        if (before == ' ' || after == ' ')
            return BetweenDigits(text, at, first) ? Fit.Split : Fit.Space;
        return InsideEtCetera(text, at) || (IsDigitOrLatin(before) && IsDigitOrLatin(after)) ? Fit.Split : Fit.Cluster;
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] == '\n' || text[at - 1] == '\n' || (text[at - 1] == '.' && text[at] == ' ')
        || (SentenceEnds.Contains(text[at - 1], StringComparison.Ordinal) && !InsideEtCetera(text, at));

    private static bool InsideEtCetera(string text, int at) =>
        string.CompareOrdinal(text, at - 1, "។ល។", 0, 3) == 0 || (at >= 2 && string.CompareOrdinal(text, at - 2, "។ល។", 0, 3) == 0);

    // "012 311 112" across two messages is a wrong number for whoever gets only one of them.
    private static bool BetweenDigits(string text, int at, int first)
    {
        var last = at - 1;
        while (last >= 0 && text[last] == ' ')
            last--;
        return last >= 0 && first < text.Length && IsDigit(text[last]) && IsDigit(text[first]);
    }

    private static bool IsDigit(char character) => char.IsAsciiDigit(character) || character is >= '០' and <= '៩';

    private static bool IsDigitOrLatin(char character) => IsDigit(character) || char.IsAsciiLetter(character);

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\n')
            at++;
        return at;
    }
}
