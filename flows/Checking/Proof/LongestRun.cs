using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>
/// The longest way through a conversation by answers. Spots from which one can come back to the same spot form a circle, and each question counts once,
/// at its dearest (strongly connected components after Tarjan 1972).
/// </summary>
internal sealed class LongestRun(IReadOnlyList<Spot> spots, Dictionary<int, List<Way>> answers)
{
    private readonly Dictionary<int, int> order = [], low = [], circle = [];
    private readonly Stack<int> open = new();
    private readonly List<List<int>> circles = [];

    public double From(Spot start)
    {
        Visit(start.Id);
        var dearest = Dearest();
        // Tarjan finishes a circle after everything behind it, so one pass in this order is enough.
        var best = new double[circles.Count];
        for (var n = 0; n < circles.Count; n++)
            best[n] = Said(circles[n], dearest) + circles[n].SelectMany(Ways).Select(way => After(way, n, best)).DefaultIfEmpty().Max();
        return best[circle[start.Id]];
    }

    private double After(Way way, int from, double[] best)
    {
        if (way.Ends || !circle.TryGetValue(way.To, out var to))
            return way.Cost ?? 0;
        return to == from ? 0 : best[to];
    }

    private double Said(List<int> members, Dictionary<int, double> dearest) =>
        members.GroupBy(id => spots[id].Place).Sum(group => group.Max(id => dearest.GetValueOrDefault(id)));

    private Dictionary<int, double> Dearest()
    {
        var dearest = new Dictionary<int, double>();
        foreach (var way in circle.Keys.SelectMany(Ways).Where(way => !way.Ends && circle.ContainsKey(way.To)))
            dearest[way.To] = Math.Max(dearest.GetValueOrDefault(way.To), way.Cost ?? 0);
        return dearest;
    }

    private List<Way> Ways(int id) => answers.GetValueOrDefault(id, []);

    private void Visit(int id)
    {
        order[id] = low[id] = order.Count;
        open.Push(id);
        foreach (var way in Ways(id).Where(way => !way.Ends && answers.ContainsKey(way.To)))
        {
            if (order.TryGetValue(way.To, out var met))
            {
                low[id] = circle.ContainsKey(way.To) ? low[id] : Math.Min(low[id], met);
                continue;
            }

            Visit(way.To);
            low[id] = Math.Min(low[id], low[way.To]);
        }

        if (low[id] != order[id])
            return;
        var members = new List<int>();
        int member;
        do
        {
            member = open.Pop();
            circle[member] = circles.Count;
            members.Add(member);
        }
        while (member != id);
        circles.Add(members);
    }
}
