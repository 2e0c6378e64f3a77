using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>Deletes in parts: rows of a month do not fit into memory at once, nor into one commit of every store.</summary>
internal static class OldRows
{
    private const int Batch = 100;

    private const int RowsAtOnce = 500;

    /// <summary>Rows under the prefix that are gone, without looking at their versions: nobody changes them.</summary>
    public static Task Sweep(this IStore store, string shard, string prefix, Func<Row, bool> gone, CancellationToken cancel) => store.Sweep(shard, prefix, RowKeys.After(prefix), gone, cancel);

    public static async Task Sweep(this IStore store, string shard, string from, string to, Func<Row, bool> gone, CancellationToken cancel)
    {
        IReadOnlyList<Row> rows;
        do
        {
            rows = await store.Scan(shard, from, to, RowsAtOnce, cancel);
            foreach (var batch in rows.Where(gone).Chunk(Batch))
                await store.Commit(shard, [.. batch.Select(row => new Delete(row.Key))], cancel);
            // The least key behind the last: a blank is the first character that may stand in one.
            from = rows.Count > 0 ? rows[^1].Key + " " : from;
        }
        while (rows.Count == RowsAtOnce);
    }
}
