using System.Text;
using Azure.Core;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Tables;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>What a commit says when its answer was lost on the way and the client asked again.</summary>
public sealed class LostAnswerTests(Azurite azurite) : IClassFixture<Azurite>, IAsyncLifetime
{
    private readonly FaultyTransport network = new(1);
    private readonly string table = Azurite.NewTable();
    private TableStore store = null!;
    private TableStore other = null!;

    public async Task InitializeAsync()
    {
        other = await azurite.Open(table);
        store = await azurite.Open(table, Faulty(network));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        await other.DisposeAsync();
    }

    internal static TableClientOptions Faulty(FaultyTransport network) => new()
    {
        Transport = network,
        Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(20) },
    };

    [Theory]
    [InlineData(StorageFault.LostAfter)]
    [InlineData(StorageFault.TooLate)]
    [InlineData(StorageFault.TimedOutAfter)]
    public async Task A_commit_that_was_written_is_committed_although_its_answer_was_lost(StorageFault fault)
    {
        network.Next.Enqueue(fault);
        Assert.Equal(CommitResult.Committed, await store.Commit("a", [new Delete("never there"), new Insert("k", Bytes("1"))]));
        var row = await store.Read("a", "k");
        network.Next.Enqueue(fault);
        network.Next.Enqueue(fault);
        Assert.Equal(CommitResult.Committed, await store.Commit("a", [new Replace("k", row!.Version, Bytes("2")), new Insert("beside", default)]));
        Assert.Equal("2", Encoding.UTF8.GetString((await store.Read("a", "k"))!.Body.Span));
    }

    [Theory]
    [InlineData(StorageFault.LostBefore)]
    [InlineData(StorageFault.Busy)]
    [InlineData(StorageFault.Throttled)]
    public async Task A_commit_that_never_arrived_is_made_by_the_next_try(StorageFault fault)
    {
        network.Next.Enqueue(fault);
        Assert.Equal(CommitResult.Committed, await store.Commit("a", [new Insert("k", Bytes("1"))]));
        Assert.NotNull(await store.Read("a", "k"));
    }

    [Fact]
    public async Task A_conflict_with_somebody_else_is_a_conflict_even_after_a_lost_answer()
    {
        Assert.Equal(CommitResult.Committed, await other.Commit("a", [new Insert("k", Bytes("theirs")), new Insert("stays", default)]));
        var stays = await store.Read("a", "stays");
        network.Next.Enqueue(StorageFault.LostBefore);
        Assert.Equal(CommitResult.Conflict, await store.Commit("a", [new Insert("k", Bytes("ours")), new Delete("stays", stays!.Version)]));
        Assert.Equal("theirs", Encoding.UTF8.GetString((await store.Read("a", "k"))!.Body.Span));
    }

    [Fact]
    public async Task What_nobody_can_tell_is_said_so()
    {
        await other.Commit("a", [new Insert("k", default)]);
        var row = await store.Read("a", "k");
        network.Next.Enqueue(StorageFault.LostAfter);
        // Our own try took it away; by its absence alone it could as well have been somebody else.
        await Assert.ThrowsAsync<StoreUnavailable>(async () => await store.Commit("a", [new Delete("k", row!.Version)]));
        Assert.Null(await store.Read("a", "k"));
    }

    [Fact]
    public async Task Without_the_name_of_its_commit_a_written_row_would_be_taken_for_somebody_elses()
    {
        network.Next.Enqueue(StorageFault.LostAfter);
        var client = azurite.Client(table, Faulty(network));
        // Positive control: the client alone reports a conflict with itself.
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => client.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a", "k"))]));
        Assert.Equal((409, "EntityAlreadyExists", 0), (refused.Status, refused.ErrorCode, refused.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_service_that_stays_away_is_unavailable_and_nothing_of_the_row_is_said()
    {
        network.Share = 1;
        for (var i = 0; i < 20; i++)
            if (await Record.ExceptionAsync(async () => await store.Commit("a", [new Insert("secret key", Bytes("secret body"))])) is { } away)
            {
                Assert.IsType<StoreUnavailable>(away);
                Assert.DoesNotContain("secret", away.ToString(), StringComparison.Ordinal);
            }

        network.Share = 0;
        Assert.NotNull(await Record.ExceptionAsync(async () => await new TableStore(options => new TableServiceClient(azurite.Endpoint, new TableSharedKeyCredential(Azurite.Account, Convert.ToBase64String(new byte[64])), options).GetTableClient(table), Faulty(network)).Read("a", "secret key")));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
