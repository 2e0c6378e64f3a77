using System.Runtime.Versioning;
using Hotline.Functions;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Sqlite;
using Xunit;

namespace Hotline.Tests.Storage;

/// <summary>What SQLite and its file are set to, read where it counts: on the writing connection and on the disk.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SqliteFileTests : IDisposable
{
    private readonly Scratch scratch = new();

    private string Path => scratch.Path("hotline.db");

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("synchronous", "2")]
    [InlineData("journal_mode", "wal")]
    [InlineData("secure_delete", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("auto_vacuum", "2")]
    [InlineData("user_version", "1")]
    public async Task The_writing_connection_keeps_every_promise_of_durability(string pragma, string value)
    {
        await using var store = SqliteStore.Open(Path);
        await store.Commit("a", [new Insert("k", default)]);
        Assert.Equal(value, store.Writer.Look(database => database.Ask("PRAGMA " + pragma)));
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files()
    {
        await using var store = SqliteStore.Open(Path);
        await store.Commit("a", [new Insert("k", default)]);
        var files = Directory.GetFiles(scratch.Folder);
        Assert.Contains(Path + "-wal", files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_group_of_commits_needs_one_fsync()
    {
        await using var store = SqliteStore.Open(Path);
        await Task.WhenAll(HeldBack(store, 200));
        Assert.Equal(200, store.Commits);
        Assert.InRange(store.GroupCommits, 1, 3);
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_while_it_waits_is_not_stored()
    {
        await using var store = SqliteStore.Open(Path);
        using var impatient = new CancellationTokenSource();
        var waiting = store.Writer.Look(_ =>
        {
            // The first commit occupies the writer, which waits for us; the second one waits behind it.
            var first = store.Commit("a", [new Insert("first", default)]).AsTask();
            SpinWait.SpinUntil(() => store.Writer.Waiting == 0);
            var second = store.Commit("a", [new Insert("second", default)], impatient.Token).AsTask();
            impatient.Cancel();
            return (first, second);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.second);
        Assert.Equal(CommitResult.Committed, await waiting.first);
        await store.Commit("a", [new Insert("third", default)]);
        Assert.Equal(["first", "third"], (await store.Scan("a", "", "~")).Select(row => row.Key));
    }

    [Fact]
    public async Task A_spreadsheet_reads_outcomes_as_plain_columns()
    {
        await using var store = SqliteStore.Open(Path);
        await store.Commit("a", [
            new Insert("outcome|2026-11-22|x", default, Columns.Of(
                ("day", new DateOnly(2026, 11, 22)), ("flow", "report"), ("flow_version", 3), ("channel", "sms"), ("language", "km"), ("campaign", "radio"),
                ("end", "filed"), ("turns", 11), ("segments", 14), ("seconds", 95.5), ("province", "12"), ("kind", "labour"), ("risk", 2))),
            new Insert("report|x", default, Columns.Of(("flow", "not an outcome")))]);
        const string All = "day || flow || flow_version || channel || language || campaign || \"end\" || turns || segments || seconds || province || kind || risk";
        Assert.Equal("1", store.Writer.Look(database => database.Ask("SELECT count(*) FROM outcomes")));
        Assert.Equal("2026-11-22report3smskmradiofiled111495.512labour2", store.Writer.Look(database => database.Ask($"SELECT {All} FROM outcomes")));
        Assert.Equal("text integer real", store.Writer.Look(database => database.Ask("SELECT typeof(day) || ' ' || typeof(turns) || ' ' || typeof(seconds) FROM outcomes")));
    }

    [Fact]
    public async Task A_deleted_body_leaves_the_disk_when_the_store_closes()
    {
        var marker = "a planted sentence that must go"u8.ToArray();
        await using (var store = SqliteStore.Open(Path))
        {
            await store.Commit("a", [new Insert("k", marker), new Insert("other", new byte[5_000])]);
            Assert.True(scratch.Holds(marker));
            await store.Commit("a", [new Delete("k")]);
        }

        Assert.False(scratch.Holds(marker));
    }

    [Fact]
    public async Task The_order_of_commits_cannot_be_read_from_the_versions()
    {
        await using var store = SqliteStore.Open(Path);
        for (var i = 0; i < 200; i++)
            await store.Commit("a", [new Insert($"{i:000}", default)]);
        var versions = (await store.Scan("a", "", "~")).Select(row => row.Version).ToList();
        Assert.Equal(200, versions.Distinct().Count());
        var rising = versions.Zip(versions.Skip(1)).Count(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
        Assert.InRange(rising, 60, 140);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused()
    {
        using (var database = Fresh())
            database.Execute("PRAGMA user_version = 2");
        var refusal = Assert.Throws<SetupException>(() => SqliteStore.Open(Path));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_not_changed()
    {
        using (var database = Raw())
            database.Execute("CREATE TABLE theirs (x)");
        Assert.Throws<SetupException>(() => SqliteStore.Open(Path));
        using (var database = Raw())
            Assert.Equal("1", database.Ask("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await using (var store = SqliteStore.Open(Path))
        {
            for (var i = 0; i < 50; i++)
                await store.Commit("a", [new Insert($"{i}", new byte[3_000])]);
        }

        using (var file = File.OpenWrite(Path))
        {
            file.Position = 8_192;
            file.Write(new byte[40_000]);
        }

        var refusal = Assert.Throws<StoreUnavailable>(() => SqliteStore.Open(Path));
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Path, new string('x', 10_000));
        Assert.Contains("damaged", Assert.Throws<StoreUnavailable>(() => SqliteStore.Open(Path)).Message, StringComparison.Ordinal);
    }

    /// <summary>Commits that all wait while the writer cannot write.</summary>
    private static Task<CommitResult>[] HeldBack(SqliteStore store, int count) => store.Writer.Look(_ =>
        Enumerable.Range(0, count).Select(i => store.Commit("a", [new Insert($"{i}", default)]).AsTask()).ToArray());

    private Database Raw()
    {
        StoreFile.Ensure(Path);
        return Database.Open(Path, readOnly: false, TimeSpan.Zero);
    }

    private Database Fresh()
    {
        SqliteStore.Open(Path).DisposeAsync().AsTask().Wait();
        return Raw();
    }
}
