using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>Takes away what has had its time. Sessions and reports end by their own wake-ups and by policy, not here.</summary>
public sealed class Purge(IStore store, Sealer sealer) : IRegularWork
{
    public const int TurnDays = 30;

    /// <summary>As many deletes as one commit may hold on every store.</summary>
    private const int Batch = 100;

    /// <summary>Rows of a month do not fit into memory at once.</summary>
    private const int RowsAtOnce = 500;

    private DateOnly lastDay;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var shard in CallerId.AllShards)
            await Delete(shard, RowKeys.Answers, row => Expired(shard, row, now), cancel);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == lastDay)
            return;
        foreach (var shard in CallerId.AllShards)
        {
            await Delete(shard, RowKeys.Turns, row => Day(row) < today.DayNumber - TurnDays, cancel);
            await Delete(shard, RowKeys.Fates, row => sealer.Open(shard, row.Key, row.Body.Span) is not { } body || Fate.FromJson(body)?.Day < today.DayNumber - TurnDays, cancel);
        }

        lastDay = today;
    }

    private bool Expired(string shard, Row row, DateTimeOffset now) =>
        sealer.Open(shard, row.Key, row.Body.Span) is not { Length: >= sizeof(long) } body || BinaryPrimitives.ReadInt64LittleEndian(body) <= now.ToUnixTimeSeconds();

    private static int Day(Row row) => row.Body.Length == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) : 0;

    private async Task Delete(string shard, string prefix, Func<Row, bool> gone, CancellationToken cancel)
    {
        IReadOnlyList<Row> rows;
        var from = prefix;
        do
        {
            rows = await store.Scan(shard, from, RowKeys.After(prefix), RowsAtOnce, cancel);
            foreach (var batch in rows.Where(gone).Chunk(Batch))
                await store.Commit(shard, [.. batch.Select(row => new Delete(row.Key))], cancel);
            // The least key behind the last: a blank is the first character that may stand in one.
            from = rows.Count > 0 ? rows[^1].Key + " " : prefix;
        }
        while (rows.Count == RowsAtOnce);
    }
}
