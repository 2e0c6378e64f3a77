namespace Hotline.Localization.Reading;

/// <summary>Looks for words inside a longer text.</summary>
internal sealed class Search(WordTrie negators, WordTrie largerWords)
{
    /// <summary>A "not" counts when its end is among this many clusters (in Latin letters: words) before the word.</summary>
    private const int Reach = 3;

    public bool Finds(Phrase phrase, WordTrie trie, WordList words)
    {
        var key = phrase.Key;
        for (var start = 0; start < key.Length; start++)
        {
            if (!phrase.IsEdge(start))
                continue;
            var node = 0;
            for (var i = start; i < key.Length && trie.Walk(ref node, key[i]); i++)
            {
                if (trie.WordAt(node) is { } word && phrase.IsEdge(i + 1) && Counts(phrase, start, i + 1, words.IsNegatable(word)))
                    return true;
                if (phrase.IsStop(i + 1))
                    break;
            }
        }
        return false;
    }

    private bool Counts(Phrase phrase, int start, int end, bool negatable) =>
        !IsInsideLarger(phrase, start, end) && !(negatable && IsNegated(phrase, start));

    private bool IsInsideLarger(Phrase phrase, int start, int end)
    {
        const int longest = 40;
        for (var from = Math.Max(0, start - longest); from < end; from++)
        {
            if (!phrase.IsEdge(from) || largerWords.Longest(phrase, from, Math.Min(phrase.Key.Length, from + longest)) is not { } larger)
                continue;
            // Also one that begins inside: "they hit" in "they hit the keys", to type.
            var to = from + larger.Length;
            if (to > end || (to == end && from < start))
                return true;
        }
        return false;
    }

    private bool IsNegated(Phrase phrase, int start)
    {
        var khmer = start < phrase.Key.Length && phrase.Key[start] > '\u0E7F';
        var end = start;
        for (var gap = 0; gap < Reach; gap++)
        {
            if (EndsNegator(phrase, end))
                return true;
            // In Khmer a space parts phrases: "no money, they hit me" is no "do not hit".
            if (phrase.IsStop(end) || (khmer && phrase.IsSpace(end)))
                return false;
            do
                end--;
            while (end > 0 && !phrase.IsEdge(end));
            if (end <= 0)
                return false;
        }
        return false;
    }

    private bool EndsNegator(Phrase phrase, int end)
    {
        const int longest = 12;
        if (phrase.IsStop(end))
            return false;
        for (var from = end - 1; from >= Math.Max(0, end - longest); from--)
            if (phrase.IsEdge(from) && negators.Longest(phrase, from, end) is { } negator && from + negator.Length == end)
                return true;
        return false;
    }
}
