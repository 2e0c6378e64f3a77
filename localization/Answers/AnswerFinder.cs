namespace Hotline.Localization.Answers;

/// <summary>
/// Finds the answers to a free question: what the question means is compared with what other ways of asking mean, concept by
/// concept, rare concepts counting more. Nothing is learnt and nothing leaves the machine; every hit can be explained by its words.
/// </summary>
public sealed class AnswerFinder
{
    /// <summary>UTF-16 units that are read; two full SMS. A longer text is a story.</summary>
    private const int Longest = 400;
    private const int Most = 3;
    private const double MissingCounts = 0.7, ExtraCounts = 0.5, ExtraOfSameAnswer = 0.4, UnknownCounts = 0.12, Doubt = 0.12;
    private const double Least = 0.42, LeastEvidence = 0.28, SureFrom = 0.65, SureAhead = 0.15, TroubleFrom = 0.5;

    private readonly Lexicon lexicon;
    private readonly double[] weights;
    private readonly ConceptSet troubling;
    private readonly List<Asked> asked = [];
    private readonly AnswerEntry[] entries;
    private readonly ConceptSet[] known;

    public AnswerFinder(AnswerBank bank)
    {
        lexicon = bank.Lexicon;
        entries = [.. bank.All];
        known = new ConceptSet[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            foreach (var ask in entries[i].Km.Asks.Concat(entries[i].En.Asks).Append(entries[i].Question.Km).Append(entries[i].Question.En))
            {
                var concepts = Question.Read(ask, lexicon, Longest).Concepts;
                known[i] = known[i].Or(concepts);
                if (!concepts.IsEmpty && !asked.Exists(other => other.Entry == i && other.Concepts == concepts))
                    asked.Add(new(i, concepts));
            }

        weights = [.. lexicon.Concepts.Select(concept => concept.Weight * Rarity(known.Count(set => set.Has(concept.Index))))];
        foreach (var concept in lexicon.Concepts.Where(concept => concept.Trouble))
            troubling.Add(concept.Index);
    }

    public FoundAnswers Find(string question)
    {
        var read = Question.Read(question, lexicon, Longest);
        var concepts = read.Concepts;
        var trouble = !concepts.And(troubling).IsEmpty;
        if (concepts.IsEmpty)
            return new(false, [], false);
        Span<double> scores = stackalloc double[entries.Length];
        foreach (var ask in asked)
            scores[ask.Entry] = Math.Max(scores[ask.Entry], Score(concepts, read.Unknown, ask));
        var best = new List<FoundAnswer>(Most);
        while (best.Count < Most && Top(scores) is var top && scores[top] >= Least)
        {
            best.Add(new(entries[top], Math.Round(scores[top], 3), read.Words(known[top])));
            scores[top] = 0;
        }

        return new(
            IsSure(best),
            best,
            trouble || (best.Count > 0 && best[0].Entry.Trouble && best[0].Score >= TroubleFrom));
    }

    /// <summary>One word alone, the name of a country, makes nobody sure.</summary>
    private static bool IsSure(List<FoundAnswer> best) => best.Count > 0 && best[0].Matched.Count > 1
        && best[0].Score >= SureFrom && best[0].Score - (best.Count > 1 ? best[1].Score : 0) >= SureAhead;

    private double Score(ConceptSet question, double unknown, Asked ask)
    {
        var same = question.And(ask.Concepts).Sum(weights);
        if (same < LeastEvidence)
            return 0;
        var extra = question.Without(ask.Concepts);
        var foreign = extra.Without(known[ask.Entry]).Sum(weights);
        var fitting = extra.And(known[ask.Entry]).Sum(weights);
        return same / (same + Doubt + (MissingCounts * ask.Concepts.Without(question).Sum(weights)) + (ExtraCounts * (foreign + (ExtraOfSameAnswer * fitting) + (UnknownCounts * unknown))));
    }

    /// <summary>0 to 1: a concept of one answer tells most, one that all answers have tells little; one of none is as foreign as can be.</summary>
    private double Rarity(int answers) => Math.Log(1 + ((double)entries.Length / Math.Max(1, answers))) / Math.Log(1 + entries.Length);

    private static int Top(ReadOnlySpan<double> scores)
    {
        var top = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[top])
                top = i;
        return top;
    }
}
