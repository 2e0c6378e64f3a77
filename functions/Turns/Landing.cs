using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>
/// Carries a filed report from its caller's shard to the row its receipt opens, and then forgets the way: afterwards no row links the two.
/// Doing it twice changes nothing, because the row is only ever inserted.
/// </summary>
public sealed partial class Landing(IStore store, Sealer sealer, ILogger<Landing> log)
{
    public const string Kind = "land";

    /// <summary>Seconds in which only the turn itself tries, so that the sweeper does not run beside it.</summary>
    public const int SweeperStaysAway = 15;

    /// <summary>Before the reply, where the store answers; what fails stays due.</summary>
    public async ValueTask LandNow(string shard, IReadOnlyList<PendingReport> reports, CancellationToken cancel)
    {
        foreach (var pending in reports)
            try
            {
                await Land(shard, pending.TodoKey, pending.Report, cancel);
            }
            catch (StoreUnavailable)
            {
                StaysDue(log);
            }
    }

    public async ValueTask LandDue(string shard, Row row, CancellationToken cancel)
    {
        if (sealer.Open(shard, row.Key, row.Body.Span) is not { } json || JsonSerializer.Deserialize(json, RowJson.Default.LandedReport) is not { } report)
            throw new DamagedRow("report");
        await Land(shard, row.Key, report, cancel);
    }

    private async ValueTask Land(string shard, string todoKey, LandedReport landed, CancellationToken cancel)
    {
        var body = sealer.Seal(landed.Shard, landed.Key, JsonSerializer.SerializeToUtf8Bytes(landed.Report, RowJson.Default.StoredReport));
        List<Write> writes = [new Insert(landed.Key, body)];
        for (var i = 0; i < landed.Report.Recordings.Count; i++)
        {
            var key = RowKeys.Waiting("recording", $"{landed.Key[RowKeys.Reports.Length..]}-{i}");
            var item = new WaitingItem("recording", landed.Report.Recordings[i], null, landed.Report.Day);
            writes.Add(new Insert(key, sealer.Seal(landed.Shard, key, JsonSerializer.SerializeToUtf8Bytes(item, RowJson.Default.WaitingItem))));
        }

        // A conflict means that it lies there already.
        await store.Commit(landed.Shard, writes, cancel);
        await store.Commit(shard, [new Delete(todoKey)], cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A filed report could not be landed yet; the sweeper tries again.")]
    private static partial void StaysDue(ILogger log);
}
