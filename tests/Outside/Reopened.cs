using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Outside;

/// <summary>A gateway with a report in it, and what its caseworker and its rows say.</summary>
internal sealed class Reopened(Served gateway, WatchedStore store)
{
    public const string Story = "ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ មិនឱ្យចេញក្រៅ";

    public Served Gateway => gateway;

    public WatchedStore Store => store;

    public static async Task<Reopened> Start(string folder, FakeClock? clock = null, bool development = false)
    {
        WatchedStore watched = null!;
        var gateway = await Served.Start(folder, development, clock, builder => builder.Services.AddSingleton<IStore>(services => watched = new WatchedStore(services.GetRequiredService<SqliteStore>())));
        _ = gateway.Services.GetRequiredService<IStore>();
        return new Reopened(gateway, watched);
    }

    /// <returns>The receipt of a report filed from a phone of its own.</returns>
    public async Task<string> File(bool callBack = false, string? from = null)
    {
        Heard heard = null!;
        from ??= Carrier.Number();
        foreach (var said in callBack ? new[] { Story, "1", "2", "2", "1", "1", "4", "1" } : [Story, "1", "2", "2", "2", "1"])
            heard = await gateway.Carrier.Text(from, said);
        return heard.Receipt!;
    }

    /// <summary>The last answer of a conversation by text.</summary>
    public async Task<string> Say(string from, params string[] texts)
    {
        Heard heard = null!;
        foreach (var text in texts)
            heard = await gateway.Carrier.Text(from, text);
        return string.Join('\n', heard.Messages);
    }

    public async Task<(int Code, string Said)> Reports(params string[] arguments)
    {
        using var output = new StringWriter();
        return (await gateway.Services.GetRequiredService<ReportsCommand>().Run(["reports", .. arguments], output), output.ToString());
    }

    public async Task<FiledReport?> Report(string receipt) =>
        await gateway.Services.GetRequiredService<FiledReports>().Read(gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(receipt));

    public string Case(string receipt) => FiledReport.CaseOf(gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(receipt));

    /// <summary>Keys of all rows of all shards.</summary>
    public async Task<IReadOnlyList<(string Shard, Row Row)>> Rows(string prefix = "")
    {
        List<(string, Row)> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange((await store.Scan(shard, prefix, prefix + "\uffff")).Select(row => (shard, row)));
        return rows;
    }
}
