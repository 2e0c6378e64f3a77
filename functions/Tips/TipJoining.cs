using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>Joining and leaving → rows of the turn's own commit. Stop leaves too, on whichever line it was said.</summary>
public sealed class TipJoining(IStore store, TipRows rows, Pseudonyms pseudonyms, KeyRing keys, OptOuts optOuts)
{
    public const string Joined = "joined";
    public const string Left = "left";

    /// <summary>Reads only when the turn has to do with tips.</summary>
    public async ValueTask<IReadOnlyList<Write>> Of(TurnRequest request, Turn turn, DateTimeOffset now, CancellationToken cancel)
    {
        var last = turn.Effects.LastOrDefault(effect => effect is Effect.JoinTips or Effect.LeaveTips or Effect.OptOut or Effect.PauseClient { Why: PauseReason.Stopped });
        if (last is null || request.Number is not { } number)
            return [];
        var before = await rows.Subscription(request.Caller, cancel);
        return last is Effect.JoinTips join
            ? [.. await Join(number, before, join, now, cancel)]
            : [.. await Leave(number, before, now, cancel)];
    }

    public async ValueTask<IReadOnlyList<Write>> Join(string number, Found<TipSubscription>? before, Effect.JoinTips join, DateTimeOffset now, CancellationToken cancel)
    {
        var caller = pseudonyms.OfNumber(number);
        // Stops carry the day as it is in Greenwich. Those of this very day were said before, and are forgotten for nothing else.
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var stops = await optOuts.Count(number, day);
        if (before is { Value: var known })
            return [rows.Put(caller, before, known with { Interest = join.Interest ?? known.Interest, Province = join.Province ?? known.Province, Language = join.Language ?? known.Language, Day = day.DayNumber, Stops = stops })];
        await ForgetOlder(number, cancel);
        return [rows.Put(caller, null, new TipSubscription(number, join.Language ?? "km", join.Interest, join.Province, day.DayNumber, stops, await rows.GotBefore(caller, cancel))), TipRows.Tally(Joined, TipHours.Today(now))];
    }

    public async ValueTask<IReadOnlyList<Write>> Leave(string number, Found<TipSubscription>? before, DateTimeOffset now, CancellationToken cancel)
    {
        await ForgetOlder(number, cancel);
        return before is null ? [] : [new Delete(before.Key, before.Version), TipRows.Tally(Left, TipHours.Today(now))];
    }

    /// <summary>Who joined under a key that was rotated since lies elsewhere; leaving has to mean it.</summary>
    private async ValueTask ForgetOlder(string number, CancellationToken cancel)
    {
        foreach (var key in keys.Of(KeyPurpose.Pseudonym).Skip(1))
        {
            var older = pseudonyms.OfNumber(number, key);
            await store.Commit(older.Shard, [new Delete(RowKeys.Tips(older.Value))], cancel);
        }
    }
}
