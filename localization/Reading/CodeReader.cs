namespace Hotline.Localization.Reading;

/// <summary>Reads a message that holds a code, or a part of one: digits of any script, in any groups, or said digit by digit in words.</summary>
internal sealed class CodeReader
{
    /// <summary>Sixteen of the longest words; a longer text is a story.</summary>
    private const int Longest = 256;

    private readonly WordTrie words = new();
    private readonly Dictionary<string, char> values = new(StringComparer.Ordinal);
    private readonly WordTrie before;

    public CodeReader(WordLists lists)
    {
        before = lists.Before("code-words");
        for (var digit = '0'; digit <= '9'; digit++)
            foreach (var key in lists.Get($"number-{digit}").Keys)
            {
                words.Add(key);
                values[key] = digit;
            }
    }

    /// <summary>The digits in order, or null when anything else stands there.</summary>
    public string? Read(string normalized)
    {
        // A plus begins a phone number.
        if (normalized.Length is 0 or > Longest || normalized.Contains('+', StringComparison.Ordinal))
            return null;
        var phrase = Phrase.Of(normalized);
        var at = before.Longest(phrase, 0, phrase.Key.Length)?.Length ?? 0;
        var digits = new System.Text.StringBuilder(16);
        while (at < phrase.Key.Length)
            if (char.IsAsciiDigit(phrase.Key[at]))
                digits.Append(phrase.Key[at++]);
            else if (Word(phrase, at) is { Length: > 0 } word)
            {
                digits.Append(values[word]);
                at += word.Length;
            }
            else
            {
                return null;
            }

        return digits.Length == 0 ? null : digits.ToString();
    }

    /// <summary>The longest digit word here. It never reaches over a gap: "five one" is not six.</summary>
    private string? Word(Phrase phrase, int at)
    {
        string? longest = null;
        var node = 0;
        for (var i = at; i < phrase.Key.Length && (i == at || !(phrase.IsSpace(i) || phrase.IsStop(i))) && words.Walk(ref node, phrase.Key[i]); i++)
            if (words.WordAt(node) is { } word && (phrase.IsEdge(i + 1) || char.IsAsciiLetter(phrase.Key[i])))
                longest = word;
        return longest;
    }
}
