using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What one conversation costs from its first question to its end, or to where another conversation takes over.</summary>
internal sealed class Run
{
    private const int Walks = 1_000;

    /// <summary>Of one walk at random; people do not ask on for ever.</summary>
    private const int Steps = 200;

    /// <summary>No conversation costs so much: its questions lead nowhere.</summary>
    private const double Unending = 100_000;

    private readonly IReadOnlyList<Spot> spots;
    private readonly Dictionary<int, List<Way>> answers;
    private readonly Spot start;

    private Run(IReadOnlyList<Spot> spots, Dictionary<int, List<Way>> answers, Spot start) => (this.spots, this.answers, this.start) = (spots, answers, start);

    public double Longest { get; private set; }

    public double Typical { get; private set; }

    public double Median { get; private set; }

    /// <param name="inside">The spots of one flow on one channel; the first that was met is where it begins.</param>
    public static Run In(Explorer explored, string flow, IReadOnlyList<Spot> inside)
    {
        var ids = inside.Select(spot => spot.Id).ToHashSet();
        var run = new Run(explored.Spots, inside.ToDictionary(spot => spot.Id, spot => spot.Ways.Where(way => way.Cost is not null).ToList()), inside[0]);
        var first = run.start.By is { } && explored.Spots[run.start.From].Ways.FirstOrDefault(way => way.To == run.start.Id) is { } way ? way.Cost ?? 0 : 0;
        run.Longest = new LongestRun(run.spots, run.answers).From(run.start) + first;
        run.Typical = run.First() + first;
        run.Median = run.Middle() + first;
        return run;
    }

    /// <summary>Every question by its first answer; one that comes again, by the answer that leads out soonest.</summary>
    private double First()
    {
        var cost = 0.0;
        var asked = new HashSet<Place?>();
        var wayOut = WayOut();
        for (var at = start; answers.TryGetValue(at.Id, out var ways) && ways.Count > 0;)
        {
            var way = asked.Add(at.Place) ? ways[0] : ways.MinBy(way => way.Ends ? 0 : wayOut.GetValueOrDefault(way.To, 0))!;
            cost += way.Cost ?? 0;
            if (way.Ends || cost > Unending)
                break;
            at = spots[way.To];
        }

        return cost;
    }

    /// <summary>Answers to the end, or to another conversation.</summary>
    private Dictionary<int, int> WayOut()
    {
        var far = answers.Keys.ToDictionary(id => id, _ => int.MaxValue);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (id, ways) in answers)
                foreach (var way in ways)
                {
                    var through = way.Ends || !far.TryGetValue(way.To, out var more) ? 1 : more == int.MaxValue ? more : more + 1;
                    if (through < far[id])
                        (far[id], changed) = (through, true);
                }
        }

        return far;
    }

    private double Middle()
    {
        var costs = new double[Walks];
        var bits = 0x9E3779B97F4A7C15UL;
        for (var walk = 0; walk < Walks; walk++)
        {
            var at = start;
            for (var n = 0; n < Steps && answers.TryGetValue(at.Id, out var ways) && ways.Count > 0; n++)
            {
                // The same thousand walks every time.
                bits ^= bits << 13;
                bits ^= bits >> 7;
                bits ^= bits << 17;
                var way = ways[(int)(bits % (ulong)ways.Count)];
                costs[walk] += way.Cost ?? 0;
                if (way.Ends)
                    break;
                at = spots[way.To];
            }
        }

        Array.Sort(costs);
        return costs[Walks / 2];
    }
}
