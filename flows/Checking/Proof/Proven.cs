using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What the exploration of one world showed.</summary>
public sealed record Proven(World World, int Spots, int Turns, IReadOnlyList<ProvenFault> Faults, IReadOnlyList<Row> Rows)
{
    /// <param name="step">Another engine, for the tests of the proof.</param>
    /// <param name="most">Spots after which it is cut.</param>
    public static Proven In(CheckContext context, World world, Stepper? step = null, int most = Explorer.MostSpots)
    {
        var explorer = new Explorer(context, world, step);
        explorer.Go(most);
        if (explorer.Cut)
            return new(world, explorer.Spots.Count, explorer.Turns, [.. explorer.Faults.All], []);
        var distances = ReachProof.Of(explorer);
        EndProof.Of(explorer);
        var rows = Enum.GetValues<Channel>().SelectMany(channel => Row.Of(context, explorer, distances, channel)).ToList();
        return new(world, explorer.Spots.Count, explorer.Turns, [.. explorer.Faults.All], rows);
    }

    /// <summary>What the catalogues promise; in no world in particular.</summary>
    public static IReadOnlyList<Finding> Words(CheckContext context) => [.. PromiseRules.All(context)];
}
