using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Alerts;

/// <summary>What a caseworker has dealt with leaves the desk: alerts, pages and promised calls, by their six letters. Nobody is told of it any more.</summary>
public sealed class AlertDesk(IStore store)
{
    private static readonly string[] Kinds = [OwedAlert.Kind, StoredPage.Kind, AlertGrades.Call];

    /// <returns>False when nothing of that name waits.</returns>
    public async Task<bool> Done(string id, CancellationToken cancel = default)
    {
        var done = false;
        foreach (var kind in Kinds)
        {
            var prefix = RowKeys.Waiting(kind, "");
            foreach (var shard in CallerId.AllShards)
                foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                    if (row.Key[prefix.Length..] is var name && (name == id || AlertIds.Of(name) == id))
                        done |= await store.Commit(shard, [new Delete(row.Key, row.Version)], cancel) == CommitResult.Committed;
        }

        return done;
    }
}
