using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Localization;

namespace Hotline.Functions.Tips;

/// <summary>
/// Calls to the number published for tips: refused as busy, which costs nobody anything. Who was not on the list is put on it, who was is taken off, and a
/// text says which. Whoever hears "busy" rings again at once, so that only the first call of half an hour counts.
/// </summary>
public sealed class TipCalls(IStore store, TipRows rows, TipJoining joining, OptOuts optOuts, Pseudonyms pseudonyms, ToDoRows toDos, Lines lines, OutreachSettings settings, Phrasebook phrases, Nudge nudge, TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    private const int MostConflicts = 50;

    /// <summary>What has not gone out by then would answer a call that nobody remembers.</summary>
    private static readonly TimeSpan SayWithin = TimeSpan.FromHours(2);

    public static byte[] Refused { get; } = TwimlDocument.Render([new Reject("busy")]);

    private static readonly byte[] Nothing = TwimlDocument.Render([]);

    public bool Is(Received received) => !received.Outbound && Lines.Same(lines.Tips, received.To);

    public async ValueTask<byte[]> Answer(Received received, CancellationToken cancel)
    {
        // What is told of a call that was refused is no call.
        if (received.Hangup || received.Step > 0)
            return Nothing;
        if (!received.Withheld && !received.Unanswerable)
            await Heard(Party.International(received.From), received.Id, cancel);
        return Refused;
    }

    private async ValueTask Heard(string number, string id, CancellationToken cancel)
    {
        // Texts to some countries cost so much that people let numbers there ring us for it.
        if (phrases.Numbers.CountryOfPrefix(number) is not { } country || !settings.RingBackCountries.Contains(country))
            return;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            if (await Try(number, id, cancel))
                return;
        throw new TurnTooBusy();
    }

    /// <returns>False when something changed meanwhile: look again.</returns>
    private async ValueTask<bool> Try(string number, string id, CancellationToken cancel)
    {
        var (now, all) = (clock.GetUtcNow(), pseudonyms.OfNumberByEachKey(number));
        // The same call told again counts like a second one: not at all.
        foreach (var one in all)
            if (await rows.Rang(one, cancel) is { } lately && (now - lately.Value).Duration() < Pause)
                return true;
        var found = await rows.Subscription(all, cancel);
        var (caller, before) = (found?.Caller ?? pseudonyms.OfNumber(number), found?.Found);
        var rang = await rows.Rang(caller, cancel);
        var turn = pseudonyms.OfTurn(id);
        // Whoever said stop today and rings wants to be sure that it is over.
        if (before is null && await optOuts.Stopped(number, DateOnly.FromDateTime(now.UtcDateTime)))
            return true;
        var writes = before is null
            ? await joining.Join(caller, number, null, new Effect.JoinTips(null, null, null), now, cancel)
            : TipJoining.Leave(before, now);
        var language = before?.Value.Language ?? phrases.Languages[0];
        var text = phrases.Text(before is null ? TipPrompts.RangJoined : TipPrompts.RangLeft, language, null);
        var owed = new OwedText(lines.Public!, number, text, (now + SayWithin).ToUnixTimeSeconds());
        if (await store.Commit(caller.Shard, [new Insert(RowKeys.Turn(turn), TurnPlan.Day(now)), .. writes, rows.PutRang(caller, rang, now), OwedText.Row(toDos, caller, owed, 0, now)], cancel) == CommitResult.Committed)
        {
            nudge.Give();
            return true;
        }

        return await store.Read(caller.Shard, RowKeys.Turn(turn), cancel) is not null;
    }
}
