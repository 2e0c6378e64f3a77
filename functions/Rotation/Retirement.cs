using System.Globalization;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Rotation;

/// <summary>Takes a key out of the ring for good, once nothing needs it; what it sealed in an old backup then opens no more.</summary>
public sealed class Retirement(IKeySource source, LivingRing keys, KeyUse use, IEnumerable<SealedStore> stores, TimeProvider clock)
{
    /// <summary>As long as an answered turn is known, and a day: a webhook that came again later would be taken for a new one.</summary>
    public static readonly TimeSpan TurnsKnown = TimeSpan.FromDays(Purge.TurnDays + 1);

    /// <returns>Null when it is gone; else one sentence that says what still needs it.</returns>
    public async Task<string?> Retire(string id, CancellationToken cancel = default)
    {
        keys.Reread();
        if (keys.Now.Find(id) is not { } key)
            return $"There is no key {id}: `keys` lists them.";
        if (await Why(key, cancel) is { } why)
            return why;
        if (key.Purpose == KeyPurpose.Pseudonym)
            await CarryStopsHome(cancel);
        source.Change(ring => ring.Find(id) is null ? ring : ring.Without(id));
        keys.Reread();
        return null;
    }

    private async Task<string?> Why(Key key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (key.Purpose == KeyPurpose.OptOut)
            return "The opt-out key is never retired: people who asked for silence would be written to again.";
        if (keys.Now.UsedUntil(key) is not { } until)
            return $"{key.Id} is the newest {Name(key)} key: `keys rotate {Name(key)}` first.";
        if (now < until + LivingRing.Notice)
            return $"{key.Id} may be in use until {Moment(until + LivingRing.Notice)}: repeat this then.";
        return key.Purpose switch
        {
            KeyPurpose.Seal => Count(key, await use.Sealed(key, cancel), "rows are sealed with it: `keys reseal` first."),
            KeyPurpose.Pseudonym => TooSoon(key, until, now)
                ?? Count(key, await use.Sessions(until + LivingRing.Notice, cancel), "conversations that began under it are still open.")
                ?? Count(key, await use.Clients(key, cancel), "clients are enrolled under it.")
                ?? Count(key, await use.Subscribers(key, cancel), "subscribers of tips joined under it."),
            KeyPurpose.Turn => TooSoon(key, until, now) ?? Count(key, await use.Recordings(key, cancel), "recordings are found by it."),
            // Only a code tells under which key its report lies, and nobody has the codes; the day tells which reports cannot.
            _ => Count(key, await use.Reports(DateOnly.FromDateTime((until + LivingRing.Notice).UtcDateTime), cancel), "reports were filed while it was in use, and their codes would open nothing."),
        };
    }

    /// <summary>Stops lie where their callers lay. When nobody can tell any more where that was, they lie where their own name says.</summary>
    private async Task CarryStopsHome(CancellationToken cancel)
    {
        foreach (var (store, shards) in stores)
            await foreach (var shard in shards.Shards(cancel))
                foreach (var row in await store.Scan(shard, RowKeys.OptOuts, RowKeys.After(RowKeys.OptOuts), cancel: cancel))
                    // A conflict means that it lies there already.
                    if (OptOuts.HomeOf(row.Key) is var home && home != shard)
                        await store.Commit(home, [new Insert(row.Key, row.Body)], cancel);
    }

    private static string? TooSoon(Key key, DateTimeOffset until, DateTimeOffset now) =>
        now < until + TurnsKnown ? $"{key.Id} is needed until {Moment(until + TurnsKnown)}: what was answered under it would be taken for new if it came again." : null;

    private static string? Count(Key key, int count, string what) => count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{key.Id} is needed: {count} {what}");

    private static string Name(Key key) => key.Purpose.ToString().ToLowerInvariant();

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
