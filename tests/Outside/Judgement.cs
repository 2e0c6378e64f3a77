using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Outside;

/// <summary>What became of stories, half an hour after the last of them was told.</summary>
internal static class Judgement
{
    /// <returns>What is wrong, one line each; empty when every answered story is there once and no other.</returns>
    /// <param name="more">Settings of a store that is no file.</param>
    public static async Task<IReadOnlyList<string>> Of(string data, IReadOnlyCollection<Tale> tales, IReadOnlyList<string>? more = null)
    {
        List<string> wrong = [];
        if (more is null && Database.Ask(data, "PRAGMA integrity_check") is not "ok" and var damage)
            wrong.Add($"the database is damaged: {damage}");
        await using var gateway = await Served.Start(data, clock: new FakeClock(DateTimeOffset.UtcNow.AddMinutes(31)), more: more);
        await gateway.Sweep();
        var counts = (await gateway.Filed()).Where(line => line.IsReport).SelectMany(report => report.Words)
            .GroupBy(words => words.Split(' ')[0]).ToDictionary(group => group.Key, group => group.Count());
        wrong.AddRange(counts.Where(count => count.Value > 1).Select(count => $"{count.Key} is there {count.Value} times"));
        wrong.AddRange(counts.Keys.Except(tales.Select(tale => tale.Tag)).Select(tag => $"{tag} was never sent"));
        wrong.AddRange(tales.Where(tale => tale.FirstAnswered && !counts.ContainsKey(tale.Tag)).Select(tale => $"{tale.Tag} was answered and is not there"));
        var store = gateway.Services.GetRequiredService<IStore>();
        foreach (var tale in tales.Where(tale => tale.Over))
        {
            var (shard, key) = Row(gateway.Services, tale);
            if (await store.Read(shard, key) is null)
                wrong.Add($"{tale.Tag} has a receipt that opens nothing");
        }

        foreach (var shard in CallerId.AllShards)
            if ((await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Count > 0)
                wrong.Add($"shard {shard} still has something to do");
        return wrong;
    }

    /// <summary>Where the report lies that a tale's receipt opens.</summary>
    public static (string Shard, string Key) Row(IServiceProvider services, Tale tale)
    {
        var hash = services.GetRequiredService<Pseudonyms>().OfReceipt(tale.Receipt!);
        return (CallerId.Parse(hash)!.Value.Shard, RowKeys.Report(hash));
    }
}
