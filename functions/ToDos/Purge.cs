using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>Once a day: takes away what has had its time. Sessions and reports end by their own wake-ups and by policy, not here.</summary>
public sealed class Purge(IStore store, Sealer sealer) : IRegularWork
{
    public const int TurnDays = 30;

    private DateOnly lastDay;

    public Chore Chore => Chore.Retention;

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == lastDay)
            return;
        // From another shard each hour: where so many rows lie that one run is cut off, every shard still has its turn.
        for (var i = 0; i < CallerId.Shards; i++)
        {
            var shard = CallerId.AllShards[(i + (int)(now.ToUnixTimeSeconds() / 3600 * 7 % CallerId.Shards)) % CallerId.Shards];
            await store.Sweep(shard, RowKeys.Turns, row => Day(row) < today.DayNumber - TurnDays, cancel);
            await store.Sweep(shard, RowKeys.Fates, row => sealer.Open(shard, row.Key, row.Body.Span) is not { } body || Fate.FromJson(body)?.Day < today.DayNumber - TurnDays, cancel);
        }

        lastDay = today;
    }

    private static int Day(Row row) => row.Body.Length == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) : 0;
}
