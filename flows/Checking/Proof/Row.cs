using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>One conversation on one channel. Costs in segments by text, in seconds of speech by voice.</summary>
/// <param name="States">Questions of it that were reached.</param>
/// <param name="Longest">From its start to its end or to another conversation, every state said once, at its dearest.</param>
/// <param name="Typical">Every question answered by its first answer, by the next where the question comes again.</param>
/// <param name="Median">Of a thousand walks at random.</param>
/// <param name="Help">The most inputs from any of its spots; null where it does not apply.</param>
public sealed record Row(string Flow, Channel Channel, string Language, int States, double Longest, double Typical, double Median, int? Help, int? Stop, int? Erase)
{
    internal static IEnumerable<Row> Of(CheckContext context, Explorer explored, Distances distances, Channel channel)
    {
        foreach (var flow in context.Flows.All)
        {
            var inside = explored.Spots.Where(spot => !spot.Away && spot is { Session: { Closed: false, Left: false } session } && session.Channel == channel && session.Flow == flow.Name).ToList();
            var waiting = inside.Where(spot => spot.Waits && ReachProof.Speaks(explored, spot)).ToList();
            if (waiting.Count == 0)
                continue;
            var run = Run.In(explored, flow.Name, inside);
            yield return new Row(
                flow.Name,
                channel,
                explored.World.Language,
                waiting.Select(spot => spot.Place).Distinct().Count(),
                run.Longest,
                run.Typical,
                run.Median,
                Furthest(waiting.Where(ReachProof.HasHelp), distances.Help),
                Furthest(waiting.Where(ReachProof.HasToStop), distances.Stop),
                Furthest(waiting.Where(ReachProof.HasToErase), distances.Erase));
        }
    }

    private static int? Furthest(IEnumerable<Spot> spots, int[] inputs) => spots.Select(spot => (int?)inputs[spot.Id]).Max();
}
