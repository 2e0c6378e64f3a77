namespace Hotline.Localization.Reading;

/// <summary>Finds all words of a set that begin at one place of a text, in one walk over it. Compared code unit by code unit.</summary>
/// <param name="nodes">About how many characters the words have together, those that begin alike counted once; 0 when few.</param>
internal sealed class WordTrie(int nodes = 0)
{
    private readonly Dictionary<long, int> next = new(nodes);
    private readonly List<string?> ends = [null];

    public bool IsEmpty => next.Count == 0;

    public void Add(string word)
    {
        var node = 0;
        foreach (var c in word)
        {
            if (!next.TryGetValue(Step(node, c), out var child))
            {
                child = ends.Count;
                next.Add(Step(node, c), child);
                ends.Add(null);
            }
            node = child;
        }
        ends[node] = word;
    }

    /// <summary>Goes on from <paramref name="node"/> (0 at the start) by one character; false when no word does.</summary>
    public bool Walk(ref int node, char c) => next.TryGetValue(Step(node, c), out node);

    /// <summary>The word that ends at this node, or null.</summary>
    public string? WordAt(int node) => ends[node];

    /// <summary>The longest word at <paramref name="from"/> that ends on an edge no later than <paramref name="to"/>, or null.</summary>
    public string? Longest(Phrase phrase, int from, int to)
    {
        string? longest = null;
        var node = 0;
        for (var i = from; i < to && Walk(ref node, phrase.Key[i]); i++)
            if (WordAt(node) is { } word && phrase.IsEdge(i + 1))
                longest = word;
        return longest;
    }

    private static long Step(int node, char c) => ((long)node << 16) | c;
}
