using Hotline.Functions.Storage;

namespace Hotline.Tests.Tables;

/// <summary>Counts what is asked of a store.</summary>
internal sealed class CountedStore(IStore inner) : IStore
{
    private long reads;
    private long scans;
    private long commits;
    private long conflicts;

    public long Reads => Interlocked.Read(ref reads);

    public long Scans => Interlocked.Read(ref scans);

    public long Commits => Interlocked.Read(ref commits);

    public long Conflicts => Interlocked.Read(ref conflicts);

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref reads);
        return inner.Read(shard, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref scans);
        return inner.Scan(shard, from, to, limit, cancel);
    }

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref commits);
        var result = await inner.Commit(shard, writes, cancel);
        if (result == CommitResult.Conflict)
            Interlocked.Increment(ref conflicts);
        return result;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
