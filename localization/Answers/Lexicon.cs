using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>The words of all concepts (concepts.json), ready to be looked up as written, loosely spelt, and by sound.</summary>
internal sealed class Lexicon
{
    public const string Not = "not", Age = "age", Young = "young", Amount = "amount";

    /// <summary>Below this the loose spelling makes different words the same: to pay (បង់) and the one spoken to (បង).</summary>
    private const int LooseFrom = 3;

    private const int LongestSound = 64;

    /// <summary>Of the shipped lists; growing to it in steps would take half of the time that reading them takes.</summary>
    private const int Nodes = 30_000;

    private readonly Dictionary<string, List<int>> khmerWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> looseWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> skeletons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> latinWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> lightSounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> sounds = new(StringComparer.Ordinal);

    /// <param name="words">With the place of their concept; without for words that tell nothing.</param>
    public Lexicon(IReadOnlyList<Concept> concepts, IReadOnlyList<LexiconWord> words)
    {
        Concepts = concepts;
        foreach (var (word, script, concept) in words)
            if (script == LexiconScript.Khmer)
                AddKhmer(word, concept);
            else
                AddLatin(word, concept, english: script == LexiconScript.English);
    }

    public IReadOnlyList<Concept> Concepts { get; }

    public WordTrie Khmer { get; } = new(Nodes);

    public WordTrie LooseKhmer { get; } = new(Nodes);

    public WordTrie Skeletons { get; } = new(Nodes);

    /// <summary>How many tokens the longest phrase in Latin letters has.</summary>
    public int LongestPhrase { get; private set; } = 1;

    public int Index(string concept)
    {
        for (var i = 0; i < Concepts.Count; i++)
            if (Concepts[i].Name == concept)
                return i;
        throw new FormatException($"{LexiconFile.File} needs the concept \"{concept}\": the program itself looks for it.");
    }

    /// <summary>The key under which words are compared; "give" is written by sound as often as by the book.</summary>
    public static Phrase Read(string text) => Phrase.Of(KhmerText.Normalize(text).Replace("អោយ", "ឱ្យ", StringComparison.Ordinal));

    private void AddKhmer(string word, int? concept)
    {
        var key = Read(word).Key;
        Khmer.Add(key);
        Put(khmerWords, key, concept);
        if (KhmerClusters.Count(key) >= LooseFrom)
        {
            var loose = KhmerText.Loose(key);
            LooseKhmer.Add(loose);
            Put(looseWords, loose, concept);
        }

        if (concept is not null && KhmerSkeleton.OfWord(key) is { Length: >= KhmerSkeleton.Fewest } skeleton)
        {
            Skeletons.Add(skeleton);
            Put(skeletons, skeleton, concept);
        }
    }

    private void AddLatin(string word, int? concept, bool english)
    {
        var phrase = Read(word);
        Put(latinWords, phrase.Key, concept, english);
        LongestPhrase = Math.Max(LongestPhrase, Words(phrase));
        if (concept is null)
            return;
        if (!english && SoundKey.Light(phrase.Key) is { } light)
            Put(lightSounds, light, concept, english);
        if (SoundKey.Of(phrase.Key) is { } sound)
            Put(sounds, sound, concept, english);
    }

    public List<int> OfKhmer(string word) => khmerWords[word];

    public List<int> OfLoose(string loose) => looseWords[loose];

    public List<int> OfSkeleton(string skeleton) => skeletons[skeleton];

    public WordMeaning? OfLatin(ReadOnlySpan<char> word) => Look(latinWords, word);

    public WordMeaning? ByLightSound(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[SoundKey.LongestLight];
        return SoundKey.WriteLight(word, key) is > 0 and var length ? Look(lightSounds, key[..length]) : null;
    }

    /// <summary>Nothing for words longer than <see cref="LongestSound"/>.</summary>
    public WordMeaning? BySound(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[LongestSound];
        return word.Length <= LongestSound && SoundKey.Write(word, key) is > 0 and var length ? Look(sounds, key[..length]) : null;
    }

    private static WordMeaning? Look(Dictionary<string, WordMeaning> words, ReadOnlySpan<char> key) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var meaning) ? meaning : null;

    private static int Words(Phrase phrase)
    {
        var words = 0;
        for (var i = 0; i < phrase.Key.Length; i++)
            words += phrase.IsEdge(i) ? 1 : 0;
        return words;
    }

    private static void Put(Dictionary<string, WordMeaning> words, string key, int? concept, bool english)
    {
        if (!words.TryGetValue(key, out var meaning))
            words.Add(key, meaning = new WordMeaning());
        var list = english ? meaning.English ??= [] : meaning.Khmer ??= [];
        if (concept is { } index && !list.Contains(index))
            list.Add(index);
    }

    private static void Put(Dictionary<string, List<int>> words, string key, int? concept)
    {
        if (!words.TryGetValue(key, out var list))
            words.Add(key, list = []);
        if (concept is { } index && !list.Contains(index))
            list.Add(index);
    }
}
