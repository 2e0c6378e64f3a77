using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>
/// Carries TwiML out as the provider does (twilio.com/docs/voice/twiml): one verb after the other, a Gather that hears nothing lets the next verb run,
/// a Record never does once there is a recording, and the end of the document ends the call.
/// </summary>
internal sealed class TwimlPhone(Carrier carrier, CarrierForms forms, Settings settings, TimeProvider clock)
{
    /// <summary>Documents fetched without the caller doing anything: beyond it the redirects run in a circle.</summary>
    private const int MostDocuments = 20;

    public async Task<List<Exchange>> Ring(SimulatedCall call, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        await Ask(call, exchanges, "/call", "ringing", [], cancel);
        return await Follow(call, exchanges, cancel);
    }

    /// <param name="keys">Pressed without a pause in between and followed by one, so that an unfinished entry is sent as it is.</param>
    public async Task<List<Exchange>> Press(SimulatedCall call, string keys, CancellationToken cancel)
    {
        if (call.Waiting is { Name.LocalName: "Record" } record)
            return keys.AsSpan().ContainsAny(Attribute(record, "finishOnKey", "1234567890*#")) ? await Speak(call, 2, keys[^1..], hangUp: false, cancel) : [];
        if (call.Waiting is not { Name.LocalName: "Gather" } gather)
            return [];
        var finish = Attribute(gather, "finishOnKey", "#");
        var most = int.TryParse(Attribute(gather, "numDigits", ""), CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        var end = finish.Length == 0 ? -1 : keys.IndexOf(finish[0], StringComparison.Ordinal);
        var digits = end < 0 ? keys : keys[..end];
        if (digits.Length > most)
            (digits, end) = (digits[..most], -1);
        if (digits.Length == 0)
            return await StaySilent(call, cancel);
        List<Exchange> exchanges = [];
        await Ask(call, exchanges, Action(gather), "in-progress", [new("Digits", digits), new("FinishedOnKey", end < 0 ? "" : finish), new("msg", "Gather End")], cancel);
        return await Follow(call, exchanges, cancel);
    }

    public Task<List<Exchange>> StaySilent(SimulatedCall call, CancellationToken cancel)
    {
        if (call.Waiting is { Name.LocalName: "Dial" })
            return Answer(call, person: false, cancel);
        call.Waiting = null;
        return Follow(call, [], cancel);
    }

    /// <param name="key">The key that ended the recording; empty when silence did.</param>
    public async Task<List<Exchange>> Speak(SimulatedCall call, int seconds, string key, bool hangUp, CancellationToken cancel)
    {
        if (call.Waiting is not { Name.LocalName: "Record" } record)
            return [];
        List<Exchange> exchanges = [];
        var sid = Sid.New("RE", settings.Provider);
        var address = $"{settings.ApiUrl}/2010-04-01/Accounts/{settings.AccountSid}/Recordings/{sid}";
        var length = seconds.ToString(CultureInfo.InvariantCulture);
        var started = clock.GetUtcNow().AddSeconds(-seconds);
        var status = hangUp ? "completed" : "in-progress";
        await Ask(call, exchanges, Action(record), status, [new("RecordingUrl", address), new("RecordingSid", sid), new("RecordingDuration", length), new("Digits", hangUp ? "hangup" : key)], cancel);
        if (record.Attribute("recordingStatusCallback") is { } callback)
            exchanges.Add(await carrier.Post(Path(callback.Value), "", forms.Recording(call.Sid, sid, address, seconds, started), cancel));
        if (hangUp)
            await End(call, exchanges, cancel);
        return await Follow(call, exchanges, cancel);
    }

    /// <param name="person">The one who is rung answers, speaks for a minute and hangs up; else it rings in vain.</param>
    public async Task<List<Exchange>> Answer(SimulatedCall call, bool person, CancellationToken cancel)
    {
        if (call.Waiting is not { Name.LocalName: "Dial" } dial)
            return [];
        List<Exchange> exchanges = [];
        KeyValuePair<string, string>[] told = person ? [new("DialCallStatus", "completed"), new("DialCallDuration", "60")] : [new("DialCallStatus", "no-answer")];
        await Ask(call, exchanges, Action(dial), "in-progress", told, cancel);
        return await Follow(call, exchanges, cancel);
    }

    public async Task<List<Exchange>> HangUp(SimulatedCall call, CancellationToken cancel)
    {
        List<Exchange> exchanges = [];
        await End(call, exchanges, cancel);
        return exchanges;
    }

    private async Task<List<Exchange>> Follow(SimulatedCall call, List<Exchange> exchanges, CancellationToken cancel)
    {
        while (!call.Over && call.Waiting is null)
        {
            if (exchanges.Count > MostDocuments || !call.Verbs.TryDequeue(out var verb))
            {
                await End(call, exchanges, cancel);
                break;
            }

            switch (verb.Name.LocalName)
            {
                case "Play" or "Say":
                    Heard(exchanges).Add(verb);
                    break;
                case "Gather":
                    Heard(exchanges).AddRange(verb.Elements());
                    call.Waiting = verb;
                    break;
                case "Record" or "Dial":
                    call.Waiting = verb;
                    break;
                case "Redirect":
                    await Ask(call, exchanges, Path(verb.Value), "in-progress", [], cancel);
                    break;
                default:
                    await End(call, exchanges, cancel);
                    break;
            }
        }

        return exchanges;
    }

    private async Task Ask(SimulatedCall call, List<Exchange> exchanges, string path, string status, KeyValuePair<string, string>[] more, CancellationToken cancel)
    {
        var step = path.StartsWith("/call/", StringComparison.Ordinal) ? path["/call/".Length..] : "0";
        var exchange = await carrier.Post(path, $"{call.Sid}:{step}", forms.Call(call.Sid, call.From, call.Line, status, more), cancel);
        exchanges.Add(exchange);
        call.Begin(exchange.Verbs());
    }

    /// <summary>The provider's status callback, set to /call in its console.</summary>
    private async Task End(SimulatedCall call, List<Exchange> exchanges, CancellationToken cancel)
    {
        if (call.Over)
            return;
        (call.Over, call.Waiting) = (true, null);
        exchanges.Add(await carrier.Post("/call", call.Sid + ":end", forms.Call(call.Sid, call.From, call.Line, "completed", [new("CallDuration", "60"), new("Duration", "1"), new("CallbackSource", "call-progress-events"), new("SequenceNumber", "0")]), cancel));
    }

    /// <summary>After a silence the rest of an earlier answer may be heard, before anything new is asked for.</summary>
    private static List<XElement> Heard(List<Exchange> exchanges)
    {
        if (exchanges.Count == 0)
            exchanges.Add(Exchange.GoingOn);
        return exchanges[^1].Heard;
    }

    private string Action(XElement verb) => Path(Attribute(verb, "action", settings.PublicUrl + "/call"));

    private string Path(string url) => url.StartsWith(settings.PublicUrl, StringComparison.Ordinal) ? url[settings.PublicUrl.Length..] : new Uri(url).AbsolutePath;

    private static string Attribute(XElement verb, string name, string otherwise) => verb.Attribute(name)?.Value ?? otherwise;
}
