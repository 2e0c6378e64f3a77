namespace Hotline.Localization.Answers;

/// <summary>All that a question says, in three kinds: what is meant, what is meant together ("take" and "passport"), and pieces of its letters.</summary>
internal sealed class Clues
{
    internal static readonly uint Meaning = ClueHash.Kind(5);
    private static readonly uint Together = ClueHash.Kind(6);

    private Clues(Question question) => Question = question;

    public Question Question { get; }

    public IReadOnlyList<Clue> Meanings => Question.Words;

    public List<Clue> Pairs { get; } = new(32);

    /// <summary>Each once.</summary>
    public List<Clue> Pieces { get; } = new(64);

    public static Clues Of(string text, Lexicon lexicon)
    {
        var clues = new Clues(Question.Read(text, lexicon));
        var words = clues.Meanings;
        for (var i = 1; i < words.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var (low, high) = (Math.Min(words[i].Hash, words[j].Hash), Math.Max(words[i].Hash, words[j].Hash));
                clues.Pairs.Add(new(ClueHash.Mix(ClueHash.Mix(Together, low), high), words[j].From, words[i].To));
            }
        new Pieces(clues.Question.Phrase, clues.Pieces).Collect();
        return clues;
    }
}
