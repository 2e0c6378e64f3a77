using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Reconciling;

/// <summary>Sends of which nobody knows yet whether they went out: they are looked for in the provider's list, so nothing as young as they are may leave it.</summary>
public sealed class OpenSends(IStore store, ToDoRows rows, Worker worker)
{
    /// <summary>The clocks of two machines, and more.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <returns>When the oldest of them may have gone out; null when all is known.</returns>
    public async Task<DateTimeOffset?> Since(CancellationToken cancel)
    {
        long? oldest = null;
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo), cancel: cancel))
                if (worker.Does(RowKeys.KindOf(row.Key)) && Begun(shard, row) is { } begun && !(oldest < begun))
                    oldest = begun;
        return oldest is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) - Skew : null;
    }

    private long? Begun(string shard, Row row)
    {
        try
        {
            return rows.Open(shard, row).LeasedAt;
        }
        catch (DamagedRow)
        {
            // Whoever performs it says so.
            return null;
        }
    }
}
