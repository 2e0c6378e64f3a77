using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>What a hand does with a phone: ring, answer, press, speak, hang up.</summary>
internal sealed class TwimlPhone(TwimlWalk walk, Carrier carrier, CarrierForms forms, SimulatedRecordings recordings, Settings settings, TimeProvider clock)
{
    public async Task<List<Exchange>> Ring(SimulatedCall call, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        await walk.Ask(call, exchanges, "/call", "ringing", [], cancel);
        return await walk.Follow(call, exchanges, cancel);
    }

    /// <summary>The person answers a call of ours.</summary>
    public async Task<List<Exchange>> PickUp(SimulatedCall call, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        call.Rings = false;
        await walk.Ask(call, exchanges, walk.Path(call.Outgoing!.Url), "in-progress", [], cancel);
        return await walk.Follow(call, exchanges, cancel);
    }

    /// <param name="how">busy, no-answer or canceled.</param>
    public async Task<List<Exchange>> LeaveIt(SimulatedCall call, string how, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        await walk.End(call, exchanges, how, cancel);
        return exchanges;
    }

    /// <param name="keys">Pressed without a pause in between and followed by one, so that an unfinished entry is sent as it is.</param>
    public async Task<List<Exchange>> Press(SimulatedCall call, string keys, CancellationToken cancel)
    {
        if (call.Waiting is { Name.LocalName: "Record" } record)
            return keys.AsSpan().ContainsAny(TwimlWalk.Attribute(record, "finishOnKey", "1234567890*#")) ? await Speak(call, 2, keys[^1..], hangUp: false, cancel) : [];
        if (call.Waiting is not { Name.LocalName: "Gather" } gather)
            return [];
        var finish = TwimlWalk.Attribute(gather, "finishOnKey", "#");
        var most = int.TryParse(TwimlWalk.Attribute(gather, "numDigits", ""), CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        var end = finish.Length == 0 ? -1 : keys.IndexOf(finish[0], StringComparison.Ordinal);
        var digits = end < 0 ? keys : keys[..end];
        if (digits.Length > most)
            (digits, end) = (digits[..most], -1);
        if (digits.Length == 0)
            return await StaySilent(call, cancel);
        List<Exchange> exchanges = [];
        await walk.Ask(call, exchanges, walk.Action(gather), "in-progress", [new("Digits", digits), new("FinishedOnKey", end < 0 ? "" : finish), new("msg", "Gather End")], cancel);
        return await walk.Follow(call, exchanges, cancel);
    }

    public Task<List<Exchange>> StaySilent(SimulatedCall call, CancellationToken cancel)
    {
        if (call.Waiting is { Name.LocalName: "Dial" })
            return Answer(call, person: false, cancel);
        call.Waiting = null;
        return walk.Follow(call, [], cancel);
    }

    /// <param name="key">The key that ended the recording; empty when silence did.</param>
    public async Task<List<Exchange>> Speak(SimulatedCall call, int seconds, string key, bool hangUp, CancellationToken cancel)
    {
        if (call.Waiting is not { Name.LocalName: "Record" } record)
            return [];
        List<Exchange> exchanges = [];
        var sid = recordings.Add(seconds);
        var address = $"{settings.ApiUrl}/2010-04-01/Accounts/{settings.AccountSid}/Recordings/{sid}";
        var length = seconds.ToString(CultureInfo.InvariantCulture);
        var started = clock.GetUtcNow().AddSeconds(-seconds);
        var status = hangUp ? "completed" : "in-progress";
        await walk.Ask(call, exchanges, walk.Action(record), status, [new("RecordingUrl", address), new("RecordingSid", sid), new("RecordingDuration", length), new("Digits", hangUp ? "hangup" : key)], cancel);
        if (record.Attribute("recordingStatusCallback") is { } callback)
            exchanges.Add(await carrier.Post(walk.Path(callback.Value), "", forms.Recording(call.Sid, sid, address, seconds, started), cancel));
        if (hangUp)
            await walk.End(call, exchanges, "completed", cancel);
        return await walk.Follow(call, exchanges, cancel);
    }

    /// <param name="person">The one who is rung answers, speaks for a minute and hangs up; else it rings in vain.</param>
    public async Task<List<Exchange>> Answer(SimulatedCall call, bool person, CancellationToken cancel)
    {
        if (call.Waiting is not { Name.LocalName: "Dial" } dial)
            return [];
        List<Exchange> exchanges = [];
        KeyValuePair<string, string>[] told = person ? [new("DialCallStatus", "completed"), new("DialCallDuration", "60")] : [new("DialCallStatus", "no-answer")];
        await walk.Ask(call, exchanges, walk.Action(dial), "in-progress", told, cancel);
        return await walk.Follow(call, exchanges, cancel);
    }

    public async Task<List<Exchange>> HangUp(SimulatedCall call, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        await walk.End(call, exchanges, "completed", cancel);
        return exchanges;
    }
}
