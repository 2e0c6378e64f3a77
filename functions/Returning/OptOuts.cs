using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Whoever said stop, on the day a number was left or later, was told that nobody writes any more; another hand may hold the phone.</summary>
public sealed class OptOuts(IStore store, Pseudonyms pseudonyms, KeyRing keys, TimeProvider clock)
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
        var count = 0;
        foreach (var shard in Shards(number))
            count += (await store.Scan(shard, prefix, RowKeys.After(prefix))).Count(row => BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) >= day.DayNumber);
        return count;
    }

    /// <summary>For a stop that came by another way than a turn.</summary>
    /// <param name="name">The same again for the same stop.</param>
    public async Task Remember(string number, string name, CancellationToken cancel) =>
        await store.Commit(pseudonyms.OfNumber(International(number)).Shard, [Row(number, name)], cancel);

    public Insert Row(string number, string name) => new(RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), name), TurnPlan.Day(clock.GetUtcNow()));

    /// <summary>A person spoke with them, and they want to hear from us again.</summary>
    public async Task Forget(string number, CancellationToken cancel = default)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), "");
        foreach (var shard in Shards(number))
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                await store.Commit(shard, [new Delete(row.Key)], cancel);
    }

    /// <summary>Stops lie where the caller lay when they were said: under each key that named callers.</summary>
    private IEnumerable<string> Shards(string number) => keys.Of(KeyPurpose.Pseudonym).Select(key => pseudonyms.OfNumber(International(number), key).Shard).Distinct();

    private static string International(string number) => number switch
    {
        ['+', ..] => number,
        ['0', '0', .. var abroad] => "+" + abroad,
        ['0', .. var local] => Home + local,
        _ => "+" + number,
    };
}
