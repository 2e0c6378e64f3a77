using Hotline.Flows.Engine;
using Hotline.Functions.Alerts;
using Hotline.Functions.Doors;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.OutgoingCall;

/// <summary>
/// POST /ring/ID: what a phone hears that we rang, and how the call ended; /ring/ID/1: the first key. What comes after the first key goes on at /call/2,
/// like any call. A request that belongs to no call of ours ends the call in silence: an error would be read out to whoever holds the phone.
/// </summary>
public sealed class RingDoor(Door door, RingReply reply, Switchboard switchboard, Callers callers, VoiceReply voice, OffThePhone offThePhone, BrokenReply broken, Fates fates, Pseudonyms pseudonyms, Acknowledgements acknowledgements, StaffBook staff, Lines lines, ITurnObserver observer, TimeProvider clock)
{
    public Task Post(HttpContext http) => Run(http, 0);

    public Task PostStep(HttpContext http) => Run(http, http.Request.RouteValues["step"] switch { "1" => 1, "2" => 2, _ => -1 });

    private Task Run(HttpContext http, int step)
    {
        if (http.Request.RouteValues["id"] is string id && step >= 0 && (AlertIds.IsOne(id) || (SentId.IsOne(id) && step < 2)))
            return door.Run(http, WebhookKind.Call, step, (received, cancel) => Handle(received, id, cancel), received => WhenBroken(received, id));
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async ValueTask<byte[]?> Handle(Received received, string id, CancellationToken cancel)
    {
        if (KindOf(received, id) is not { } kind)
            return RingReply.Bye;
        if (kind == RingKind.Staff)
            return await Staff(received, id, cancel);
        var fate = new Fate(received.CallStatus!, null, Today, Answered: received.Step > 0 || received.CallStatus is "in-progress" or "completed");
        await fates.Hear(pseudonyms.ShardsOfNumber(Party.International(received.To)), id, fate, cancel);
        if (received.Hangup)
        {
            await Take(received, new Input.HangUp(), cancel);
            return null;
        }

        return (kind, received) switch
        {
            // Answered in silence, as an engaged line tells nothing; no such call is made.
            (RingKind.CheckIn, _) when offThePhone.Applies => RingReply.Bye,
            (RingKind.CheckIn, { Step: 0 }) => reply.CheckIn(id),
            (RingKind.Back, { Step: 0 }) => reply.Back(id),
            (_, { Digits: null or "" or "hangup" }) => RingReply.Bye,
            (RingKind.CheckIn, { Digits: { } keys }) => await Take(received, new Input.Digits(keys), cancel),
            _ when offThePhone.Applies => offThePhone.AfterAKey(received.From),
            _ => await Take(received, new Input.CallStarted(), cancel),
        };
    }

    /// <summary>Null for a call that we cannot have made.</summary>
    private RingKind? KindOf(Received received, string id) =>
        !received.Outbound ? null
        : AlertIds.IsOne(id) ? (Lines.Same(lines.Public, received.From) && staff.Everyone.Any(number => Lines.Same(number, received.To)) ? RingKind.Staff : null)
        : Lines.Same(lines.CheckIn, received.From) ? RingKind.CheckIn
        : Lines.Same(lines.MissedCall, received.From) ? RingKind.Back
        : null;

    private async ValueTask<byte[]?> Staff(Received received, string id, CancellationToken cancel)
    {
        if (received.Hangup)
            return null;
        if (received.Digits == StaffPrompts.SeenKey)
        {
            await acknowledgements.Remember(id, Party.International(received.To), received.Id, clock.GetUtcNow(), cancel);
            return reply.StaffSeen();
        }

        return received switch { { Step: 0 } => reply.Staff(id), { Step: 1, Digits.Length: > 0 } => reply.StaffAgain(id), _ => RingReply.Bye };
    }

    private async ValueTask<byte[]> Take(Received received, Input input, CancellationToken cancel)
    {
        var answered = await switchboard.Take(callers.Request(received, Channel.Voice, input), turn => voice.Render(turn, received.Step, received.From), cancel);
        observer.Saw(received.Id, answered);
        return answered.Reply.Length == 0 ? RingReply.Bye : answered.Reply;
    }

    /// <summary>Words only for somebody who has pressed a key; the end of a call is told again.</summary>
    private byte[]? WhenBroken(Received received, string id) =>
        received.Hangup ? null
        : received.Step > 0 && KindOf(received, id) is RingKind.CheckIn or RingKind.Back ? broken.ByVoice(received)
        : RingReply.Bye;

    private int Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
}
