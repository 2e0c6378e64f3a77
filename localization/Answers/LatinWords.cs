using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>
/// Reads English and romanised Khmer. As written first, over several words; then without English endings; then by sound,
/// because nobody romanises a Khmer word as another does.
/// </summary>
internal sealed class LatinWords
{
    private const int MostSoundWords = 3;
    private const int ShortestStem = 4;
    private const int ShortestRun = 8;

    private readonly Lexicon lexicon;
    private readonly Phrase phrase;
    private readonly bool english;

    public LatinWords(Lexicon lexicon, Phrase phrase)
    {
        (this.lexicon, this.phrase) = (lexicon, phrase);
        english = IsEnglish();
    }

    public (List<int>? Meaning, int End) At(int start)
    {
        Span<int> ends = stackalloc int[lexicon.LongestPhrase];
        var words = Ends(start, ends);
        for (var n = words - 1; n >= 0; n--)
            if (Choose(lexicon.OfLatin(phrase.Key.AsSpan(start, ends[n] - start)), ends[n] - start) is { } meaning)
                return (meaning, ends[n]);
        var word = phrase.Key.AsSpan(start, ends[0] - start);
        if (Stem(word) is { } stem)
            return (stem, ends[0]);
        // English words run together sound like anything: "stay with" is no Khmer for a beating.
        for (var n = english ? 0 : Math.Min(words, MostSoundWords) - 1; n >= 0; n--)
            if ((n == 0 || ends[n] - start >= ShortestRun) && BySound(phrase.Key.AsSpan(start, ends[n] - start)) is { } heard)
                return (heard, ends[n]);
        return (null, ends[0]);
    }

    private int Ends(int start, Span<int> ends)
    {
        var count = 0;
        for (var i = start; count < ends.Length && i < phrase.Key.Length && char.IsAsciiLetter(phrase.Key[i]);)
        {
            if (count > 0 && phrase.IsStop(i))
                break;
            do
                i++;
            while (!phrase.IsEdge(i));
            ends[count++] = i;
        }
        return count;
    }

    private bool IsEnglish()
    {
        var balance = 0;
        Span<int> end = stackalloc int[1];
        for (var at = 0; at < phrase.Key.Length; at++)
            if (phrase.IsEdge(at) && char.IsAsciiLetter(phrase.Key[at]) && Ends(at, end) == 1
                && lexicon.OfLatin(phrase.Key.AsSpan(at, end[0] - at)) is { } word)
                balance += (word.English is null ? 0 : 1) - (word.Khmer is null ? 0 : 1);
        return balance > 0;
    }

    /// <summary>In an English sentence two or three letters are no Khmer word: "my pet", "a rug".</summary>
    private List<int>? Choose(WordMeaning? word, int length) => word switch
    {
        null => null,
        { English: { } meaning, Khmer: null } => meaning,
        { English: null, Khmer: { } meaning } => english && length < ShortestStem ? null : meaning,
        _ => english ? word.English : word.Khmer,
    };

    private List<int>? Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["s", "es", "ed", "d", "ing"])
            if (word.Length - ending.Length >= ShortestStem - 1 && word.EndsWith(ending, StringComparison.Ordinal)
                && lexicon.OfLatin(word[..^ending.Length])?.English is { } meaning)
                return meaning;
        return null;
    }

    private List<int>? BySound(ReadOnlySpan<char> words)
    {
        if (!english && lexicon.ByLightSound(words)?.Khmer is { } light)
            return light;
        return lexicon.BySound(words) is { } meaning ? english ? meaning.English ?? meaning.Khmer : meaning.Khmer ?? meaning.English : null;
    }
}
