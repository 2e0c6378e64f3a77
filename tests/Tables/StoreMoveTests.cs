using Hotline.Functions;
using Hotline.Functions.Storage;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>From a file to a table and back, every row compared; interrupted anywhere it goes on.</summary>
public sealed class StoreMoveTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private readonly Scratch folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_rows_come_over_and_back_again()
    {
        await using var file = SqliteStore.Open(folder.Path("from.db"));
        await Fill(file);
        await using var table = await azurite.Open(Azurite.NewTable());
        var over = await new StoreMove(file, table).Run();
        Assert.Equal((1_263L, 1_263L), (over.Copied, over.Verified));
        Assert.Equal(new MoveResult(0, 1_263), await new StoreMove(file, table).Run());
        await using var back = SqliteStore.Open(folder.Path("to.db"));
        Assert.Equal(new MoveResult(1_263, 1_263), await new StoreMove(table, back).Run());
        await foreach (var shard in file.Shards())
        {
            var (before, after) = (await file.Scan(shard, "", "\uffff"), await back.Scan(shard, "", "\uffff"));
            Assert.Equal(before.Select(row => (row.Key, Convert.ToBase64String(row.Body.Span), row.Columns)), after.Select(row => (row.Key, Convert.ToBase64String(row.Body.Span), row.Columns)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(14)]
    public async Task Interrupted_it_goes_on(int commits)
    {
        await using var file = SqliteStore.Open(folder.Path("from.db"));
        await Fill(file);
        await using var table = await azurite.Open(Azurite.NewTable());
        await Assert.ThrowsAsync<StoreUnavailable>(() => new StoreMove(file, new Ending(table, commits)).Run());
        // What changed since is brought over too.
        await file.Commit("00", [new Replace("row 0001", (await file.Read("00", "row 0001"))!.Version, new byte[] { 9 })]);
        var done = await new StoreMove(file, table).Run();
        Assert.Equal(1_263, done.Verified);
        Assert.InRange(done.Copied, 1, 1_262);
        Assert.Equal([9], (await table.Read("00", "row 0001"))!.Body.ToArray());
    }

    [Fact]
    public async Task A_target_with_rows_of_its_own_is_left_alone()
    {
        await using var file = SqliteStore.Open(folder.Path("from.db"));
        await Fill(file);
        await using var table = await azurite.Open(Azurite.NewTable());
        await table.Commit("00", [new Insert("row 0001 of somebody else", default)]);
        await Assert.ThrowsAsync<SetupException>(() => new StoreMove(file, table).Run());
        Assert.Single(await table.Scan("00", "", "\uffff"));
    }

    [Fact]
    public async Task The_command_brings_reports_and_what_opens_them_to_the_table_where_they_are_read()
    {
        var tale = new Tale("moved.");
        await using (var gateway = await Served.Start(folder.Folder))
        {
            while (!tale.Over)
                Assert.True(await tale.Step(gateway.Carrier));
            await gateway.Sweep();
        }

        var settings = azurite.Settings(Azurite.NewTable());
        var (code, said, errors) = await RunningGateway.RunToEnd(folder.Folder, "Production", ["store", "move", "to-table"], settings);
        Assert.Equal((0, ""), (code, errors));
        Assert.Matches("^[1-9][0-9]* rows copied, [1-9][0-9]* compared: all the same[.]", said);
        // Nothing is read from the file any more.
        foreach (var database in new[] { "hotline.db", "cases.db" })
            File.Delete(folder.Path(database));
        (code, said, _) = await RunningGateway.RunToEnd(folder.Folder, "Production", ["reports", "--json"], settings);
        Assert.Equal(0, code);
        Assert.StartsWith("moved.", Assert.Single(Filed.Parse(said), line => line.IsReport).Words[0], StringComparison.Ordinal);
        // And back.
        (code, said, _) = await RunningGateway.RunToEnd(folder.Folder, "Production", ["store", "move", "to-file", "--json"], settings);
        Assert.Equal(0, code);
        Assert.Matches("^{\"copied\":([1-9][0-9]*),\"verified\":\\1}\n$", said);
        (code, said, _) = await RunningGateway.RunToEnd(folder.Folder, "Production", ["reports", "--json"]);
        Assert.Equal(0, code);
        Assert.Single(Filed.Parse(said), line => line.IsReport);
        Assert.Equal(2, (await RunningGateway.RunToEnd(folder.Folder, "Production", ["store", "move"], settings)).Code);
    }

    private static async Task Fill(SqliteStore store)
    {
        var dice = new Random(3);
        foreach (var some in Enumerable.Range(0, 1_200).Chunk(100))
            await store.Commit("00", [.. some.Select(number => new Insert($"row {number:0000}", Bytes(dice, dice.Next(200))))]);
        foreach (var shard in new[] { "01", "1f", "AbCdEf_-" })
            await store.Commit(shard, [.. Enumerable.Range(0, 20).Select(number => new Insert($"outcome|2026-03-09|{number}", default, Columns.Of(("day", new DateOnly(2026, 3, 9)), ("turns", number), ("province", "ភ្នំពេញ"))))]);
        await store.Commit("large", [new Insert("a", Bytes(dice, 800_000)), new Insert("b", Bytes(dice, 800_000)), new Insert("ខ្មែរ|'", Bytes(dice, 70_000))]);
    }

    private static byte[] Bytes(Random dice, int count)
    {
        var bytes = new byte[count];
        dice.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Goes away after so many commits.</summary>
    private sealed class Ending(TableStore inner, int commits) : IStore, IShards
    {
        private int left = commits;

        public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default) => inner.Read(shard, key, cancel);

        public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) => inner.Scan(shard, from, to, limit, cancel);

        public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default) =>
            left-- > 0 ? inner.Commit(shard, writes, cancel) : throw new StoreUnavailable("there", "it went away", 0);

        public IAsyncEnumerable<string> Shards(CancellationToken cancel = default) => inner.Shards(cancel);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
