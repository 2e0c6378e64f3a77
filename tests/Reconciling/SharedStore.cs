using Hotline.Functions.Storage;
using Hotline.Tests.CheckIns;

namespace Hotline.Tests.Reconciling;

/// <summary>Rows in memory for several at once; dies before or after a commit when told to.</summary>
internal sealed class SharedStore : IStore
{
    private readonly Lock gate = new();
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
        lock (gate)
            return LiesAbout(key) ? new(new Row(key, "0", new byte[4], null)) : rows.Read(shard, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        lock (gate)
            return rows.Scan(shard, from, to, limit, cancel);
    }

    public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        StoreLimits.CheckCommit(shard, writes);
        lock (gate)
        {
            Commits++;
            if (DiesAt == 0 || --DiesAt > 0)
                return rows.Commit(shard, writes, cancel);
            DiesAt = -1;
            return DiesAfter && !rows.Commit(shard, writes, cancel).IsCompletedSuccessfully ? throw new InvalidOperationException("Memory does not wait.") : throw Dead();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static StoreUnavailable Dead() => new("memory", "the process died", 9);
}
