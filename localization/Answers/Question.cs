using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>A question taken apart into concepts, and the words that named them.</summary>
internal sealed class Question
{
    private const double ClustersOfWord = 3;

    private readonly List<(int Concept, int From, int To)> words = new(12);
    private readonly Phrase phrase;
    private ConceptSet concepts;

    private Question(Phrase phrase) => this.phrase = phrase;

    public ConceptSet Concepts => concepts;

    /// <summary>About how many words of the question say nothing to us.</summary>
    public double Unknown { get; private set; }

    public static Question Read(string text, Lexicon lexicon, int longest)
    {
        var question = new Question(Lexicon.Read(text.Length > longest ? text[..longest] : text));
        question.Scan(lexicon);
        return question;
    }

    public IReadOnlyList<string> Words(ConceptSet of)
    {
        var named = new List<string>();
        foreach (var (concept, from, to) in words)
            if (of.Has(concept) && phrase.Key[from..to] is var word && !named.Contains(word))
                named.Add(word);
        return named;
    }

    private void Scan(Lexicon lexicon)
    {
        var khmer = new KhmerWords(lexicon, phrase);
        var latin = new LatinWords(lexicon, phrase);
        var ages = new AgeWords(lexicon, phrase);
        for (var at = 0; at < phrase.Key.Length;)
        {
            var c = phrase.Key[at];
            var (meaning, end) = KhmerSkeleton.IsKhmer(c) ? khmer.At(at)
                : char.IsAsciiLetter(c) ? latin.At(at)
                : char.IsAsciiDigit(c) ? ages.At(at, words.Count > 0 ? words[^1].Concept : -1)
                : (null, at + 1);
            if (meaning is null && !char.IsAsciiDigit(c))
                Unknown += KhmerSkeleton.IsKhmer(c) ? 1 / ClustersOfWord : 1;
            foreach (var concept in meaning ?? [])
                Add(concept, at, end, lexicon);
            at = end;
        }
    }

    private void Add(int concept, int from, int to, Lexicon lexicon)
    {
        // At the end of a question "not" only asks: "can I, or not?"
        if (lexicon.Concepts[concept].Name == Lexicon.Not && (to == phrase.Key.Length || phrase.IsStop(to)) && from > 0)
            return;
        words.Add((concept, from, to));
        concepts.Add(concept);
    }
}
