namespace Hotline.Localization.Answers;

/// <summary>How well each answer fits a question: by what its words mean, by pieces of its letters, and by both together.</summary>
internal sealed class Scores(int answers)
{
    private const double Meanings = 1, Pairs = 0.5, Pieces = 0.4;

    /// <summary>Clues of one question hang together, so twice as many of them are not twice the evidence.</summary>
    private const double Damping = -0.3;

    public double[] Meant { get; } = new double[answers];

    public double[] Heard { get; } = new double[answers];

    /// <summary>0 to 1, all answers together 1.</summary>
    public double[] Both { get; } = new double[answers];

    public static Scores Of(Clues clues, Evidence evidence, int answers)
    {
        var scores = new Scores(answers);
        var concepts = clues.Question.Concepts;
        var (meanings, pairs, pieces) = (Share(Meanings, concepts.Count), Share(Pairs, clues.Pairs.Count), Share(Pieces, clues.Pieces.Count));
        for (var i = 0; i < concepts.Count; i++)
            Add(evidence.Of(clues.Meanings[i].Hash), scores.Meant, meanings * concepts[i].Weight);
        foreach (var pair in clues.Pairs)
            Add(evidence.Of(pair.Hash), scores.Meant, pairs);
        foreach (var piece in clues.Pieces)
            Add(evidence.Of(piece.Hash), scores.Heard, pieces);
        scores.Join();
        return scores;
    }

    private static double Share(double weight, int clues) => weight * Math.Pow(Math.Max(1, clues), Damping);

    private static void Add(ReadOnlySpan<(int Answer, float Weight)> marks, double[] scores, double by)
    {
        foreach (var (answer, weight) in marks)
            scores[answer] += by * weight;
    }

    private void Join()
    {
        var (most, sum) = (0d, 0d);
        for (var i = 0; i < Both.Length; i++)
            most = Math.Max(most, Both[i] = Meant[i] + Heard[i]);
        for (var i = 0; i < Both.Length; i++)
            sum += Both[i] = Math.Exp(Both[i] - most);
        for (var i = 0; i < Both.Length; i++)
            Both[i] /= sum;
    }
}
