using System.Globalization;
using System.Text;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>The proof as people read it.</summary>
public static class ProofTable
{
    /// <summary>What several worlds show alike is told once, by the shortest way.</summary>
    public static IEnumerable<string> Findings(IEnumerable<Proven> proof) =>
        proof.SelectMany(proven => proven.Faults).GroupBy(fault => fault.Finding).Select(same => same.MinBy(fault => fault.Replay.Length)!.ToString()).Order(StringComparer.Ordinal);

    public static string Of(IReadOnlyCollection<Proven> proof)
    {
        if (proof.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var channel in Enum.GetValues<Channel>())
            Add(text, proof, channel);
        text.Append(CultureInfo.InvariantCulture, $"Explored: {proof.Sum(proven => proven.Spots):N0} spots and {proof.Sum(proven => proven.Turns):N0} turns in {proof.Count} worlds (who writes or calls, from where, with the number hidden or not, and who is on duty):\n");
        foreach (var proven in proof)
            text.Append(CultureInfo.InvariantCulture, $"  {proven.World.Name}: {proven.Spots:N0} spots, {proven.Turns:N0} turns\n");
        return text.Append('\n').ToString();
    }

    private static void Add(StringBuilder text, IEnumerable<Proven> proof, Channel channel)
    {
        var voice = channel == Channel.Voice;
        text.Append(voice ? "\nBy voice, in seconds of speech (estimated), Khmer / English" : "\nBy text, in segments, Khmer / English").Append('\n');
        text.Append(Line("conversation", "states", "longest", "typical", "median", "help", "stop", "erase"));
        foreach (var rows in proof.SelectMany(proven => proven.Rows).Where(row => row.Channel == channel).GroupBy(row => row.Flow))
            text.Append(Line(
                rows.Key,
                $"{rows.Max(row => row.States)}",
                Both(rows, row => row.Longest),
                Both(rows, row => row.Typical),
                Both(rows, row => row.Median),
                Far(rows.Max(row => row.Help)),
                Far(rows.Max(row => row.Stop)),
                Far(rows.Max(row => row.Erase))));
        text.Append(voice
            ? "longest: each state said once, at its dearest. typical: always the first answer. median: of 1,000 walks at random. help, stop, erase: the most keys from any spot (check-ins: the code first; the case is erased by a caseworker).\n"
            : "help, stop, erase: the most messages from any spot; a report opened by its code is deleted by two more.\n");
    }

    private static string Both(IEnumerable<Row> rows, Func<Row, double> cost) =>
        string.Join(" / ", rows.GroupBy(row => row.Language).OrderByDescending(same => same.Key, StringComparer.Ordinal).Select(same => same.Max(cost).ToString("0", CultureInfo.InvariantCulture)));

    private static string Far(int? inputs) => inputs switch { null => "-", int.MaxValue => "never", { } some => some.ToString(CultureInfo.InvariantCulture) };

    private static string Line(string first, params string[] cells) => "  " + first.PadRight(14) + string.Concat(cells.Select(cell => cell.PadLeft(12))) + "\n";
}
