using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>A question taken apart into what is meant, and the words that told it.</summary>
internal sealed class Question
{
    /// <summary>UTF-16 units that are read; two full SMS. A longer text is a story.</summary>
    private const int Longest = 400;

    private readonly List<Clue> words = new(12);
    private readonly List<Concept> concepts = new(12);

    private Question(Phrase phrase) => Phrase = phrase;

    public Phrase Phrase { get; }

    /// <summary>Each once, in the order in which they were first named.</summary>
    public IReadOnlyList<Concept> Concepts => concepts;

    /// <summary>Where each concept was first named.</summary>
    public IReadOnlyList<Clue> Words => words;

    public static Question Read(string text, Lexicon lexicon)
    {
        var question = new Question(Lexicon.Read(text.Length > Longest ? text[..Longest] : text));
        question.Scan(lexicon);
        return question;
    }

    private void Scan(Lexicon lexicon)
    {
        var khmer = new KhmerWords(lexicon, Phrase);
        var latin = new LatinWords(lexicon, Phrase);
        var ages = new AgeWords(lexicon, Phrase);
        for (int at = 0, end; at < Phrase.Key.Length; at = end)
        {
            (var meaning, end) = Phrase.Key[at] switch
            {
                var c when KhmerSkeleton.IsKhmer(c) => khmer.At(at),
                var c when char.IsAsciiLetter(c) => latin.At(at),
                var c when char.IsAsciiDigit(c) => ages.At(at, concepts.Count > 0 ? concepts[^1] : null),
                _ => (null, at + 1),
            };
            if (meaning is not null)
                foreach (var concept in meaning)
                    Add(lexicon.Concepts[concept], at, end);
        }
    }

    private void Add(Concept concept, int from, int to)
    {
        // At the end of a question "not" only asks: "can I, or not?"
        if (concept.Name == Lexicon.Not && (to == Phrase.Key.Length || Phrase.IsStop(to)) && from > 0)
            return;
        if (concepts.Contains(concept))
            return;
        concepts.Add(concept);
        words.Add(new(ClueHash.Mix(Clues.Meaning, (uint)concept.Index), from, to));
    }
}
