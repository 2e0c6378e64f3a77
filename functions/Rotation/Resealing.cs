using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Rotation;

/// <summary>
/// Seals anew, with the key in use, every row that an older one sealed. Each row is replaced only as it was read: who changes it meanwhile has sealed it with
/// the newest key anyway, or leaves it to the next pass. Stopped half way, it begins anew and finds less to do.
/// </summary>
public sealed class Resealing(IEnumerable<SealedStore> stores, Sealer sealer, LivingRing keys)
{
    private const int RowsAtOnce = 40;
    private const int BytesAtOnce = 1024 * 1024;

    public async Task<Resealed> Run(CancellationToken cancel = default)
    {
        // A command has read the keys just now; somebody who holds this for an hour has not.
        keys.Reread();
        var done = new Resealed(0, 0, 0);
        foreach (var (store, shards) in stores)
            await foreach (var shard in shards.Shards(cancel))
                await foreach (var page in SealedStore.Pages(store, shard, RowsAtOnce, cancel))
                    done += await Page(store, shard, page, cancel);
        return done;
    }

    private async Task<Resealed> Page(IStore store, string shard, IReadOnlyList<Row> page, CancellationToken cancel)
    {
        var (unread, batch, bytes, done) = (0, new List<Write>(), 0, new Resealed(0, 0, 0));
        foreach (var row in page.Where(IsOlder))
        {
            if (sealer.Open(shard, row.Key, row.Body.Span) is not { } plain)
            {
                unread++;
                continue;
            }

            if (bytes + row.Body.Length > BytesAtOnce && batch.Count > 0)
            {
                done += await Commit(store, shard, batch, cancel);
                (batch, bytes) = ([], 0);
            }

            batch.Add(new Replace(row.Key, row.Version, sealer.Seal(shard, row.Key, plain), row.Columns));
            bytes += row.Body.Length;
        }

        return done + await Commit(store, shard, batch, cancel) + new Resealed(0, 0, unread);
    }

    private bool IsOlder(Row row)
    {
        var ring = keys.Now;
        return Sealer.KeyOf(row.Body.Span) is { } id && ring.Find(id) is { Purpose: KeyPurpose.Seal } key && !ring.IsInUse(key);
    }

    private static async Task<Resealed> Commit(IStore store, string shard, List<Write> batch, CancellationToken cancel)
    {
        if (batch.Count == 0)
            return new Resealed(0, 0, 0);
        if (await store.Commit(shard, batch, cancel) == CommitResult.Committed)
            return new Resealed(batch.Count, 0, 0);
        if (batch.Count == 1)
            return new Resealed(0, 1, 0);
        // One of them changed; the others need not wait for it.
        var done = new Resealed(0, 0, 0);
        foreach (var write in batch)
            done += await Commit(store, shard, [write], cancel);
        return done;
    }
}

/// <param name="Rows">Sealed anew.</param>
/// <param name="Changed">By others meanwhile; the next pass looks again.</param>
/// <param name="Unread">Did not open.</param>
public sealed record Resealed(int Rows, int Changed, int Unread)
{
    public static Resealed operator +(Resealed left, Resealed right) => new(left.Rows + right.Rows, left.Changed + right.Changed, left.Unread + right.Unread);
}
