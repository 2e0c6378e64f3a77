using Hotline.Functions.Storage;

namespace Hotline.Tests.Outside;

/// <summary>A store that notes what is asked of it, and whose disk fails for chosen commits.</summary>
internal sealed class WatchedStore(IStore inner) : IStore
{
    private readonly List<string> asked = [];

    /// <summary>Kinds of operations in order, with the kind of row but neither shard nor name.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (asked)
                return [.. asked];
        }
    }

    /// <summary>Commits that fail before they are stored.</summary>
    public Func<IReadOnlyList<Write>, bool> FailsBefore { get; set; } = _ => false;

    /// <summary>Commits that are stored, and then the disk fails before it says so.</summary>
    public Func<IReadOnlyList<Write>, bool> FailsAfter { get; set; } = _ => false;

    public void Forget()
    {
        lock (asked)
            asked.Clear();
    }

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        Note("read", key);
        return inner.Read(shard, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        Note("scan", from);
        return inner.Scan(shard, from, to, limit, cancel);
    }

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        Note("commit", string.Join('+', writes.Select(write => $"{write.GetType().Name} {Kind(write.Key)}").Order(StringComparer.Ordinal)));
        if (FailsBefore(writes))
            throw Unavailable();
        var result = await inner.Commit(shard, writes, cancel);
        return FailsAfter(writes) ? throw Unavailable() : result;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static string Kind(string key) => key.Split('|') switch
    {
        ["todo", _, var kind, ..] => $"todo {kind}",
        ["kept", var kind, ..] => $"kept {kind}",
        var parts => parts[0],
    };

    private static StoreUnavailable Unavailable() => new("hotline.db", "the disk is full", 13);

    private void Note(string what, string key)
    {
        lock (asked)
            asked.Add($"{what} {(what == "commit" ? key : Kind(key))}");
    }
}
