using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Takes a report away with all that belongs to it. What stays: that this case was withdrawn, and which recordings the carrier still has to delete.</summary>
public sealed class Withdrawing(IStore store, Sealer sealer, Pseudonyms pseudonyms, FiledReports reports, TimeProvider clock)
{
    /// <summary>The first commit takes the report itself and whatever else fits; from then on nobody opens it. Repeated, it takes what was left.</summary>
    /// <returns>False when somebody added something meanwhile: read again.</returns>
    public async ValueTask<bool> Withdraw(LandedAmendment landed, FiledReport? report, CancellationToken cancel)
    {
        foreach (var hash in report is null ? landed.Reports : [report.Hash])
        {
            var shard = FiledReports.ShardOf(hash);
            List<Write> writes = [];
            List<string> recordings = [];
            if (report is not null)
            {
                writes.Add(new Delete(report.Row.Key, report.Row.Version));
                if (!await IsMarked(shard, hash, cancel))
                    writes.Add(Waiting(shard, MarkKey(hash), report.Case, landed.Amendment.Day));
                recordings.AddRange(report.Original.Recordings);
            }

            foreach (var row in await reports.Under(shard, RowKeys.Amendment(hash, ""), cancel))
            {
                writes.Add(new Delete(row.Key));
                if (Open(shard, row) is { Kind: StoredAmendment.Recording } amendment)
                    recordings.Add(amendment.Content);
            }

            writes.AddRange((await reports.Under(shard, RowKeys.Desk(hash, ""), cancel)).Select(row => new Delete(row.Key)));
            foreach (var address in recordings.Distinct(StringComparer.Ordinal))
                if (await store.Read(shard, DiscardKey(address), cancel) is null)
                    writes.AddRange(Discarded(shard, address, landed));
            foreach (var batch in writes.Chunk(StoreLimits.WritesPerCommit))
                if (await store.Commit(shard, batch, cancel) != CommitResult.Committed)
                    return false;
        }

        return true;
    }

    /// <summary>Nothing can be added to what is gone; a recording must not stay at the carrier for it.</summary>
    public async ValueTask<bool> Discard(LandedAmendment landed, CancellationToken cancel)
    {
        if (landed.Amendment.Kind != StoredAmendment.Recording)
            return true;
        var shard = FiledReports.ShardOf(landed.Reports[0]);
        // A conflict means that it stands there already.
        await store.Commit(shard, [.. Discarded(shard, landed.Amendment.Content, landed)], cancel);
        return true;
    }

    /// <summary>A report that landed a second time after it was withdrawn: the first landing had not been ticked off.</summary>
    public async ValueTask TakeAwayAgain(string hash, CancellationToken cancel)
    {
        var shard = FiledReports.ShardOf(hash);
        if (!await IsMarked(shard, hash, cancel) || await reports.Read(hash, cancel) is not { } report)
            return;
        if (await store.Commit(shard, [new Delete(report.Row.Key, report.Row.Version)], cancel) != CommitResult.Committed)
            throw new TurnTooBusy();
    }

    private string DiscardKey(string address) => RowKeys.Waiting(DiscardPerformer.ToDoKind, pseudonyms.OfTurn(address));

    /// <summary>Its sound goes with it, here and at the provider, also what is fetched in this moment.</summary>
    private IEnumerable<Write> Discarded(string shard, string address, LandedAmendment landed) =>
        DiscardPerformer.Rows(sealer, shard, pseudonyms.OfTurn(address), address, landed.Amendment.Day, clock.GetUtcNow());

    /// <summary>Two cases may share six letters; their marks may not.</summary>
    private string MarkKey(string hash) => RowKeys.Waiting("withdrawn", pseudonyms.OfTurn("withdrawn:" + hash));

    private async ValueTask<bool> IsMarked(string shard, string hash, CancellationToken cancel)
    {
        foreach (var name in pseudonyms.OfTurnByEachKey("withdrawn:" + hash))
            if (await store.Read(shard, RowKeys.Waiting("withdrawn", name), cancel) is not null)
                return true;
        return false;
    }

    private StoredAmendment? Open(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span) is { } json ? JsonSerializer.Deserialize(json, RowJson.Default.StoredAmendment) : null;

    private Insert Waiting(string shard, string key, string content, DateOnly day) =>
        new(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(new WaitingItem(key.Split('|')[1], content, null, day), RowJson.Default.WaitingItem)));
}
