using Hotline.Functions.Storage;

namespace Hotline.Tests.CheckIns;

/// <summary>Rows in memory: no disk hides in its noise what the program itself would tell.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly Dictionary<string, (SortedSet<string> Keys, Dictionary<string, Row> Rows)> shards = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long version;

    public ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        lock (gate)
            return new(Of(shard).Rows.GetValueOrDefault(key));
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        lock (gate)
        {
            var (keys, rows) = Of(shard);
            return new([.. keys.GetViewBetween(from, to).Where(key => key != to).Take(limit).Select(key => rows[key])]);
        }
    }

    public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        lock (gate)
            return new(CommitNow(shard, writes));
    }

    private CommitResult CommitNow(string shard, IReadOnlyList<Write> writes)
    {
        var (keys, rows) = Of(shard);
        foreach (var write in writes)
            if (write switch
            {
                Insert => rows.ContainsKey(write.Key),
                Replace replace => rows.GetValueOrDefault(write.Key)?.Version != replace.Version,
                Delete { Version: { } expected } => rows.GetValueOrDefault(write.Key)?.Version != expected,
                _ => false,
            })
                return CommitResult.Conflict;
        foreach (var write in writes)
        {
            keys.Remove(write.Key);
            rows.Remove(write.Key);
            if (write is Delete)
                continue;
            keys.Add(write.Key);
            var (body, columns) = write is Insert insert ? (insert.Body, insert.Columns) : (((Replace)write).Body, ((Replace)write).Columns);
            rows[write.Key] = new Row(write.Key, $"{++version}", body.ToArray(), columns);
        }

        return CommitResult.Committed;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (SortedSet<string> Keys, Dictionary<string, Row> Rows) Of(string shard)
    {
        if (!shards.TryGetValue(shard, out var found))
            shards[shard] = found = (new SortedSet<string>(StringComparer.Ordinal), new Dictionary<string, Row>(StringComparer.Ordinal));
        return found;
    }
}
