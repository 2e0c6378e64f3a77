using Hotline.Functions.Storage;

namespace Hotline.Tests.CheckIns;

/// <summary>A store as whoever watches the disk and the wire sees it: which operations, how many rows, how large. A planted fault changes what is written.</summary>
internal sealed class WatchedStore(IStore inner) : IStore
{
    /// <summary>Null: nothing is planted.</summary>
    public Func<Write, Write>? Planted { get; set; }

    public int Reads { get; private set; }

    public int Scans { get; private set; }

    public int Commits { get; private set; }

    public int Inserts { get; private set; }

    public int Replaces { get; private set; }

    public int Deletes { get; private set; }

    public long KeyBytes { get; private set; }

    public long BodyBytes { get; private set; }

    public long LargestBody { get; private set; }

    /// <summary>Of a to-do.</summary>
    public long LargestTodo { get; private set; }

    public long Columns { get; private set; }

    public void Forget() => (Reads, Scans, Commits, Inserts, Replaces, Deletes, KeyBytes, BodyBytes, LargestBody, LargestTodo, Columns) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public async ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        Reads++;
        return await inner.Read(shard, key, cancel);
    }

    public ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        Scans++;
        return inner.Scan(shard, from, to, limit, cancel);
    }

    public ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        Commits++;
        IReadOnlyList<Write> written = Planted is { } plant ? [.. writes.Select(plant)] : writes;
        foreach (var write in written)
        {
            KeyBytes += write.Key.Length;
            var body = write switch { Insert insert => insert.Body.Length, Replace replace => replace.Body.Length, _ => 0 };
            BodyBytes += body;
            LargestBody = Math.Max(LargestBody, body);
            LargestTodo = Math.Max(LargestTodo, write.Key.StartsWith("todo|", StringComparison.Ordinal) ? body : 0);
            Inserts += write is Insert ? 1 : 0;
            Replaces += write is Replace ? 1 : 0;
            Deletes += write is Delete ? 1 : 0;
            Columns += write is Insert { Columns: { } columns } ? columns.Count : 0;
        }

        return inner.Commit(shard, written, cancel);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
