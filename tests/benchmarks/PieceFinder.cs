using Hotline.Localization.Answers;
using Hotline.Localization.Khmer;

namespace Hotline.Benchmarks;

/// <summary>What one would write first: every way of asking in turn, compared by the share of three-letter pieces that both have (Jaccard).</summary>
internal sealed class PieceFinder
{
    private const int Letters = 3;
    private const double Least = 0.2;

    private readonly List<(string Id, ulong[] Pieces)> asks = [];

    public PieceFinder(AnswerBank bank)
    {
        foreach (var entry in bank.All)
            foreach (var ask in entry.Km.Asks.Concat(entry.En.Asks))
                asks.Add((entry.Id, Pieces(ask)));
    }

    public int Asks => asks.Count;

    public string? Find(string question)
    {
        var pieces = Pieces(question.Length > Questions.LongestRead ? question[..Questions.LongestRead] : question);
        var (best, found) = (Least, (string?)null);
        foreach (var (id, ask) in asks)
            if (Alike(pieces, ask) is var alike && alike > best)
                (best, found) = (alike, id);
        return found;
    }

    /// <summary>Sorted, each once.</summary>
    private static ulong[] Pieces(string text)
    {
        var normal = KhmerText.Normalize(text);
        var pieces = new ulong[Math.Max(0, normal.Length - Letters + 1)];
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = ((ulong)normal[i] << 32) | ((ulong)normal[i + 1] << 16) | normal[i + 2];
        Array.Sort(pieces);
        return pieces.Distinct().ToArray();
    }

    private static double Alike(ulong[] one, ulong[] other)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
            if (one[i] == other[j])
                (i, j, both) = (i + 1, j + 1, both + 1);
            else if (one[i] < other[j])
                i++;
            else
                j++;
        return both == 0 ? 0 : both / (double)(one.Length + other.Length - both);
    }
}
