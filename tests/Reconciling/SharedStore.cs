using Hotline.Functions.Storage;
using Hotline.Tests.CheckIns;

namespace Hotline.Tests.Reconciling;

/// <summary>Rows in memory for several at once; dies before or after a commit when told to.</summary>
internal sealed class SharedStore : IStore
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly MemoryStore rows = new();

    public int Commits { get; private set; }

    /// <summary>The commit of this number, counted from now on, is the last thing that the process does; 0: it lives.</summary>
    public int DiesAt { get; set; }

    /// <summary>That commit is stored, and nobody hears so.</summary>
    public bool DiesAfter { get; set; }

    /// <summary>Says that this row is there, whether or not it is: a planted fault.</summary>
    public Func<string, bool> LiesAbout { get; set; } = _ => false;

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        gate.Wait(cancel);
        try
        {
            return LiesAbout(key) ? new(new Row(key, "0", new byte[4], null)) : rows.Read(shard, key, cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        gate.Wait(cancel);
        try
        {
            return rows.Scan(shard, from, to, limit, cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        StoreLimits.CheckCommit(shard, writes);
        await Task.Yield();
        await gate.WaitAsync(cancel);
        try
        {
            Commits++;
            if (DiesAt == 0 || --DiesAt > 0)
                return await rows.Commit(shard, writes, cancel);
            DiesAt = -1;
            if (DiesAfter)
                await rows.Commit(shard, writes, cancel);
            throw Dead();
        }
        finally
        {
            gate.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private static StoreUnavailable Dead() => new("memory", "the process died", 9);
}
