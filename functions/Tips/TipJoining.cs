using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>Joining and leaving → rows of the turn's own commit. Stop leaves too, on whichever line it was said.</summary>
public sealed class TipJoining(IStore store, TipRows rows, Pseudonyms pseudonyms, OptOuts optOuts)
{
    public const string Joined = "joined";
    public const string Left = "left";

    /// <summary>Reads only when the turn has to do with tips.</summary>
    public async ValueTask<IReadOnlyList<Write>> Of(TurnRequest request, Turn turn, DateTimeOffset now, CancellationToken cancel)
    {
        var last = turn.Effects.LastOrDefault(effect => effect is Effect.JoinTips or Effect.LeaveTips or Effect.OptOut or Effect.PauseClient { Why: PauseReason.Stopped });
        if (last is null || request.Number is not { } number)
            return [];
        var found = await rows.Subscription(pseudonyms.OfNumberByEachKey(number), cancel);
        // Nobody is moved: who joined under another key stays there, and there it is changed at once. Said again, it changes nothing more.
        if (found is { Caller: var place, Found: var elsewhere } && place.Shard != request.Caller.Shard)
        {
            var change = last is Effect.JoinTips again ? await Join(place, number, elsewhere, again, now, cancel) : Leave(elsewhere, now);
            return await store.Commit(place.Shard, change, cancel) == CommitResult.Committed ? [] : await Of(request, turn, now, cancel);
        }

        return last is Effect.JoinTips join
            ? await Join(found?.Caller ?? request.Caller, number, found?.Found, join, now, cancel)
            : Leave(found?.Found, now);
    }

    /// <param name="caller">Where the subscription lies, or is to lie.</param>
    public async ValueTask<IReadOnlyList<Write>> Join(CallerId caller, string number, Found<TipSubscription>? before, Effect.JoinTips join, DateTimeOffset now, CancellationToken cancel)
    {
        // Stops carry the day as it is in Greenwich. Those of this very day were said before, and are forgotten for nothing else.
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var stops = await optOuts.Count(number, day);
        if (before is { Value: var known })
            return [rows.Put(caller, before, known with { Interest = join.Interest ?? known.Interest, Province = join.Province ?? known.Province, Language = join.Language ?? known.Language, Day = day.DayNumber, Stops = stops })];
        return [rows.Put(caller, null, new TipSubscription(number, join.Language ?? "km", join.Interest, join.Province, day.DayNumber, stops, await rows.GotBefore(pseudonyms.OfNumberByEachKey(number), cancel))), TipRows.Tally(Joined, TipHours.Today(now))];
    }

    public static IReadOnlyList<Write> Leave(Found<TipSubscription>? before, DateTimeOffset now) =>
        before is null ? [] : [new Delete(before.Key, before.Version), TipRows.Tally(Left, TipHours.Today(now))];
}
