using System.Buffers.Binary;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Whoever said stop, on the day a number was left or later, was told that nobody writes any more; another hand may hold the phone.</summary>
public sealed class OptOuts(IStore store, Pseudonyms pseudonyms)
{
    /// <summary>Numbers keyed in without their country are Cambodian (ITU-T E.164, country code 855).</summary>
    private const string Home = "+855";

    /// <param name="number">E.164, or digits as somebody keyed them in: 012…, 00855…, 855….</param>
    public async Task<bool> Stopped(string number, DateOnly day)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(International(number)), "");
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix)))
                if (BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) >= day.DayNumber)
                    return true;
        return false;
    }

    private static string International(string number) => number switch
    {
        ['+', ..] => number,
        ['0', '0', .. var abroad] => "+" + abroad,
        ['0', .. var local] => Home + local,
        _ => "+" + number,
    };
}
