using System.Text;
using System.Text.Json;
using Hotline.Functions;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>A case has a key of its own: without it nothing of the case opens, whatever copy of the database somebody has.</summary>
public sealed class CaseTests
{
    [Fact]
    public async Task A_report_and_what_is_added_to_it_are_sealed_with_the_cases_own_key()
    {
        using var folder = new Scratch();
        var desk = await Reopened.Start(folder.Folder, development: true);
        await using var gateway = desk.Gateway;
        var receipt = await desk.File();
        var hash = Hash(gateway, receipt);
        Assert.True(await gateway.Services.GetRequiredService<Desk>().Answer(hash, null, "We read it."));
        var rows = (await desk.Rows(RowKeys.Reports)).Concat(await desk.Rows(RowKeys.Desks)).ToList();
        Assert.Equal(2, rows.Count);
        var key = await gateway.Services.GetRequiredService<CaseKeys>().Find(hash, default);
        var (sealer, ring) = (gateway.Services.GetRequiredService<CaseSealer>(), gateway.Services.GetRequiredService<Sealer>());
        foreach (var (shard, row) in rows)
        {
            Assert.Equal(CaseSealer.Format, row.Body.Span[0]);
            Assert.NotNull(sealer.Open(key, shard, row.Key, row.Body.Span));
            Assert.Null(sealer.Open(null, shard, row.Key, row.Body.Span));
            Assert.Null(sealer.Open(new CaseKey(new byte[32]), shard, row.Key, row.Body.Span));
            Assert.Null(ring.Open(shard, row.Key, row.Body.Span));
        }

        Assert.NotNull(await desk.Report(receipt));
        Assert.Equal("We read it.", (await desk.Report(receipt))!.Replies.Single().Words);
    }

    [Fact]
    public async Task Changed_and_moved_bodies_of_a_case_do_not_open()
    {
        await using var pair = await Pair.Start();
        var sealer = pair.First.Services.GetRequiredService<CaseSealer>();
        var key = new CaseKey(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
        var body = sealer.Seal(key, "07", "report|x", Encoding.UTF8.GetBytes(Reopened.Story));
        Assert.Equal(Reopened.Story, Encoding.UTF8.GetString(sealer.Open(key, "07", "report|x", body)!));
        Assert.Null(sealer.Open(key, "08", "report|x", body));
        Assert.Null(sealer.Open(key, "07", "report|y", body));
        Assert.Null(sealer.Open(key, "07r", "eport|x", body));
        for (var bit = 0; bit < 8 * body.Length; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(sealer.Open(key, "07", "report|x", body));
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (var length = 0; length < body.Length; length++)
            Assert.Null(sealer.Open(key, "07", "report|x", body.AsSpan(0, length)));
    }

    [Fact]
    public async Task What_was_filed_before_cases_had_keys_is_read_amended_and_taken_back()
    {
        using var folder = new Scratch();
        var desk = await Reopened.Start(folder.Folder, development: true);
        await using var gateway = desk.Gateway;
        var receipt = await desk.File();
        var (hash, services) = (Hash(gateway, receipt), gateway.Services);
        var report = (await desk.Report(receipt))!;
        var body = services.GetRequiredService<Sealer>().Seal(FiledReports.ShardOf(hash), report.Row.Key, JsonSerializer.SerializeToUtf8Bytes(report.Original, RowJson.Default.StoredReport));
        await desk.Store.Commit(FiledReports.ShardOf(hash), [new Replace(report.Row.Key, report.Row.Version, body)]);
        await services.GetRequiredService<CaseKeys>().Forget(hash, default);

        Assert.Equal(report.Original.Words, (await desk.Report(receipt))!.Original.Words);
        Assert.True(await services.GetRequiredService<Desk>().Answer(hash, null, "We read it."));
        Assert.Single((await desk.Report(receipt))!.Replies);
        Assert.Equal(0, (await desk.Reports()).Code);
        await Withdraw(services, hash);
        Assert.Empty(await desk.Rows(RowKeys.Reports));
        Assert.Empty(await desk.Rows(RowKeys.Desks));
    }

    [Fact]
    public async Task While_the_store_of_case_keys_is_away_a_report_waits_and_lands_when_it_is_back()
    {
        using var folder = new Scratch();
        var keys = new WatchedStore(SqliteStore.Open(folder.Path("elsewhere.db"))) { FailsBefore = _ => true };
        await using var gateway = await Served.Start(folder.Folder, development: true, change: builder => builder.Services.AddSingleton(new CaseStore(keys)));
        var from = Carrier.Number();
        Heard heard = null!;
        foreach (var said in new[] { Reopened.Story, "1", "2", "2", "2", "1" })
            heard = await gateway.Carrier.Text(from, said);
        Assert.NotNull(heard.Receipt);
        var store = gateway.Services.GetRequiredService<IStore>();
        var shard = CallerId.Parse(Hash(gateway, heard.Receipt))!.Value.Shard;
        Assert.Null(await store.Read(shard, RowKeys.Report(Hash(gateway, heard.Receipt))));
        keys.FailsBefore = _ => false;
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await gateway.Sweep();
        Assert.NotNull(await gateway.Services.GetRequiredService<FiledReports>().Read(Hash(gateway, heard.Receipt)));
        Assert.Single(await gateway.Filed());
        await keys.DisposeAsync();
    }

    /// <summary>At each commit of a withdrawal the process may end.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_withdrawal_that_breaks_half_way_leaves_nothing_readable_once_the_key_is_gone_and_is_finished_later(int commits)
    {
        using var folder = new Scratch();
        var desk = await Reopened.Start(folder.Folder, development: true);
        await using var gateway = desk.Gateway;
        var receipt = await desk.File();
        var (hash, left) = (Hash(gateway, receipt), commits);
        await gateway.Services.GetRequiredService<Desk>().MarkRead(hash);
        desk.Store.FailsBefore = _ => left-- <= 0;
        await Record.ExceptionAsync(() => Withdraw(gateway.Services, hash));
        desk.Store.FailsBefore = _ => false;
        var gone = await gateway.Services.GetRequiredService<CaseKeys>().Find(hash, default) is null;
        Assert.Equal(commits > 0, gone);
        Assert.Equal(gone, await desk.Report(receipt) is null);
        await Withdraw(gateway.Services, hash);
        Assert.Empty(await desk.Rows(RowKeys.Reports));
        Assert.Empty(await desk.Rows(RowKeys.Desks));
        Assert.Single(await desk.Rows(RowKeys.Waiting("withdrawn", "")));
        Assert.Null(await gateway.Services.GetRequiredService<CaseKeys>().Find(hash, default));
    }

    [Fact]
    public async Task Reports_whose_case_keys_are_missing_stop_the_start()
    {
        using var folder = new Scratch();
        await using (var gateway = (await Reopened.Start(folder.Folder, development: true)) is var desk && await desk.File() is not null ? desk.Gateway : null!)
        {
        }

        foreach (var file in Directory.GetFiles(folder.Folder, "cases.db*"))
            File.Delete(file);
        var refusal = await Assert.ThrowsAsync<SetupException>(async () => await Served.Start(folder.Folder, development: true));
        Assert.Contains("cases.db", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("cases.db")));
    }

    private static string Hash(Served gateway, string receipt) => gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(receipt);

    private static async Task Withdraw(IServiceProvider services, string hash) =>
        await services.GetRequiredService<AmendmentLanding>().Land(new LandedAmendment([hash], "withdrawal", new StoredAmendment(new DateOnly(2026, 11, 22), 0, StoredAmendment.Withdrawal, null, "", null)), default);
}
