using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>Rows of subscribers, broadcasts and recipients. Subscribers and recipients lie in the shard of their caller.</summary>
public sealed class TipRows(IStore store, Sealer sealer)
{
    /// <summary>Broadcasts are few; all of them lie here.</summary>
    private static readonly string BroadcastShard = CallerId.AllShards[0];

    public async ValueTask<Found<TipSubscription>?> Subscription(CallerId caller, CancellationToken cancel) =>
        await store.Read(caller.Shard, RowKeys.Tips(caller.Value), cancel) is { } row ? new(row.Key, row.Version, TipSubscription.FromJson(Open(caller.Shard, row, "tips"))) : null;

    /// <summary>Somebody joined under one key and stays there.</summary>
    /// <param name="callers">One person under each key, newest first.</param>
    public async ValueTask<(CallerId Caller, Found<TipSubscription> Found)?> Subscription(IReadOnlyList<CallerId> callers, CancellationToken cancel)
    {
        foreach (var caller in callers)
            if (await Subscription(caller, cancel) is { } found)
                return (caller, found);
        return null;
    }

    public async ValueTask<IReadOnlyList<(string Caller, TipSubscription Person)>> Subscriptions(string shard, CancellationToken cancel) =>
        [.. (await store.Scan(shard, RowKeys.AllTips, RowKeys.After(RowKeys.AllTips), cancel: cancel)).Select(row => (row.Key[RowKeys.AllTips.Length..], TipSubscription.FromJson(Open(shard, row, "tips"))))];

    public Write Put(CallerId caller, Found<TipSubscription>? before, TipSubscription now)
    {
        var key = RowKeys.Tips(caller.Value);
        return Put(caller.Shard, key, before?.Version, now.ToJson());
    }

    public async ValueTask<Found<Recipient>?> Recipient(string shard, string broadcast, string caller, CancellationToken cancel) =>
        await store.Read(shard, RowKeys.TipRecipient(broadcast, caller), cancel) is { } row ? new(row.Key, row.Version, Tips.Recipient.FromJson(Open(shard, row, "recipient"))) : null;

    public async ValueTask<IReadOnlyList<Found<Recipient>>> Recipients(string shard, string broadcast, CancellationToken cancel)
    {
        var prefix = RowKeys.TipRecipient(broadcast, "");
        return [.. (await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel)).Select(row => new Found<Recipient>(row.Key, row.Version, Tips.Recipient.FromJson(Open(shard, row, "recipient"))))];
    }

    public Write New(string shard, string broadcast, string caller, Recipient recipient) => Put(shard, RowKeys.TipRecipient(broadcast, caller), null, recipient.ToJson());

    public Write Put(string shard, Found<Recipient> before, Recipient now) => Put(shard, before.Key, before.Version, now.ToJson());

    public async ValueTask<Found<Broadcast>?> Broadcast(string name, CancellationToken cancel) =>
        await store.Read(BroadcastShard, RowKeys.Broadcast(name), cancel) is { } row ? new(row.Key, row.Version, Tips.Broadcast.FromJson(Open(BroadcastShard, row, "broadcast"))) : null;

    public async ValueTask<IReadOnlyList<Found<Broadcast>>> Broadcasts(CancellationToken cancel) =>
        [.. (await store.Scan(BroadcastShard, RowKeys.AllBroadcasts, RowKeys.After(RowKeys.AllBroadcasts), cancel: cancel)).Select(row => new Found<Broadcast>(row.Key, row.Version, Tips.Broadcast.FromJson(Open(BroadcastShard, row, "broadcast"))))];

    /// <summary>What somebody got who left and joins again: their number was forgotten, and how often they were written to was not.</summary>
    /// <param name="callers">They under each key.</param>
    public async ValueTask<IReadOnlyList<GotTip>> GotBefore(IReadOnlyList<CallerId> callers, CancellationToken cancel)
    {
        List<GotTip> got = [];
        foreach (var (_, _, broadcast) in await Broadcasts(cancel))
            foreach (var caller in callers)
                if (await Recipient(caller.Shard, broadcast.Name, caller.Value, cancel) is { Value: { End: TipEnd.Begun or TipEnd.Sent or TipEnd.Unknown } recipient })
                    got.Add(new GotTip(broadcast.Tip, recipient.Day));
        return [.. got.OrderBy(one => one.Day)];
    }

    /// <returns>False: somebody was faster.</returns>
    public async ValueTask<bool> Store(Found<Broadcast>? before, Broadcast now, CancellationToken cancel) =>
        await store.Commit(BroadcastShard, [Put(BroadcastShard, RowKeys.Broadcast(now.Name), before?.Version, now.ToJson())], cancel) == CommitResult.Committed;

    /// <summary>That somebody joined or left, for the count: the day, and nobody.</summary>
    public static Insert Tally(string what, DateOnly day) => new(RowKeys.TipTally(day, what, Guid.NewGuid().ToString("N")), ReadOnlyMemory<byte>.Empty);

    public async ValueTask<Found<DateTimeOffset>?> Rang(CallerId caller, CancellationToken cancel) =>
        await store.Read(caller.Shard, RowKeys.Rang(caller.Value), cancel) is { } row ? Rang(caller.Shard, row) : null;

    /// <summary>When a missed call last changed something.</summary>
    public Found<DateTimeOffset> Rang(string shard, Row row) => new(row.Key, row.Version, DateTimeOffset.FromUnixTimeSeconds(BitConverter.ToInt64(Open(shard, row, "missed call"))));

    public Write PutRang(CallerId caller, Found<DateTimeOffset>? before, DateTimeOffset now) => Put(caller.Shard, RowKeys.Rang(caller.Value), before?.Version, BitConverter.GetBytes(now.ToUnixTimeSeconds()));

    private Write Put(string shard, string key, string? version, byte[] body)
    {
        var sealedBody = sealer.Seal(shard, key, body);
        return version is null ? new Insert(key, sealedBody) : new Replace(key, version, sealedBody);
    }

    private byte[] Open(string shard, Row row, string kind) => sealer.Open(shard, row.Key, row.Body.Span) ?? throw new DamagedRow(kind);
}

/// <summary>A row as it was read.</summary>
public sealed record Found<T>(string Key, string Version, T Value);
