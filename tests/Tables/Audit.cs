using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Tests.Tables;

/// <summary>What became of reports that were told through offices.</summary>
internal static class Audit
{
    /// <returns>What is wrong, one line each; empty when every answered story is there once and no other.</returns>
    public static async Task<IReadOnlyList<string>> Of(Office office, IReadOnlyCollection<Teller> tellers)
    {
        var shelf = await office.Get<Shelves>().Read();
        var counts = shelf.Reports.SelectMany(report => report.Original.Words).GroupBy(words => words.Split(' ')[0]).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var landed = shelf.Reports.Select(report => report.Hash).ToHashSet(StringComparer.Ordinal);
        var names = office.Get<Pseudonyms>();
        List<string> wrong = shelf.Unread == 0 ? [] : [$"{shelf.Unread} rows do not open"];
        wrong.AddRange(counts.Where(count => count.Value > 1).Select(count => $"{count.Key} is there {count.Value} times"));
        wrong.AddRange(counts.Keys.Except(tellers.Select(teller => teller.Tag)).Select(tag => $"{tag} was never sent"));
        wrong.AddRange(tellers.Where(teller => teller.Step > 0 && !counts.ContainsKey(teller.Tag)).Select(teller => $"{teller.Tag} was answered {teller.Step} times and is not there"));
        wrong.AddRange(tellers.Where(teller => teller.Receipt is not null && !landed.Contains(names.OfReceipt(teller.Receipt!))).Select(teller => $"{teller.Tag} has a receipt that opens nothing"));
        foreach (var shard in CallerId.AllShards)
            if ((await office.Store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Count > 0)
                wrong.Add($"shard {shard} still has something to do");
        return wrong;
    }
}
