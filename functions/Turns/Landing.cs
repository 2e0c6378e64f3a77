using System.Text.Json;
using Hotline.Functions.Cases;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>
/// Carries a filed report, or what is added to one, from its caller's shard to where its receipt opens it, and then forgets the way: afterwards
/// no row links the two. Doing it twice changes nothing, because rows are only ever inserted.
/// </summary>
public sealed partial class Landing(IStore store, Sealer sealer, CaseKeys cases, CaseSealer caseSealer, AmendmentLanding amendments, Withdrawing withdrawing, RecordingBook recordings, ILogger<Landing> log)
{
    public const string Kind = "land";

    /// <summary>Seconds in which only the turn itself tries, so that the sweeper does not run beside it.</summary>
    public const int SweeperStaysAway = 15;

    /// <summary>Before the reply, where the store answers; what fails stays due.</summary>
    public async ValueTask LandNow(string shard, Planned planned, CancellationToken cancel)
    {
        try
        {
            foreach (var pending in planned.Reports)
                await Land(shard, pending.TodoKey, pending.Report, cancel);
            if (planned.LastAmendment is { } last)
                await LandInOrder(shard, last, cancel);
        }
        catch (Exception e) when (e is StoreUnavailable or TurnTooBusy or DamagedRow)
        {
            StaysDue(log);
        }
    }

    /// <summary>An amendment that stayed due lands before the next one: who says "only you may know" last must not be overtaken by what they said before.</summary>
    private async ValueTask LandInOrder(string shard, string last, CancellationToken cancel)
    {
        foreach (var row in await store.Scan(shard, RowKeys.Todo, last + "|", cancel: cancel))
            if (RowKeys.KindOf(row.Key) == AmendmentLanding.Kind)
                await LandDue(shard, row, cancel);
    }

    public static bool Carries(string kind) => kind is Kind or AmendmentLanding.Kind;

    public async ValueTask LandDue(string shard, Row row, CancellationToken cancel)
    {
        var json = sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow(RowKeys.KindOf(row.Key));
        if (RowKeys.KindOf(row.Key) == AmendmentLanding.Kind)
        {
            await amendments.Land(JsonSerializer.Deserialize(json, RowJson.Default.LandedAmendment)!, cancel);
            await store.Commit(shard, [new Delete(row.Key)], cancel);
            return;
        }

        var report = JsonSerializer.Deserialize(json, RowJson.Default.LandedReport)!;
        await Insert(report, cancel);
        // Only a late landing can come after a withdrawal: before the first one nobody knew the receipt.
        await withdrawing.TakeAwayAgain(report.Key[RowKeys.Reports.Length..], cancel);
        await store.Commit(shard, [new Delete(row.Key)], cancel);
    }

    private async ValueTask Land(string shard, string todoKey, LandedReport landed, CancellationToken cancel)
    {
        await Insert(landed, cancel);
        await store.Commit(shard, [new Delete(todoKey)], cancel);
    }

    private async ValueTask Insert(LandedReport landed, CancellationToken cancel)
    {
        // The key is on the disk before what it seals; where its store does not answer, the report stays due.
        var key = await cases.Ensure(landed.Key[RowKeys.Reports.Length..], cancel);
        var body = caseSealer.Seal(key, landed.Shard, landed.Key, JsonSerializer.SerializeToUtf8Bytes(landed.Report, RowJson.Default.StoredReport));
        // A conflict means that it lies there already; looked at, because what lets the to-do go must be certain.
        if (await store.Commit(landed.Shard, [new Insert(landed.Key, body)], cancel) != CommitResult.Committed && await store.Read(landed.Shard, landed.Key, cancel) is null)
            throw new TurnTooBusy();
        foreach (var address in landed.Report.Recordings)
            await recordings.Expect(address, 0, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was filed could not be landed yet; the sweeper tries again.")]
    private static partial void StaysDue(ILogger log);
}
