namespace Hotline.Localization.Answers;

/// <summary>
/// Finds the answers to a free question. All that it says (what its words mean, and the pieces of its letters where no list holds
/// them) speaks for the answers that others ask for in the same way. Nothing is learnt from callers and nothing leaves the
/// machine; every hit can be explained by its words.
/// </summary>
public sealed class AnswerFinder
{
    private const int Most = 3;

    /// <summary>Flat scores mean that nothing was understood; the second and third may be far behind.</summary>
    private const double Least = 0.14, LeastOfOthers = 0.03;

    /// <summary>A question that is lost does more harm than one too many that is offered.</summary>
    private const double AsideCounts = 0.7;

    private const double Sure = 0.7, SureAlone = 0.9, TroubleFrom = 0.35;

    private readonly AnswerBank bank;
    private readonly AnswerEntry[] entries;
    private readonly Lazy<Evidence> asked;
    private Dictionary<string, FoundAnswers>? remembered;

    /// <summary>Costs nothing. All ways of asking are read at the first question, in about a tenth of a second, unless <see cref="Prepare"/> came before.</summary>
    public AnswerFinder(AnswerBank bank)
    {
        this.bank = bank;
        entries = [.. bank.All];
        asked = new(ReadAsks);
    }

    /// <summary>Reads all ways of asking now; once, however often it is called.</summary>
    public void Prepare() => _ = asked.Value;

    /// <summary>Where the entries end stands what no answer is for.</summary>
    private int Aside => entries.Length;

    /// <summary>The same, which looks a question up only once. For whoever asks the same few questions very often; not for several threads.</summary>
    public AnswerFinder Remembering()
    {
        var other = (AnswerFinder)MemberwiseClone();
        other.remembered = new(StringComparer.Ordinal);
        return other;
    }

    public FoundAnswers Find(string question)
    {
        if (remembered is null)
            return LookUp(question);
        if (!remembered.TryGetValue(question, out var found))
            remembered[question] = found = LookUp(question);
        return found;
    }

    private FoundAnswers LookUp(string question)
    {
        var evidence = asked.Value;
        var clues = Clues.Of(question, bank.Lexicon.Value);
        var scores = Scores.Of(clues, evidence, entries.Length + 1);
        var all = scores.Both;
        var told = TellsOfTrouble(clues.Question.Concepts);
        // Someone in trouble is never waved off as a chat about the weather.
        if (told)
            all[Aside] = 0;
        var inTrouble = 0d;
        for (var i = 0; i < entries.Length; i++)
            inTrouble += entries[i].Trouble ? all[i] : 0;
        var nothing = all[Aside];
        all[Aside] = 0;
        var first = Top(all);
        if (all[first] < Math.Max(Least, AsideCounts * nothing))
            return new(false, [], told);
        var sure = IsSure(scores, first);
        var best = new List<FoundAnswer>(Most);
        for (var top = first; best.Count < Most && all[top] >= LeastOfOthers; top = Top(all))
        {
            best.Add(new(entries[top], Math.Round(all[top], 3), MatchedWords.Of(clues, evidence, top)));
            all[top] = 0;
        }

        return new(sure && best[0].Matched.Count > 1, best, told || inTrouble >= TroubleFrom);
    }

    /// <summary>What the words mean and what the letters are like must name the same answer, or one of them leave no doubt.</summary>
    private static bool IsSure(Scores scores, int first) =>
        scores.Both[first] >= SureAlone || (scores.Both[first] >= Sure && Top(scores.Meant) == first && Top(scores.Heard) == first);

    private static bool TellsOfTrouble(IReadOnlyList<Concept> concepts)
    {
        for (var i = 0; i < concepts.Count; i++)
            if (concepts[i].Trouble)
                return true;
        return false;
    }

    private static int Top(ReadOnlySpan<double> scores)
    {
        var top = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[top])
                top = i;
        return top;
    }

    private Evidence ReadAsks()
    {
        var evidence = new Evidence(entries.Length + 1);
        for (var i = 0; i < entries.Length; i++)
            Add(i, [.. entries[i].Km.Asks, .. entries[i].En.Asks, entries[i].Question.Km, entries[i].Question.En]);
        Add(Aside, bank.Aside);
        evidence.Weigh();
        return evidence;

        void Add(int entry, IReadOnlyList<string> asks)
        {
            foreach (var ask in asks)
                evidence.Add(entry, Clues.Of(ask, bank.Lexicon.Value));
        }
    }
}
