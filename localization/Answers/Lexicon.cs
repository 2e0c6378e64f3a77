using Hotline.Localization.Khmer;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>The words of all concepts (concepts.json), ready to be looked up as written, loosely spelt, and by sound.</summary>
internal sealed class Lexicon
{
    public const string Not = "not", Age = "age", Young = "young", Amount = "amount";

    /// <summary>Below this the loose spelling makes different words the same: to pay (បង់) and the one spoken to (បង).</summary>
    private const int LooseFrom = 3;

    private readonly Dictionary<string, List<int>> khmerWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> looseWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> skeletons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> latinWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> lightSounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordMeaning> sounds = new(StringComparer.Ordinal);

    public List<Concept> Concepts { get; } = [];

    public WordTrie Khmer { get; } = new();

    public WordTrie LooseKhmer { get; } = new();

    public WordTrie Skeletons { get; } = new();

    /// <summary>How many tokens the longest phrase in Latin letters has.</summary>
    public int LongestPhrase { get; private set; } = 1;

    public int Index(string concept) => Concepts.Find(item => item.Name == concept)?.Index
        ?? throw new FormatException($"{LexiconFile.File} needs the concept \"{concept}\": the program itself looks for it.");

    /// <summary>The key under which words are compared; "give" is written by sound as often as by the book.</summary>
    public static Phrase Read(string text) => Phrase.Of(KhmerText.Normalize(text).Replace("អោយ", "ឱ្យ", StringComparison.Ordinal));

    /// <param name="concept">Null for words that tell nothing.</param>
    public void AddKhmer(string word, int? concept)
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

    public void AddLatin(string word, int? concept, bool english)
    {
        var phrase = Read(word);
        Put(latinWords, phrase.Key, concept, english);
        LongestPhrase = Math.Max(LongestPhrase, Enumerable.Range(0, phrase.Key.Length).Count(phrase.IsEdge));
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

    public WordMeaning? OfLatin(ReadOnlySpan<char> word) =>
        latinWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var meaning) ? meaning : null;

    public WordMeaning? ByLightSound(ReadOnlySpan<char> word) =>
        SoundKey.Light(word) is { } key && lightSounds.TryGetValue(key, out var meaning) ? meaning : null;

    public WordMeaning? BySound(ReadOnlySpan<char> word) =>
        SoundKey.Of(word) is { } key && sounds.TryGetValue(key, out var meaning) ? meaning : null;

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
