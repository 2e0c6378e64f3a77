using System.Globalization;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>What a number in a question tells: an age below 18, an amount of money, or nothing.</summary>
internal readonly struct AgeWords(Lexicon lexicon, Phrase phrase)
{
    private const long YoungestAsking = 8, Adult = 18, SmallestAmount = 100, LargestAmount = 1_000_000;

    private static readonly string[] YearsBehind = ["ឆ្នាំ", "chnam", "year", "yrs", "yo"];
    private static readonly string[] AgeBefore = ["iam", "im", "aged", "ayu", "ayuk", "only"];

    public (List<int>? Meaning, int End) At(int start, Concept? conceptBefore)
    {
        var key = phrase.Key;
        var end = start;
        while (end < key.Length && char.IsAsciiDigit(key[end]))
            end++;
        if (!long.TryParse(key.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (null, end);
        if (number is >= YoungestAsking and < Adult && IsAge(start, end, conceptBefore))
            return ([lexicon.Index(Lexicon.Young)], end);
        return number is >= SmallestAmount and <= LargestAmount ? ([lexicon.Index(Lexicon.Amount)], end) : (null, end);
    }

    private bool IsAge(int start, int end, Concept? conceptBefore)
    {
        if (conceptBefore?.Name == Lexicon.Age)
            return true;
        var key = phrase.Key;
        foreach (var word in YearsBehind)
            if (key.AsSpan(end).StartsWith(word, StringComparison.Ordinal))
                return true;
        foreach (var word in AgeBefore)
            if (key.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}
