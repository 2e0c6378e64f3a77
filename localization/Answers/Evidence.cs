using System.Runtime.InteropServices;

namespace Hotline.Localization.Answers;

/// <summary>
/// How much each clue speaks for each answer: how often people ask for that answer with it, against how often they ask for anything with
/// it. Logarithms, so that clues add up (naive Bayes, every answer as likely as any other before the question is read).
/// </summary>
internal sealed class Evidence(int answers)
{
    /// <summary>As if this share of the askers of one answer had used every clue: what one person said once is little.</summary>
    private const double Doubt = 0.3;

    private readonly Dictionary<uint, (int From, int To)> places = [];
    private readonly List<ulong> seen = [];
    private readonly double[] asks = new double[answers];
    private (int Answer, float Weight)[] marks = [];

    /// <summary>One way of asking for one answer. No clue may be in it twice.</summary>
    public void Add(int answer, Clues clues)
    {
        asks[answer]++;
        Add(answer, clues.Meanings);
        Add(answer, clues.Pairs);
        Add(answer, clues.Pieces);
    }

    /// <summary>To be called once, when all is added.</summary>
    public void Weigh()
    {
        seen.Sort();
        var all = CollectionsMarshal.AsSpan(seen);
        marks = new (int, float)[all.Length];
        places.EnsureCapacity(Different(all));
        var count = 0;
        for (var at = 0; at < all.Length;)
        {
            var (clue, from, sum) = (all[at] >> 32, count, 0d);
            while (at < all.Length && all[at] >> 32 == clue)
            {
                var (first, answer) = (at, (int)(uint)all[at]);
                while (at < all.Length && all[at] == all[first])
                    at++;
                var share = (at - first) / asks[answer];
                sum += share;
                marks[count++] = (answer, (float)share);
            }
            var usual = (sum + Doubt) / answers;
            foreach (ref var mark in marks.AsSpan(from..count))
                mark.Weight = (float)Math.Log(1 + (mark.Weight / usual));
            places.Add((uint)clue, (from, count));
        }
        seen.Clear();
        seen.TrimExcess();
    }

    /// <summary>For which answers the clue speaks, and how much; those not named get nothing.</summary>
    public ReadOnlySpan<(int Answer, float Weight)> Of(uint clue) =>
        places.TryGetValue(clue, out var place) ? marks.AsSpan(place.From..place.To) : [];

    public float Of(uint clue, int answer)
    {
        foreach (var (one, weight) in Of(clue))
            if (one == answer)
                return weight;
        return 0;
    }

    private static int Different(ReadOnlySpan<ulong> sorted)
    {
        var different = 0;
        for (var i = 1; i < sorted.Length; i++)
            different += sorted[i] >> 32 == sorted[i - 1] >> 32 ? 0 : 1;
        return different + 1;
    }

    private void Add(int answer, IReadOnlyList<Clue> clues)
    {
        for (var i = 0; i < clues.Count; i++)
            seen.Add(((ulong)clues[i].Hash << 32) | (uint)answer);
    }
}
