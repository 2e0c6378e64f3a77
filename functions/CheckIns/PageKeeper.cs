using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.CheckIns;

/// <summary>Turns a page that is due into one that waits for the caseworker, and of which somebody is told, whatever is in it: nothing here looks inside.</summary>
public sealed class PageKeeper(IStore store, Sealer sealer, AlertRows alerts, Nudge nudge)
{
    /// <summary>Doing it twice changes nothing: the second time conflicts.</summary>
    public async ValueTask Keep(string shard, Row due, CancellationToken cancel)
    {
        var body = sealer.Open(shard, due.Key, due.Body.Span) ?? throw new DamagedRow("page");
        var key = RowKeys.Waiting(StoredPage.Kind, due.Key[(due.Key.LastIndexOf('|') + 1)..]);
        if (await store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, body)), alerts.New(shard, key, grade: null, RowKeys.DueOf(due.Key)), new Delete(due.Key, due.Version)], cancel) == CommitResult.Committed)
            nudge.Give();
    }
}
