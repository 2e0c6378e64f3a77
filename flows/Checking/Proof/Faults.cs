using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What was found in one world: each sentence once for each state, with the shortest way there.</summary>
public sealed class Faults
{
    private readonly CheckContext context;
    private readonly World world;
    private readonly TurnRules rules;
    private readonly Dictionary<(string, string, string), ProvenFault> found = [];

    internal Faults(CheckContext context, World world, Sayings sayings) =>
        (this.context, this.world, rules) = (context, world, new TurnRules(context, sayings));

    public IEnumerable<ProvenFault> All => found.Values;

    internal void Look(IReadOnlyList<Spot> spots, Spot from, Step step)
    {
        foreach (var sentence in rules.Of(step))
            Add(spots, from, step.Move, step.Place, sentence);
    }

    internal void Thrown(IReadOnlyList<Spot> spots, Spot from, Move move, Exception e) =>
        Add(spots, from, move, from.Place ?? Everywhere.Door, $"it throws {e.GetType().Name}");

    internal void Cut(int most) => Keep(new Finding("flows", "-", $"the exploration was cut at {most} spots, so nothing is proven"), "");

    internal void Add(IReadOnlyList<Spot> spots, Spot from, Move? move, Place place, string sentence)
    {
        var finding = new Finding(context.Flows.Find(place.Flow)?.File ?? place.Flow, place.State, sentence);
        if (!found.ContainsKey((finding.File, finding.State, finding.Sentence)))
            Keep(finding, Replay(spots, from, move));
    }

    private void Keep(Finding finding, string replay) => found.TryAdd((finding.File, finding.State, finding.Sentence), new ProvenFault(finding, world.Name, replay));

    /// <summary>Line by line as it can be typed in the terminal.</summary>
    private static string Replay(IReadOnlyList<Spot> spots, Spot from, Move? move)
    {
        var lines = new List<string>();
        if (move is not null)
            lines.Add(move.Line);
        for (var spot = from; spot.By is { } by; spot = spots[spot.From])
            lines.Add(by.Line);
        lines.Reverse();
        return string.Join(" | ", lines);
    }
}
