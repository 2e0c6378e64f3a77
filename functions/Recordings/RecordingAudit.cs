using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Recordings;

/// <summary>Once a day: recordings of check-ins whose callback never came are fetched too, and marks of discarded ones go when nobody can speak of them any more.</summary>
public sealed class RecordingAudit(IStore store, Sealer sealer, RecordingBook book) : IRegularWork
{
    /// <summary>Longer than a recording that nobody fetched is looked for.</summary>
    private const int Days = 15;

    private const int MarkDays = 30;

    private DateOnly lastDay;

    public Chore Chore => Chore.Retention;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == lastDay)
            return;
        foreach (var shard in CallerId.AllShards)
        {
            foreach (var row in await Under(shard, RowKeys.AllCheckIns, cancel))
                if (RowKeys.DayOfCheckIn(row.Key) >= today.AddDays(-Days) && Address(shard, row) is { } address)
                    await book.Expect(address, 0, cancel);
            foreach (var row in await Under(shard, RowKeys.Recordings, cancel))
                if (Recording(shard, row) is { State: RecordingState.Discarded, Address: null, Day: var day } && day < today.AddDays(-MarkDays))
                    await store.Commit(shard, [new Delete(row.Key, row.Version)], cancel);
        }

        lastDay = today;
    }

    private ValueTask<IReadOnlyList<Row>> Under(string shard, string prefix, CancellationToken cancel) => store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel);

    /// <summary>A damaged row must not keep the sweeper from its other work; whoever performs its to-do says so.</summary>
    private Recording? Recording(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span) is { } json ? Recordings.Recording.FromJson(json) : null;

    private string? Address(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { } json ? JsonSerializer.Deserialize(json, CheckInJson.Default.CheckInResult)?.Recording : null;
}
