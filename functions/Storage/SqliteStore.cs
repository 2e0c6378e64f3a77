using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Hotline.Functions.Storage.Sqlite;

namespace Hotline.Functions.Storage;

/// <summary>The embedded store: one SQLite file, one writer with group commit, readers that nobody blocks.</summary>
public sealed class SqliteStore : IStore, IProbe, IShards
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(2);

    private readonly string path;
    private readonly Writer writer;
    private readonly ReaderPool readers;

    private SqliteStore(string path, Database database, TimeSpan patience)
    {
        this.path = path;
        writer = new Writer(database, patience);
        readers = new ReaderPool(path, patience);
    }

    /// <summary>Commits that wrote something since the start.</summary>
    public long Commits => writer.Commits;

    /// <summary>Transactions, and so fsyncs of the log, that these commits needed.</summary>
    public long GroupCommits => writer.Groups;

    internal Writer Writer => writer;

    /// <summary>Patience is how long to wait for another program that holds the file; two seconds if not said.</summary>
    /// <exception cref="StoreUnavailable">The file cannot be opened, written or is damaged.</exception>
    /// <exception cref="SetupException">It is another program's or a newer version's file, or lies on an unfit disk.</exception>
    public static SqliteStore Open(string path, TimeSpan? patience = null)
    {
        path = Path.GetFullPath(path);
        StoreFile.Ensure(path);
        var database = Database.Open(path, readOnly: false, patience ?? UsualPatience);
        try
        {
            Schema.Prepare(database);
            return new SqliteStore(path, database, patience ?? UsualPatience);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckPlace(shard, key);
        return new(Reading(reader => reader.Read(shard, key), cancel));
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        StoreLimits.CheckRange(shard, from, to, limit);
        return new(Reading(reader => reader.Scan(shard, from, to, limit), cancel));
    }

    public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        StoreLimits.CheckCommit(shard, writes);
        cancel.ThrowIfCancellationRequested();
        if (writes.Count == 0)
            return new(CommitResult.Committed);
        var done = writer.Enqueue(new PendingCommit(shard, writes, cancel));
        // A hung disk must not hold the caller beyond its deadline.
        return new(cancel.CanBeCanceled ? done.WaitAsync(cancel) : done);
    }

    public async IAsyncEnumerable<string> Shards([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        for (var last = ""; Reading(reader => reader.ShardAfter(last), cancel) is { } shard; last = shard)
            if (shard != Schema.ProbeShard)
                yield return shard;
    }

    /// <summary>For the health check: really writes a row, reads it back and deletes it.</summary>
    public async ValueTask<bool> AcceptsWrites()
    {
        try
        {
            var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            // A file deleted under us still takes writes, which nobody would find again.
            return File.Exists(path)
                && await Commit(Schema.ProbeShard, [new Insert(key, default)]) == CommitResult.Committed
                && await Read(Schema.ProbeShard, key) is not null
                && await Commit(Schema.ProbeShard, [new Delete(key)]) == CommitResult.Committed;
        }
        catch (StoreUnavailable)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        await writer.DisposeAsync();
    }

    private T Reading<T>(Func<Reader, T> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var reader = readers.Rent();
        try
        {
            var result = read(reader);
            readers.Return(reader);
            return result;
        }
        catch
        {
            // After a disk error the next read opens afresh.
            reader.Dispose();
            throw;
        }
    }
}
