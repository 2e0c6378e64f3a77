using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>What people write, as named lists (words.json), and the two ways to look for it: as the whole message, and inside a story.</summary>
public sealed class WordLists
{
    private readonly Dictionary<string, WordList> lists;
    private readonly WordTrie before;
    private readonly WordTrie after;
    private readonly Search search;
    private readonly Search looseSearch;

    private WordLists(Dictionary<string, WordList> lists)
    {
        this.lists = lists;
        (before, after) = (Before(), After());
        search = new Search(TrieOf("negators"), TrieOf("larger-words"));
        looseSearch = new Search(TrieOf("negators", KhmerText.Loose), TrieOf("larger-words", KhmerText.Loose));
    }

    public IReadOnlyCollection<string> Names => lists.Keys;

    /// <summary>Reads words.json. Throws <see cref="FormatException"/> with the list's name for anything that is not exactly as described there.</summary>
    public static WordLists Parse(string json) => new(WordListsJson.Read(json));

    /// <summary>The words of a list as they are compared, in its order. Throws on an unknown list.</summary>
    public IReadOnlyCollection<string> Of(string list) => Get(list).Keys;

    public bool Has(string list) => lists.ContainsKey(list);

    /// <summary>Whether the whole message is one of the list's words, courtesy and punctuation around it left out. Throws on an unknown list.</summary>
    public bool IsWhole(string list, string text)
    {
        var words = Get(list);
        return Short(text) is { } phrase && IsWhole(words, phrase, Trimming.Starts(phrase, before), Trimming.Ends(phrase, after));
    }

    /// <summary>
    /// Whether a word of the list stands inside a longer text: from a cluster's (in Latin letters: a word's) begin to an end, not as a part
    /// of a larger word, and not after "not" where the list is negatable. Throws on an unknown list.
    /// </summary>
    public bool Contains(string list, string text)
    {
        var words = Get(list);
        var normalized = KhmerText.Normalize(text);
        if (search.Finds(Phrase.Of(normalized), words.Trie, words))
            return true;
        if (words.LooseTrie.IsEmpty)
            return false;
        var loose = KhmerText.Loose(normalized);
        return !ReferenceEquals(loose, normalized) && looseSearch.Finds(Phrase.Of(loose), words.LooseTrie, words);
    }

    /// <summary>The whole message as one key, courtesy and punctuation around it left out; empty for a long one, and for courtesy alone.</summary>
    internal string WithoutCourtesy(string text)
    {
        if (Short(text) is not { } phrase)
            return "";
        var (start, end) = (Trimming.Starts(phrase, before).Max(), Trimming.Ends(phrase, after).Min());
        return start < end ? phrase.Key[start..end] : "";
    }

    internal WordList Get(string list) => lists.TryGetValue(list, out var words)
        ? words
        : throw new ArgumentException($"words.json has no list \"{list}\": add it, or correct the name.", nameof(list));

    /// <summary>What may stand before an answer: courtesy and the words of this list.</summary>
    internal WordTrie Before(string? more = null) => TrieOf(["particles", more ?? ""], Same);

    /// <summary>What may stand after an answer: courtesy, the one spoken to, and the words of this list.</summary>
    internal WordTrie After(string? more = null) => TrieOf(["particles", "particles-after", more ?? ""], Same);

    private WordTrie TrieOf(string name, Func<string, string>? spelling = null) => TrieOf([name], spelling ?? Same);

    /// <summary>The words of all these lists in one trie; a list that is missing counts as empty.</summary>
    private WordTrie TrieOf(string[] names, Func<string, string> spelling)
    {
        var trie = new WordTrie();
        foreach (var name in names)
            if (lists.TryGetValue(name, out var list))
                foreach (var key in list.Keys)
                    trie.Add(spelling(key));
        return trie;
    }

    private static string Same(string key) => key;

    /// <summary>The message as a phrase, or null when it is empty or too long to be an answer.</summary>
    internal static Phrase? Short(string text)
    {
        if (text.Length > Trimming.Longest)
            return null;
        var phrase = Phrase.Of(KhmerText.Normalize(text));
        return phrase.Key.Length == 0 ? null : phrase;
    }

    internal static bool IsWhole(WordList words, Phrase phrase, List<int> starts, List<int> ends)
    {
        foreach (var start in starts)
            foreach (var end in ends)
                if (start < end && Repetition.Once(phrase, start, end) is var once && words.IsWord(phrase.Key.AsSpan(start, once - start)))
                    return true;
        return false;
    }
}
