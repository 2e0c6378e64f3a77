using System.Globalization;
using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>Finds a telephone number that somebody spells out inside a sentence: digits one after the other, each a word of its own.</summary>
internal sealed class SpelledNumber
{
    /// <summary>So many digits in a row are no price and no age; the shortest subscriber number has six (ITU-T E.164, Cambodian fixed lines).</summary>
    private const int Fewest = 5;

    private readonly WordTrie digits = new();

    public SpelledNumber(WordLists words)
    {
        for (var digit = 0; digit < 10; digit++)
            foreach (var key in words.Get("number-" + digit.ToString(CultureInfo.InvariantCulture)).Keys)
                digits.Add(key);
    }

    public bool IsIn(string text)
    {
        var phrase = Phrase.Of(KhmerText.Normalize(text));
        var run = 0;
        for (var at = 0; at < phrase.Key.Length && run < Fewest;)
        {
            var length = !phrase.IsEdge(at) ? 0 : char.IsAsciiDigit(phrase.Key[at]) ? 1 : digits.Longest(phrase, at, phrase.Key.Length)?.Length ?? 0;
            run = length > 0 ? run + 1 : 0;
            at += Math.Max(length, 1);
        }

        return run >= Fewest;
    }
}
