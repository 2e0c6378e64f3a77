using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Flows.CheckIns;

/// <summary>Safe and duress words: long enough, and nothing that the reader understands as anything else.</summary>
internal sealed class AgreedWordCheck(Phrasebook phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> sensitive)
{
    private const int FewestClusters = 3, FewestLetters = 5, Longest = 30;

    /// <summary>Lists that tell a language or guard other lists, and mean nothing by themselves.</summary>
    private static readonly string[] MeanNothing = ["romanised-khmer", "larger-words"];

    public IEnumerable<string> Problems(string name, string word)
    {
        var plain = KhmerText.Normalize(word).Trim();
        var script = Scripts.Of(plain);
        if (plain.Length > Longest)
            yield return $"The {name} has more than {Longest} characters.";
        if (script is not (Script.Khmer or Script.Latin) || !plain.All(c => c == ' ' || char.IsAsciiLetterLower(c) || IsKhmer(c)))
            yield return $"The {name} has to be Khmer or Latin letters, nothing else.";
        else if (AgreedWord.Length(plain) < (script == Script.Khmer ? FewestClusters : FewestLetters))
            yield return $"The {name} is too short: {FewestClusters} Khmer syllables or {FewestLetters} letters.";
        if (sensitive.Values.SelectMany(list => list).Any(told => plain.Contains(told.Trim(), StringComparison.Ordinal)))
            yield return $"The {name} tells what this line is for.";
        if (Meaning(plain) is { } meaning)
            yield return $"The {name} already means something here ({meaning}): take another.";
    }

    /// <summary>Letters and what hangs on them (Unicode, block Khmer), without full stops, digits and the currency sign.</summary>
    private static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17D3';

    /// <summary>What the reader takes the word for, or null.</summary>
    private string? Meaning(string word)
    {
        var reader = phrases.Reader;
        if (reader.YesNo(word) is { } answer)
            return answer;
        if (reader.Number(word) is not null || reader.Choice(word, 9) is not null)
            return "a number";
        if (reader.Province(word) is not null || reader.Places.Find(word) is not null)
            return "a place";
        if (Receipt.LooksLike(word))
            return "a code";
        if (phrases.Campaign(word) is not null)
            return "a campaign";
        if (reader.Words.Contains("danger", word))
            return "danger";
        return reader.Words.Names.Where(list => !MeanNothing.Contains(list)).FirstOrDefault(list => reader.Words.IsWhole(list, word));
    }
}
