using Hotline.Localization.Khmer;
using Hotline.Localization.Sms;
using Hotline.Localization.Tips;

namespace Hotline.Flows.Checking;

/// <summary>A tip goes to thousands of phones that others hold too: harmless to read, within its cost, and nothing in it that gets old unseen.</summary>
internal static class TipRules
{
    /// <summary>Two at most: a longer one is read by nobody, and costs everybody.</summary>
    private const int MostSegments = 2;

    /// <summary>A telephone number or a price; both are verified elsewhere and may be wrong by tomorrow.</summary>
    private const int DigitsInARow = 3;

    public static IEnumerable<Finding> All(CheckContext context) => (context.Tips?.All ?? []).SelectMany(tip => OfTip(context, tip).Select(sentence => new Finding(TipBook.File, tip.Id, sentence)));

    private static IEnumerable<string> OfTip(CheckContext context, Tip tip)
    {
        foreach (var (language, text) in new[] { ("km", tip.Text.Km), ("en", tip.Text.En) })
            foreach (var sentence in OfText(context, tip, language, text))
                yield return sentence;
        if (Scripts.Of(tip.Text.Km) != Script.Khmer || Scripts.Of(tip.Text.En) != Script.Latin)
            yield return "its \"km\" has to be in Khmer script and its \"en\" in Latin letters";
        if (tip.Segments is < 1 or > MostSegments || (tip.Segments > 1 && string.IsNullOrWhiteSpace(tip.Why)))
            yield return $"\"segments\" is 1, or {MostSegments} with its reason in \"why\"";
        if (tip.Expires <= tip.Checked)
            yield return "\"expires\" has to be after \"checked\"";
        foreach (var month in tip.Months.Where(month => month is < 1 or > 12))
            yield return $"{month} is no month";
        foreach (var province in tip.Provinces.Where(code => context.Phrases.Reader.Places.Provinces.All(known => known.Code != code)))
            yield return $"\"{province}\" is no province: two digits, 01 to 25";
        foreach (var interest in tip.Interests.Where(interest => !TipInterest.All.Contains(interest)))
            yield return $"\"{interest}\" is no interest; they are {string.Join(", ", TipInterest.All)}";
        if (tip.Word is { } word && context.Phrases.Campaign(word) is null)
            yield return $"\"{word}\" is no word of campaigns.json, so nobody would count who answers with it";
    }

    private static IEnumerable<string> OfText(CheckContext context, Tip tip, string language, string text)
    {
        var size = SmsSegments.Measure(text);
        if (size.Segments > tip.Segments)
            yield return $"in \"{language}\" it is {size.Units} units, {size.Segments} segments, and {tip.Segments} may be used";
        if (SmsText.Clean(text) != text || text.Trim() != text || text.Contains('\n', StringComparison.Ordinal))
            yield return $"in \"{language}\" it holds something that cannot be seen, or begins or ends with a space";
        if (text.Contains('{', StringComparison.Ordinal))
            yield return $"in \"{language}\" it has a brace, and nothing fills a tip";
        if (LinkIn(text))
            yield return $"in \"{language}\" it holds a link or an address: whoever presses it leaves a trace";
        if (LongNumberIn(text))
            yield return $"in \"{language}\" it gives a number of {DigitsInARow} digits or more: numbers to call stand in emergency-numbers.json, and prices change";
        var words = KhmerText.Normalize(text).ToLowerInvariant();
        foreach (var sensitive in context.Sensitive.GetValueOrDefault(language, []).Where(word => words.Contains(word, StringComparison.Ordinal)))
            yield return $"in \"{language}\" it says \"{sensitive}\", and anyone may read it";
        foreach (var promising in context.Promising?.GetValueOrDefault(language, []).Where(word => words.Contains(word, StringComparison.Ordinal)) ?? [])
            yield return $"in \"{language}\" \"{promising}\" sounds like a promise, and a tip keeps none";
        if (tip.Word is { } answer && !words.Contains(KhmerText.Normalize(answer).ToLowerInvariant(), StringComparison.Ordinal))
            yield return $"in \"{language}\" it does not say its word \"{answer}\"";
    }

    private static bool LinkIn(string text)
    {
        if (text.AsSpan().ContainsAny('/', '@', '\\') || text.Contains("www", StringComparison.OrdinalIgnoreCase))
            return true;
        // "example.org": a dot between letters, where a sentence has a space behind it.
        for (var i = 1; i + 1 < text.Length; i++)
            if (text[i] == '.' && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1]))
                return true;
        return false;
    }

    private static bool LongNumberIn(string text)
    {
        var inARow = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c) || c is >= '\u17E0' and <= '\u17E9')
            {
                if (++inARow == DigitsInARow)
                    return true;
            }
            // A number written in groups is a number.
            else if (c is not (' ' or '-'))
            {
                inARow = 0;
            }

        return false;
    }
}
