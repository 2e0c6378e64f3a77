namespace Hotline.Functions.Storage;

/// <summary>Copies all rows of one store into another and compares them one by one. Begun again after a crash it goes on: what is there already is left.</summary>
/// <remarks>Nobody may write to either meanwhile: the gateway is stopped.</remarks>
public sealed class StoreMove(IStore from, IStore to)
{
    private const int PageRows = 500;

    /// <summary>A transaction is limited in bytes too.</summary>
    private const int BatchBytes = StoreLimits.CommitBytes / 2;

    /// <returns>How many rows are now in the target, all of them equal to those in the source.</returns>
    /// <exception cref="SetupException">The target holds rows that the source has not: it belongs to somebody else, or was written to since.</exception>
    public async Task<MoveResult> Run(CancellationToken cancel = default)
    {
        await Foreign(cancel);
        var (copied, verified) = (0L, 0L);
        await foreach (var (shard, rows) in Pages(from, cancel))
            copied += await Copy(shard, rows, cancel);
        await foreach (var (shard, rows) in Pages(from, cancel))
            verified += await Verify(shard, rows, cancel);
        await Foreign(cancel);
        return new MoveResult(copied, verified);
    }

    private async Task Foreign(CancellationToken cancel)
    {
        await foreach (var (shard, rows) in Pages(to, cancel))
        {
            var known = (await from.Scan(shard, rows[0].Key, Next(rows[^1].Key), cancel: cancel)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
            if (rows.Any(row => !known.Contains(row.Key)))
                throw new SetupException("The store to move to holds rows that the one to move from does not: give it an empty table or file, and stop every gateway on either of them.");
        }
    }

    private async Task<long> Copy(string shard, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var there = (await to.Scan(shard, rows[0].Key, Next(rows[^1].Key), cancel: cancel)).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var writes = new List<Write>();
        var (bytes, copied) = (0, 0L);
        foreach (var row in rows)
        {
            if (there.TryGetValue(row.Key, out var other) && Same(row, other))
                continue;
            if (writes.Count == StoreLimits.WritesPerCommit || (writes.Count > 0 && bytes + row.Body.Length > BatchBytes))
            {
                await Commit(shard, writes, cancel);
                (writes, bytes) = ([], 0);
            }

            writes.Add(other is null ? new Insert(row.Key, row.Body, row.Columns) : new Replace(row.Key, other.Version, row.Body, row.Columns));
            bytes += row.Body.Length;
            copied++;
        }

        await Commit(shard, writes, cancel);
        return copied;
    }

    private async Task Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel)
    {
        if (await to.Commit(shard, writes, cancel) != CommitResult.Committed)
            throw new SetupException("Somebody else writes to the store to move to: stop every gateway on it and begin again; what was copied stays.");
    }

    private async Task<long> Verify(string shard, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var there = await to.Scan(shard, rows[0].Key, Next(rows[^1].Key), cancel: cancel);
        return there.Count == rows.Count && rows.Zip(there).All(pair => pair.First.Key == pair.Second.Key && Same(pair.First, pair.Second))
            ? rows.Count
            : throw new SetupException("A row is not the same on both sides: stop every gateway on either store and begin again; what was copied stays.");
    }

    private static bool Same(Row one, Row other) => one.Body.Span.SequenceEqual(other.Body.Span) && Equals(one.Columns, other.Columns);

    private static string Next(string key) => key + " ";

    private static async IAsyncEnumerable<(string Shard, IReadOnlyList<Row> Rows)> Pages(IStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var shard in ((IShards)store).Shards(cancel))
        {
            IReadOnlyList<Row> rows;
            for (var next = ""; (rows = await store.Scan(shard, next, "\uffff", PageRows, cancel)).Count > 0; next = Next(rows[^1].Key))
                yield return (shard, rows);
        }
    }
}

/// <param name="Copied">Rows that were not there yet, or not the same.</param>
/// <param name="Verified">Rows compared, byte by byte and column by column.</param>
public sealed record MoveResult(long Copied, long Verified);
