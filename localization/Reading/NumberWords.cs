using System.Globalization;

namespace Hotline.Localization.Reading;

/// <summary>
/// Reads numbers written in digits, in words or mixed ("5 ម៉ឺន"), Khmer, romanised or English. Words come from the lists "number-N";
/// "number-teen" makes ten more of the unit before it (មួយដណ្ដប់, eleven). What is no well-formed number is null: ពីរបី is "two or three".
/// </summary>
internal sealed class NumberWords
{
    private const long Teen = -1;
    private const long And = -2;
    private const int MostDigits = 12;

    private readonly WordTrie trie = new();
    private readonly Dictionary<string, long> values = new(StringComparer.Ordinal);

    public NumberWords(WordLists words)
    {
        const string prefix = "number-";
        foreach (var name in words.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var value = string.Equals(name, "number-teen", StringComparison.Ordinal) ? Teen
                : string.Equals(name, "number-and", StringComparison.Ordinal) ? And
                : long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw new FormatException($"words.json, list \"{name}\": what follows \"number-\" must be digits, \"teen\" or \"and\".");
            foreach (var key in words.Get(name).Keys)
            {
                if (!values.TryAdd(key, value))
                    throw new FormatException($"words.json, list \"{name}\": \"{key}\" is another number too.");
                trie.Add(key);
            }
        }
    }

    /// <summary>The number that this part of the phrase is, the whole part; or null.</summary>
    public long? Read(Phrase phrase, int from, int to)
    {
        var sum = new NumberSum();
        for (var at = from; at < to;)
        {
            if (at > from && phrase.IsStop(at))
                return null;
            var end = char.IsAsciiDigit(phrase.Key[at]) ? AddDigits(phrase, at, to, ref sum) : AddWord(phrase, at, to, ref sum);
            if (end is not { } next)
                return null;
            at = next;
        }
        return sum.Result;
    }

    private static int? AddDigits(Phrase phrase, int at, int to, ref NumberSum sum)
    {
        var end = at + 1;
        while (end < to && !phrase.IsEdge(end))
            end++;
        return end - at <= MostDigits && long.TryParse(phrase.Key.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && sum.Digits(value) ? end : null;
    }

    private int? AddWord(Phrase phrase, int at, int to, ref NumberSum sum)
    {
        var longest = 0;
        var node = 0;
        // Romanised and English number words may be glued ("twentyone"), so only a Khmer word must end on an edge.
        for (var i = at; i < to && trie.Walk(ref node, phrase.Key[i]); i++)
            if (trie.WordAt(node) is not null && (phrase.IsEdge(i + 1) || char.IsAsciiLetter(phrase.Key[i])))
                longest = i + 1;
        if (longest == 0)
            return null;
        var value = values[phrase.Key[at..longest]];
        return (value == Teen ? sum.Teen() : value == And ? sum.And() : sum.Word(value)) ? longest : null;
    }
}
