namespace Hotline.Localization.Answers;

/// <summary>Which words of a question speak for an answer: those whose meaning does, and where these are few, the letters that do.</summary>
internal static class MatchedWords
{
    private const int Few = 2;
    private const float Telling = 0.7f, TellingLetters = 1.5f;

    public static IReadOnlyList<string> Of(Clues clues, Evidence evidence, int answer)
    {
        var key = clues.Question.Phrase.Key;
        var words = new List<string>();
        foreach (var clue in clues.Meanings)
            if (evidence.Of(clue.Hash, answer) >= Telling && key[clue.From..clue.To] is var word && !words.Contains(word))
                words.Add(word);
        if (words.Count >= Few)
            return words;
        var (from, to) = (0, 0);
        foreach (var clue in clues.Pieces.Where(piece => evidence.Of(piece.Hash, answer) >= TellingLetters).OrderBy(piece => piece.From))
        {
            if (clue.From > to)
            {
                Keep(from, to);
                from = clue.From;
            }
            to = Math.Max(to, clue.To);
        }
        Keep(from, to);
        return words;

        void Keep(int start, int end)
        {
            if (end > start && key[start..end] is var letters && !words.Contains(letters))
                words.Add(letters);
        }
    }
}
