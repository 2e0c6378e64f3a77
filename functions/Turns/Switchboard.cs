using System.Security.Cryptography;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Tips;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Turns;

/// <summary>The only place that knows the order: load, step, commit, then reply and perform. Nothing is said before it is stored.</summary>
public sealed class Switchboard(Conversation conversation, IStore store, TurnPlan plan, TurnRows rows, Pseudonyms pseudonyms, CallerQueue queue, CallerSearch search, Landing landing, Lookups lookups, LateTurns late, TipJoining tips, Nudge nudge, TimeProvider clock)
{
    /// <summary>Twilio waits 15 seconds (its webhook "connection overrides" page); before that the caller has to hear something.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <param name="render">Turn → the answer's bytes; they are stored with the turn, so that a retry hears the same.</param>
    /// <exception cref="StoreUnavailable">Nothing was stored.</exception>
    public async ValueTask<Answered> Take(TurnRequest request, Func<Turn, byte[]> render, CancellationToken cancel = default)
    {
        var asked = request;
        var started = clock.GetTimestamp();
        // Who has several names waits under the same one, whatever the moment.
        using var place = await queue.Wait(request.Gate, cancel);
        var watched = WatchedTurn.Current;
        watched?.Hears(request);
        for (var tries = 0; ; tries++)
        {
            var (hash, otherHashes) = pseudonyms.NamesOfTurn(request.Id);
            request = await search.Find(asked, hash, otherHashes, cancel);
            var (envelope, version) = await rows.Session(request, cancel);
            var client = await rows.Client(request, cancel);
            watched?.Done(TurnStep.Load);
            var circumstances = request.CheckIn ? request.Circumstances with { Client = client?.Row.Client ?? Client.Nobody } : request.Circumstances;
            var now = clock.GetUtcNow();
            var chance = Draw();
            var heard = request.Late?.HeardAt(envelope?.Session, now) ?? now;
            var turn = conversation.Step(envelope?.Session, request.Input, circumstances, heard, chance);
            Found? found = null;
            if (turn.Needs is { } lookup)
            {
                found = await lookups.Find(request, lookup, now, cancel);
                turn = conversation.Step(envelope?.Session, request.Input, circumstances with { Found = found }, heard, chance);
            }

            if (request.Late is { } unheard && !unheard.IsAnswered(now))
                turn = late.Unanswered(turn, request with { Circumstances = circumstances }, chance, now);

            var reply = render(turn);
            var planned = plan.Make(request, hash, otherHashes, envelope, version, client, turn, reply, now);
            if (found is { Exists: false, WaitUntil: null })
                planned.Writes.Add(lookups.Failed(request.Caller, hash, now));
            if (request.Late is not null)
                late.Owe(planned, request, request.Late, turn, now);
            planned.Writes.AddRange(await tips.Of(request, turn, now, cancel));
            watched?.Done(TurnStep.Step);
            if (await store.Commit(request.Caller.Shard, planned.Writes, cancel) == CommitResult.Committed)
            {
                watched?.Done(TurnStep.Commit);
                await landing.LandNow(request.Caller.Shard, planned, cancel);
                if (planned.Hurry)
                    nudge.Give();
                watched?.Stored(turn);
                return new Answered(reply, turn, Replayed: false);
            }

            watched?.Conflict();
            if (await rows.Answer(request.Caller.Shard, hash, otherHashes, now, cancel) is { } answer)
            {
                watched?.Repeated();
                return new Answered(answer, null, Replayed: true);
            }

            if (clock.GetElapsedTime(started) > Patience)
                throw new TurnTooBusy();
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 10 * Math.Min(tries + 1, 20))), clock, cancel);
        }
    }

    /// <summary>Before a late text is heard: what its session would have done by then, had the clock been watched.</summary>
    public async ValueTask WakeFirst(TurnRequest request, DateTimeOffset at, CancellationToken cancel)
    {
        var (hash, otherHashes) = pseudonyms.NamesOfTurn(request.Id);
        request = await search.Find(request, hash, otherHashes, cancel);
        var (envelope, _) = await rows.Session(request, cancel);
        if (envelope?.Session is not { WakeAt: > 0 and var due } session || due > at.ToUnixTimeSeconds())
            return;
        if (await store.Read(request.Caller.Shard, RowKeys.Due(due, Turns.Wake.Kind, session.Id), cancel) is { } row)
            await Wake(request.Caller.Shard, row, new Wake(request.Caller.Value, RowKeys.Session(request.Caller, request.Line, request.CheckIn), session.Id), cancel);
    }

    /// <summary>A wake-up that is due: the session is stepped, the wake-up done with. A conflict leaves it due.</summary>
    public async ValueTask Wake(string shard, Row due, Wake wake, CancellationToken cancel = default)
    {
        using var place = await queue.Wait(wake.Caller, cancel);
        var row = await store.Read(shard, wake.SessionKey, cancel);
        var envelope = row is null ? null : rows.Open(shard, row);
        if (row is null || envelope is null || envelope.Session.Id != wake.Session)
        {
            await store.Commit(shard, [new Delete(due.Key)], cancel);
            return;
        }

        var now = clock.GetUtcNow();
        var turn = conversation.Step(envelope.Session, new Input.Due(), new Circumstances(envelope.Session.Channel), now, Draw());
        var planned = plan.MakeWoken(shard, wake, due.Key, envelope, row.Version, turn, now);
        if (await store.Commit(shard, planned.Writes, cancel) != CommitResult.Committed)
            return;
        await landing.LandNow(shard, planned, cancel);
        SaidAndEnded.InSilence(wake.Caller, turn);
    }

    private static Chance Draw()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return new Chance(System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(bits));
    }
}

/// <param name="Turn">Null when the answer is the stored one of an earlier, identical request.</param>
public sealed record Answered(byte[] Reply, Turn? Turn, bool Replayed);

/// <summary>Other writers won for eight seconds; nothing was stored.</summary>
public sealed class TurnTooBusy() : Exception("The caller's rows changed under every try.");
