using System.Diagnostics;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Sqlite;
using Xunit;

namespace Hotline.Tests.Storage;

/// <summary>Disks fail; what was committed stays, what failed is whole or not there, and the store works again when the disk does.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly Scratch scratch = new();

    private string Path => scratch.Path("hotline.db");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_unavailable_until_it_can()
    {
        // Even root may not create files there, so this holds for whoever runs the tests.
        var folder = scratch.Path("disk");
        Directory.CreateSymbolicLink(folder, "/proc");
        var path = System.IO.Path.Combine(folder, "hotline.db");
        var refusal = Assert.Throws<StoreUnavailable>(() => SqliteStore.Open(path));
        Assert.Contains("hotline.db", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(scratch.Folder, refusal.ToString(), StringComparison.Ordinal);

        File.Delete(folder);
        Directory.CreateDirectory(folder);
        await using var store = SqliteStore.Open(path);
        Assert.True(await store.AcceptsWrites());
    }

    [Fact]
    public async Task A_disk_that_turns_read_only_is_unavailable_until_it_is_writable()
    {
        await using var store = SqliteStore.Open(Path);
        await store.Commit("a", [new Insert("before", default)]);
        store.Writer.Look(database => database.Ask("PRAGMA query_only = ON"));
        await Unavailable(store, "read-only");
        Assert.NotNull(await store.Read("a", "before"));
        store.Writer.Look(database => database.Ask("PRAGMA query_only = OFF"));
        await Available(store);
    }

    [Fact]
    public async Task A_full_disk_undoes_the_whole_group_and_nothing_else()
    {
        await using var store = SqliteStore.Open(Path);
        await store.Commit("a", [new Insert("before", default)]);
        store.Writer.Look(database => database.Ask("PRAGMA max_page_count = 8"));
        var group = store.Writer.Look(_ =>
        {
            // The writer takes the first commit by itself; the others wait for one group.
            var first = store.Commit("a", [new Insert("first", default)]).AsTask();
            SpinWait.SpinUntil(() => store.Writer.Waiting == 0);
            return Enumerable.Range(0, 20).Select(i => store.Commit("a", [new Insert($"full {i}", new byte[i == 19 ? 60_000 : 10])]).AsTask()).Prepend(first).ToArray();
        });
        Assert.Equal(CommitResult.Committed, await group[0]);
        foreach (var commit in group[1..])
            Assert.Contains("full", (await Assert.ThrowsAsync<StoreUnavailable>(() => commit)).Message, StringComparison.Ordinal);
        Assert.Equal(["before", "first"], (await store.Scan("a", "", "~")).Select(row => row.Key));
        store.Writer.Look(database => database.Ask("PRAGMA max_page_count = 1000000"));
        await Available(store);
    }

    [Fact]
    public async Task Another_programs_lock_is_unavailable_until_it_lets_go()
    {
        await using var store = SqliteStore.Open(Path, TimeSpan.FromMilliseconds(20));
        using (var other = Database.Open(Path, readOnly: false, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            await Unavailable(store, "another program");
            Assert.Null(await store.Read("a", "k"));
        }

        await Available(store);
    }

    [Fact]
    public async Task A_database_that_was_moved_away_does_not_pass_the_health_check()
    {
        await using var store = SqliteStore.Open(Path);
        Assert.True(await store.AcceptsWrites());
        File.Move(Path, scratch.Path("elsewhere.db"));
        Assert.False(await store.AcceptsWrites());
    }

    [Fact]
    public async Task The_health_check_leaves_no_row()
    {
        await using var store = SqliteStore.Open(Path);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => Assert.True(await store.AcceptsWrites()))));
        Assert.Equal("0", store.Writer.Look(database => database.Ask("SELECT count(*) FROM rows")));
    }

    [Fact]
    public async Task A_torn_log_opens_to_whole_commits_only()
    {
        var random = new Random(20261122);
        var log = await LogOfHundredPairs();
        for (var tear = 0; tear < 60; tear++)
        {
            var copy = (byte[])log.Wal.Clone();
            var at = random.Next(copy.Length);
            if (tear % 2 == 0)
                copy[at] ^= (byte)(1 << random.Next(8));
            else
                copy = copy[..at];
            var path = scratch.Path($"torn{tear}.db");
            await File.WriteAllBytesAsync(path, log.Db);
            await File.WriteAllBytesAsync(path + "-wal", copy);
            await using var store = SqliteStore.Open(path);
            var keys = (await store.Scan("a", "", "~")).Select(row => row.Key).ToList();
            // Each commit wrote both halves: whatever is lost is lost from the end, and never half.
            Assert.Equal(Enumerable.Range(0, keys.Count / 2).SelectMany(i => new[] { $"{i:000} one", $"{i:000} two" }), keys);
        }
    }

    [Fact]
    public async Task Every_answer_waits_for_an_fsync()
    {
        await using var store = SqliteStore.Open(Path);
        for (var i = 0; i < 50; i++)
            await store.Commit("a", [new Insert($"{i}", default)]);
        Assert.Equal(50, store.GroupCommits);
        Assert.Equal(50, store.Commits);
    }

    private static async Task Unavailable(SqliteStore store, string because)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailable>(async () => await store.Commit("a", [new Insert("during", default)]));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.False(await store.AcceptsWrites());
    }

    private static async Task Available(SqliteStore store)
    {
        Assert.True(await store.AcceptsWrites());
        Assert.Null(await store.Read("a", "during"));
        Assert.Equal(CommitResult.Committed, await store.Commit("a", [new Insert("after", new byte[60_000])]));
        Assert.NotNull(await store.Read("a", "after"));
    }

    /// <summary>The files as a power cut would leave them: a hundred commits in the log, none moved to the database yet.</summary>
    private async Task<(byte[] Db, byte[] Wal)> LogOfHundredPairs()
    {
        await using var store = SqliteStore.Open(Path);
        for (var i = 0; i < 100; i++)
            await store.Commit("a", [new Insert($"{i:000} one", new byte[300]), new Insert($"{i:000} two", new byte[300])]);
        Assert.Equal(200, (await store.Scan("a", "", "~")).Count);
        return store.Writer.Look(_ => (Copy(Path), Copy(Path + "-wal")));
    }

    private static byte[] Copy(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        Debug.Assert(copy.Length > 0);
        return copy.ToArray();
    }
}
