using System.Globalization;
using System.Text.Json;
using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Counts failed tries of all callers together, raises one alarm a day when there are too many, and takes away the old ones. It slows nobody.</summary>
public sealed partial class GuessingWatch(IStore store, Sealer sealer, AlertRows alerts, ILogger<GuessingWatch> log) : IRegularWork
{
    public const string Reason = "guessing";

    /// <summary>Failed tries of a day that no number of slipping thumbs explains. Even at this rate a hit on 10,000 live reports takes five million years.</summary>
    public const int MostInADay = 500;

    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private DateTimeOffset last = DateTimeOffset.MinValue;
    private DateOnly raised;

    public Chore Chore => Chore.ToDos;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        if (now - last < Pause && now >= last)
            return;
        var count = 0;
        foreach (var shard in CallerId.AllShards)
            count += await Count(shard, now, cancel);
        last = now;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (count <= MostInADay || raised == today)
            return;
        raised = today;
        await Raise(today, now, cancel);
    }

    private async Task<int> Count(string shard, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await store.Scan(shard, RowKeys.AllTried, RowKeys.After(RowKeys.AllTried), cancel: cancel);
        var seconds = rows.Select(row => (row.Key, Age: now.ToUnixTimeSeconds() - Lookups.Second(sealer, shard, row))).ToList();
        foreach (var old in seconds.Where(row => row.Age > (long)Kept.TotalSeconds).Chunk(StoreLimits.WritesPerCommit))
            await store.Commit(shard, [.. old.Select(row => new Delete(row.Key))], cancel);
        return seconds.Count(row => row.Age < (long)Tries.Day.TotalSeconds);
    }

    private async Task Raise(DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        // Named after the day: after a restart, or beside another program, it is still one.
        var id = string.Create(CultureInfo.InvariantCulture, $"{Reason}-{today:yyyy-MM-dd}");
        var shard = CallerId.AllShards[0];
        var key = RowKeys.Waiting("alert", id);
        var alert = new StoredAlert(id, Reason, "codes", null, null, now);
        if (await store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, JsonSerializer.SerializeToUtf8Bytes(alert, RowJson.Default.StoredAlert))), alerts.New(shard, key, AlertGrades.Of(Reason), now)], cancel) == CommitResult.Committed)
            Guessing(log, MostInADay);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "More than {Most} codes that open nothing were tried in a day, over all callers.")]
    private static partial void Guessing(ILogger log, int most);
}
