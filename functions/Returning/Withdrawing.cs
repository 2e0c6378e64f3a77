using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Takes a report away with all that belongs to it. What stays: that this case was withdrawn, and which recordings the carrier still has to delete.</summary>
public sealed class Withdrawing(IStore store, Sealer sealer, CaseKeys cases, CaseSealer caseSealer, Pseudonyms pseudonyms, FiledReports reports, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>First it is written down what the provider still has to delete, then the keys go, and from then on nobody opens it, in no backup either; then the rows. Repeated, it takes what was left.</summary>
    /// <returns>False when somebody changed it again and again: read again.</returns>
    public async ValueTask<bool> Withdraw(LandedAmendment landed, FiledReport? report, CancellationToken cancel)
    {
        foreach (var hash in report is null ? landed.Reports : [report.Hash])
        {
            // Kept in mind: what somebody adds while it goes has to be opened once more, for its recordings.
            var key = await cases.Find(hash, cancel);
            var gone = false;
            for (var tries = 0; tries < MostTries && !gone; tries++)
                gone = await Take(landed, hash, key, cancel);
            if (!gone)
                return false;
        }

        return true;
    }

    private async ValueTask<bool> Take(LandedAmendment landed, string hash, CaseKey? key, CancellationToken cancel)
    {
        var shard = FiledReports.ShardOf(hash);
        var row = await store.Read(shard, RowKeys.Report(hash), cancel);
        var amendments = await reports.Under(shard, RowKeys.Amendment(hash, ""), cancel);
        List<string> recordings = [.. row is not null && Open(key, shard, row, RowJson.Default.StoredReport) is { } original ? original.Recordings : []];
        recordings.AddRange(amendments.Select(item => Open(key, shard, item, RowJson.Default.StoredAmendment)).OfType<StoredAmendment>().Where(amendment => amendment.Kind == StoredAmendment.Recording).Select(amendment => amendment.Content));
        List<Write> marks = [];
        if (row is not null && !await IsMarked(shard, hash, cancel))
            marks.Add(Waiting(shard, MarkKey(hash), FiledReport.CaseOf(hash), landed.Amendment.Day));
        foreach (var address in recordings.Distinct(StringComparer.Ordinal))
            if (await store.Read(shard, DiscardKey(address), cancel) is null)
                marks.AddRange(Discarded(shard, address, landed));
        if (!await Committed(shard, marks, cancel))
            return false;
        await cases.Forget(hash, cancel);
        foreach (var name in recordings.SelectMany(address => RecordingName.Each(pseudonyms, address)))
            await cases.Forget(name, cancel);
        List<Write> rows = row is null ? [] : [new Delete(row.Key, row.Version)];
        rows.AddRange(amendments.Concat(await reports.Under(shard, RowKeys.Desk(hash, ""), cancel)).Select(item => new Delete(item.Key)));
        return await Committed(shard, rows, cancel);
    }

    private async ValueTask<bool> Committed(string shard, List<Write> writes, CancellationToken cancel)
    {
        foreach (var batch in writes.Chunk(StoreLimits.WritesPerCommit))
            if (await store.Commit(shard, batch, cancel) != CommitResult.Committed)
                return false;
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
        if (!await IsMarked(shard, hash, cancel))
            return;
        await cases.Forget(hash, cancel);
        if (await store.Read(shard, RowKeys.Report(hash), cancel) is { } row && await store.Commit(shard, [new Delete(row.Key, row.Version)], cancel) != CommitResult.Committed)
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

    private T? Open<T>(CaseKey? key, string shard, Row row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class =>
        caseSealer.Open(key, shard, row.Key, row.Body.Span) is { } json ? JsonSerializer.Deserialize(json, type) : null;

    private Insert Waiting(string shard, string key, string content, DateOnly day) =>
        new(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(new WaitingItem(key.Split('|')[1], content, null, day), RowJson.Default.WaitingItem)));
}
