using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.MissedCall;

/// <summary>How many were rung back today, in one row for all processes and restarts. At the ceiling one alert a day is raised, in the very commit that finds it.</summary>
public sealed class RingBackCount(IStore store, Sealer sealer, AlertRows alerts, OutreachSettings settings)
{
    public const string Reason = "ring-backs";

    private const int MostTries = 50;
    private const int RowBytes = 2 * sizeof(int);

    /// <returns>False: the day has had as many as it may; the alert is raised.</returns>
    /// <exception cref="TurnTooBusy">Others were always faster; nothing was counted.</exception>
    public async ValueTask<bool> Take(DateTimeOffset now, CancellationToken cancel)
    {
        var shard = CallerId.AllShards[0];
        for (var tries = 0; tries < MostTries; tries++)
        {
            var row = await store.Read(shard, RowKeys.RingBacks, cancel);
            var (day, count) = Read(row, CheckInPlan.Today(now).DayNumber);
            if (count >= settings.RingBacksPerDay)
            {
                await Raise(shard, now, cancel);
                return false;
            }

            var body = Body(day, count + 1);
            if (await store.Commit(shard, [row is null ? new Insert(RowKeys.RingBacks, body) : new Replace(RowKeys.RingBacks, row.Version, body)], cancel) == CommitResult.Committed)
                return true;
        }

        throw new TurnTooBusy();
    }

    /// <summary>A clock set back to yesterday begins no new day.</summary>
    private static (int Day, int Count) Read(Row? row, int today) =>
        row?.Body is { Length: RowBytes } body && BinaryPrimitives.ReadInt32LittleEndian(body.Span) is var day && day >= today
            ? (day, BinaryPrimitives.ReadInt32LittleEndian(body.Span[sizeof(int)..]))
            : (today, 0);

    private static byte[] Body(int day, int count)
    {
        var body = new byte[RowBytes];
        BinaryPrimitives.WriteInt32LittleEndian(body, day);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(sizeof(int)), count);
        return body;
    }

    /// <summary>Named after the day: the second one of a day conflicts.</summary>
    private async ValueTask Raise(string shard, DateTimeOffset now, CancellationToken cancel)
    {
        var key = RowKeys.Waiting(OwedAlert.Kind, string.Create(CultureInfo.InvariantCulture, $"{Reason}-{CheckInPlan.Today(now):yyyy-MM-dd}"));
        if (await store.Read(shard, key, cancel) is not null)
            return;
        var alert = new StoredAlert(key[(key.LastIndexOf('|') + 1)..], Reason, "calls", null, null, now);
        await store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(alert, RowJson.Default.StoredAlert))), alerts.New(shard, key, AlertGrades.Of(Reason), now)], cancel);
    }
}
