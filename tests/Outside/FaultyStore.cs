using Hotline.Functions.Storage;

namespace Hotline.Tests.Outside;

/// <summary>A store whose disk fails when told to.</summary>
internal sealed class FaultyStore(IStore inner) : IStore
{
    private int commits;

    /// <summary>Nothing can be read or written.</summary>
    public bool Away { get; set; }

    /// <summary>Reads work, writes do not: a full disk.</summary>
    public bool Full { get; set; }

    /// <summary>The next commit is stored, and the disk fails before it says so.</summary>
    public bool LosesTheNextWord { get; set; }

    /// <summary>Every so many commits one fails; 0: none does.</summary>
    public int FailsEvery { get; set; }

    /// <summary>Commits wait for this: a disk that hangs.</summary>
    public Task Hanging { get; set; } = Task.CompletedTask;

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default) =>
        Away ? throw Unavailable() : inner.Read(shard, key, cancel);

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) =>
        Away ? throw Unavailable() : inner.Scan(shard, from, to, limit, cancel);

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        await Hanging;
        if (Away || Full || (FailsEvery > 0 && Interlocked.Increment(ref commits) % FailsEvery == 0))
            throw Unavailable();
        var result = await inner.Commit(shard, writes, cancel);
        if (!LosesTheNextWord)
            return result;
        LosesTheNextWord = false;
        throw Unavailable();
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static StoreUnavailable Unavailable() => new("hotline.db", "the disk is full", 13);
}
