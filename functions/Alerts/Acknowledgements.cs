using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Alerts;

/// <summary>Who has seen what: by a text with its six letters (a turn leaves the row), or by a key in a call (the row is left here).</summary>
public sealed class Acknowledgements(IStore store, Sealer sealer, Pseudonyms pseudonyms, StaffBook staff)
{
    public const string Kind = "seen";

    /// <summary>Whether anybody has since it was raised: the same six letters may come again in years.</summary>
    public async ValueTask<bool> Any(string id, DateTimeOffset since, CancellationToken cancel)
    {
        var prefix = RowKeys.Waiting(Kind, id + "-");
        // A day of grace, because clocks are set back.
        var day = Day(since).AddDays(-1);
        foreach (var shard in Shards())
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix), cancel: cancel))
                if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && JsonSerializer.Deserialize(json, RowJson.Default.WaitingItem)!.Day >= day)
                    return true;
        return false;
    }

    /// <param name="number">The staff member's.</param>
    /// <param name="turn">The same again for the same key press.</param>
    public async ValueTask Remember(string id, string number, string turn, DateTimeOffset now, CancellationToken cancel)
    {
        var shard = pseudonyms.OfNumber(number).Shard;
        var key = RowKeys.Waiting(Kind, $"{id}-{pseudonyms.OfTurn(turn)}");
        var body = JsonSerializer.SerializeToUtf8Bytes(new WaitingItem(Kind, id, null, Day(now)), RowJson.Default.WaitingItem);
        // A conflict means that it lies there already.
        await store.Commit(shard, [new Insert(key, sealer.Seal(shard, key, body))], cancel);
    }

    /// <summary>Rows lie where a person lay when they answered: under each key that names callers.</summary>
    private IEnumerable<string> Shards() => staff.Everyone.SelectMany(pseudonyms.ShardsOfNumber).Distinct(StringComparer.Ordinal);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
