using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>Once a day: of broadcasts that are long over only the counts stay, and missed calls are forgotten.</summary>
public sealed class TipPurge(IStore store, TipRows rows, BroadcastStatus status) : IRegularWork
{
    public const int Days = 60;

    private DateOnly last;

    public Chore Chore => Chore.Retention;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = TipHours.Today(now);
        if (today == last)
            return;
        foreach (var found in await rows.Broadcasts(cancel))
            if (now - DateTimeOffset.FromUnixTimeSeconds(found.Value.Made) > TimeSpan.FromDays(Days))
                await Count(found, cancel);
        foreach (var shard in CallerId.AllShards)
            await Delete(shard, RowKeys.AllRang, row => rows.Rang(shard, row).Value < now - TipCalls.Pause, cancel);
        last = today;
    }

    /// <summary>First the counts, so that a crash between loses none.</summary>
    private async Task Count(Found<Broadcast> found, CancellationToken cancel)
    {
        if (found.Value.Counts is null && !await rows.Store(found, found.Value with { Counts = await status.Ends(found.Value, cancel) }, cancel))
            return;
        foreach (var shard in CallerId.AllShards)
            await Delete(shard, RowKeys.TipRecipient(found.Value.Name, ""), _ => true, cancel);
    }

    private async Task Delete(string shard, string prefix, Func<Row, bool> gone, CancellationToken cancel)
    {
        foreach (var batch in (await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel)).Where(gone).Chunk(StoreLimits.WritesPerCommit))
            await store.Commit(shard, [.. batch.Select(row => new Delete(row.Key, row.Version))], cancel);
    }
}
