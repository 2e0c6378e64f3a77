using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>One named list of <see cref="WordLists"/>, ready to be searched.</summary>
internal sealed class WordList(string name)
{
    /// <summary>Below this the loose spelling makes different words the same.</summary>
    private const int LooseFrom = 3;

    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> loose = new(StringComparer.Ordinal);
    private readonly HashSet<string> firm = new(StringComparer.Ordinal);

    public string Name => name;

    public bool Negatable { get; init; }

    public WordTrie Trie { get; } = new();

    public WordTrie LooseTrie { get; } = new();

    public IReadOnlyCollection<string> Keys => exact;

    /// <summary>False when the list has the word already, in any spelling that is the same to us.</summary>
    public bool Add(string key)
    {
        if (!exact.Add(key))
            return false;
        Trie.Add(key);
        if (KhmerClusters.Count(key) >= LooseFrom && IsKhmer(key))
        {
            var looseKey = KhmerText.Loose(key);
            loose.Add(looseKey);
            LooseTrie.Add(looseKey);
        }
        return true;
    }

    /// <summary>A word that keeps its meaning after a "not": "I do not want to live".</summary>
    public bool Firm(string key) => exact.Contains(key) && firm.Add(key) | firm.Add(KhmerText.Loose(key));

    public bool IsNegatable(string key) => Negatable && !firm.Contains(key);

    public bool IsWord(ReadOnlySpan<char> key)
    {
        if (exact.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key))
            return true;
        if (loose.Count == 0 || !key.ContainsAnyInRange('\u1780', '\u17D3'))
            return false;
        var word = new string(key);
        return KhmerClusters.Count(word) >= LooseFrom && loose.Contains(KhmerText.Loose(word));
    }

    private static bool IsKhmer(string key) => !key.AsSpan().ContainsAnyExceptInRange('\u1780', '\u17DD');
}
