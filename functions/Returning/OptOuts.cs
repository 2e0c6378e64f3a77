using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Whoever said stop, on the day a number was left or later, was told that nobody writes any more; another hand may hold the phone.</summary>
public sealed class OptOuts(IStore store, Pseudonyms pseudonyms, TimeProvider clock)
{
    /// <summary>Numbers keyed in without their country are Cambodian (ITU-T E.164, country code 855).</summary>
    private const string Home = "+855";

    /// <param name="number">E.164, or digits as somebody keyed them in: 012…, 00855…, 855….</param>
    public async Task<bool> Stopped(string number, DateOnly day)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), "");
        foreach (var shard in Shards(number))
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix)))
                if (BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) >= day.DayNumber)
                    return true;
        return false;
    }

    /// <summary>How often they said stop on that day or later: whoever asked for something after a stop is stopped by the next one.</summary>
    public async Task<int> Count(string number, DateOnly day)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), "");
        // One that was carried home may still lie where it was said.
        var stops = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shard in Shards(number))
            stops.UnionWith((await store.Scan(shard, prefix, RowKeys.After(prefix))).Where(row => BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) >= day.DayNumber).Select(row => row.Key));
        return stops.Count;
    }

    /// <summary>For a stop that came by another way than a turn.</summary>
    /// <param name="stop">The same again for the same stop, which then counts once.</param>
    public async Task Remember(string number, string stop, CancellationToken cancel)
    {
        var (name, others) = pseudonyms.NamesOfTurn(stop);
        var (shard, hash) = (pseudonyms.OfNumber(International(number)).Shard, pseudonyms.OfOptOut(International(number)));
        // After a rotation the same stop has another name, and perhaps another shard.
        if (others.Count > 0 || pseudonyms.CallerKeys.All.Count > 1)
            foreach (var place in Shards(number))
                foreach (var known in others.Prepend(name))
                    if (await store.Read(place, RowKeys.OptOut(hash, known), cancel) is not null)
                        return;
        await store.Commit(shard, [Row(number, name)], cancel);
    }

    public Insert Row(string number, string name) => new(RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), name), TurnPlan.Day(clock.GetUtcNow()));

    /// <summary>A person spoke with them, and they want to hear from us again.</summary>
    public async Task Forget(string number, CancellationToken cancel = default)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), "");
        foreach (var shard in Shards(number))
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                await store.Commit(shard, [new Delete(row.Key)], cancel);
    }

    /// <summary>Where a stop lies when the key is gone that named the caller who said it: its own name tells, and that key is never rotated.</summary>
    public static string HomeOf(string rowKey) => CallerId.Parse(rowKey.Split('|')[1])!.Value.Shard;

    /// <summary>Stops lie where the caller lay when they were said, under each key that names callers; those of callers whose key is gone lie at home.</summary>
    private IEnumerable<string> Shards(string number) =>
        pseudonyms.ShardsOfNumber(International(number)).Append(HomeOf(RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), ""))).Distinct(StringComparer.Ordinal);

    private static string International(string number) => number switch
    {
        ['+', ..] => number,
        ['0', '0', .. var abroad] => "+" + abroad,
        ['0', .. var local] => Home + local,
        _ => "+" + number,
    };
}
