using Hotline.Flows.Engine;
using Hotline.Functions.Doors;
using Hotline.Functions.MissedCall;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Tips;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.InboundCall;

/// <summary>POST /call for a new call, /call/7 for its later requests: the step is part of the turn's id, so a repeated request hears the same.</summary>
public sealed class CallDoor(Door door, Switchboard switchboard, Callers callers, VoiceReply voice, OffThePhone offThePhone, MissedCallLine missedCalls, TipCalls tips, BrokenReply broken, ITurnObserver observer)
{
    private static readonly byte[] Nothing = TwimlDocument.Render([]);

    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Call, 0, Handle, WhenBroken);

    public Task PostStep(HttpContext http)
    {
        if (int.TryParse(http.Request.RouteValues["step"] as string, System.Globalization.CultureInfo.InvariantCulture, out var step) && step is > 0 and < 100_000)
            return door.Run(http, WebhookKind.Call, step, Handle, WhenBroken);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async ValueTask<byte[]?> Handle(Received received, CancellationToken cancel)
    {
        if (missedCalls.Is(received))
            return await missedCalls.Answer(received, cancel).Watched("missed-call", received);
        if (tips.Is(received))
            return await tips.Answer(received, cancel).Watched("tips", received);
        if (!received.Hangup && offThePhone.Answer(received) is { } elsewhere)
            return elsewhere;
        var answered = await switchboard.Take(callers.Request(received, Channel.Voice, Read(received)), turn => voice.Render(turn, received.Step, received.Outbound ? received.From : received.To), cancel);
        observer.Saw(received.Id, answered);
        return answered.Reply.Length == 0 ? Nothing : answered.Reply;
    }

    /// <summary>Who gave a missed call is not to pay for hearing that something is broken.</summary>
    private byte[]? WhenBroken(Received received) => missedCalls.Is(received) || tips.Is(received) ? MissedCallLine.Engaged : broken.ByVoice(received);

    private static Input Read(Received received) => received switch
    {
        // Who hangs up while recording has still left a recording.
        { RecordingUrl: { } address } => new Input.Recording(address, received.RecordingSeconds),
        { Hangup: true } => new Input.HangUp(),
        { Step: > 0, DialCallStatus: { } status } => new Input.Dialled(status is "completed" or "answered"),
        { Step: 0 } => new Input.CallStarted(),
        { Digits: { Length: > 0 } digits } when digits != "hangup" => new Input.Digits(digits),
        _ => new Input.Silence(),
    };
}
