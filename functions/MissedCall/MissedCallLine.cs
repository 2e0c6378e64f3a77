using System.Buffers.Binary;
using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Localization;

namespace Hotline.Functions.MissedCall;

/// <summary>
/// The number that is published for missed calls, and no other: an incoming call is engaged, which costs its caller nothing, and in the same commit it is
/// written down that they are to be rung back, at most once in ten minutes.
/// </summary>
public sealed class MissedCallLine(IStore store, Sealer sealer, Pseudonyms pseudonyms, ToDoRows rows, Lines lines, StaffBook staff, Settings settings, Phrasebook phrases, Nudge nudge, TimeProvider clock)
{
    /// <summary>Who lets it ring again and again wants one call.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostTries = 20;

    /// <summary>As the very first verb nothing is answered and nothing is billed.</summary>
    public static byte[] Engaged { get; } = TwimlDocument.Render([new Reject("busy")]);

    public static byte[] Bye { get; } = TwimlDocument.Render([new Hangup()]);

    /// <summary>Somebody rings it; a call of ours from it is none of these.</summary>
    public bool Is(Received received) => received is { Kind: WebhookKind.Call, Outbound: false } && Lines.Same(lines.MissedCall, received.To);

    /// <exception cref="TurnTooBusy">Nothing was stored.</exception>
    public async ValueTask<byte[]> Answer(Received received, CancellationToken cancel)
    {
        if (received.Hangup || received.Step > 0)
            return Bye;
        if (!MayRingBack(received))
            return Engaged;
        var number = Party.International(received.From);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (caller, turn, now) = (pseudonyms.OfNumber(number), pseudonyms.OfTurn(received.Id), clock.GetUtcNow());
            if (await store.Read(caller.Shard, RowKeys.Turn(turn), cancel) is not null || await IsKnownElsewhere(number, received.Id, now, cancel))
                return Engaged;
            if (await Writes(caller, number, turn, now, cancel) is not { } writes)
                return Engaged;
            if (await store.Commit(caller.Shard, writes, cancel) == CommitResult.Committed)
            {
                nudge.Give();
                return Engaged;
            }
        }

        throw new TurnTooBusy();
    }

    /// <summary>This call, or one a moment ago, under another key; nothing is read while there is one.</summary>
    private async ValueTask<bool> IsKnownElsewhere(string number, string id, DateTimeOffset now, CancellationToken cancel)
    {
        var (callers, turns) = (pseudonyms.OfNumberByEachKey(number), pseudonyms.OfTurnByEachKey(id));
        if (callers.Count == 1 && turns.Count == 1)
            return false;
        foreach (var caller in callers)
        {
            foreach (var turn in turns)
                if (await store.Read(caller.Shard, RowKeys.Turn(turn), cancel) is not null)
                    return true;
            foreach (var name in pseudonyms.OfTurnByEachKey(Rung(caller)))
                if (await store.Read(caller.Shard, RowKeys.Rung(name), cancel) is { } row && Until(caller.Shard, row) > now.ToUnixTimeSeconds())
                    return true;
        }

        return false;
    }

    private static string Rung(CallerId caller) => "rung:" + caller.Value;

    private long Until(string shard, Row row) =>
        sealer.Open(shard, row.Key, row.Body.Span) is { Length: sizeof(long) } body ? BinaryPrimitives.ReadInt64LittleEndian(body) : 0;

    /// <returns>Null when they were, or are to be, rung back within this window.</returns>
    private async ValueTask<IReadOnlyList<Write>?> Writes(CallerId caller, string number, string turn, DateTimeOffset now, CancellationToken cancel)
    {
        var key = RowKeys.Rung(pseudonyms.OfTurn(Rung(caller)));
        var row = await store.Read(caller.Shard, key, cancel);
        if (row is not null && Until(caller.Shard, row) > now.ToUnixTimeSeconds())
            return null;
        var next = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(next, (now + Window).ToUnixTimeSeconds());
        var sealedNext = sealer.Seal(caller.Shard, key, next);
        return
        [
            new Insert(RowKeys.Turn(turn), TurnPlan.Day(now)),
            row is null ? new Insert(key, sealedNext) : new Replace(key, row.Version, sealedNext),
            rows.New(caller.Shard, RingBack.Kind, turn, now, new RingBack(number, now.ToUnixTimeSeconds()).ToJson(), now),
        ];
    }

    /// <summary>Never a hidden number, a country that nobody allowed, our own numbers, or people of ours.</summary>
    private bool MayRingBack(Received received)
    {
        if (received.Withheld || received.Unanswerable)
            return false;
        var number = Party.International(received.From);
        return phrases.Numbers.CountryOfPrefix(number) is { } country && settings.Outreach.RingBackCountries.Contains(country, StringComparer.Ordinal)
            && !lines.All.Append(settings.DutyNumber).Concat(staff.Everyone).Any(ours => Lines.Same(ours, number));
    }
}
