using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Simulator;

/// <summary>
/// Carries TwiML out as the provider does (twilio.com/docs/voice/twiml): one verb after the other, a Gather that hears nothing lets the next verb run,
/// a Record never does once there is a recording, and the end of the document ends the call.
/// </summary>
internal sealed class TwimlWalk(Carrier carrier, CarrierForms forms, Settings settings)
{
    /// <summary>Documents fetched without the caller doing anything: beyond it the redirects run in a circle.</summary>
    private const int MostDocuments = 20;

    public async Task<List<Exchange>> Follow(SimulatedCall call, List<Exchange> exchanges, CancellationToken cancel)
    {
        while (!call.Over && call.Waiting is null)
        {
            if (exchanges.Count > MostDocuments || !call.Verbs.TryDequeue(out var verb))
            {
                await End(call, exchanges, "completed", cancel);
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
                case "Reject":
                    await End(call, exchanges, Attribute(verb, "reason", "") == "busy" ? "busy" : "no-answer", cancel);
                    break;
                default:
                    await End(call, exchanges, "completed", cancel);
                    break;
            }
        }

        return exchanges;
    }

    public async Task Ask(SimulatedCall call, List<Exchange> exchanges, string path, string status, KeyValuePair<string, string>[] more, CancellationToken cancel)
    {
        // The gateway counts its steps at the end of the path, and names its turns by them.
        var step = int.TryParse(path[(path.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var exchange = await carrier.Post(path, string.Create(CultureInfo.InvariantCulture, $"{call.Sid}:{step}"), forms.Call(call, status, more), cancel);
        exchanges.Add(exchange);
        call.Begin(exchange.Verbs());
    }

    /// <summary>The provider's status callback: for calls that come in set to /call in its console, for calls of ours told with the call.</summary>
    /// <param name="how">completed, busy, no-answer or canceled.</param>
    public async Task End(SimulatedCall call, List<Exchange> exchanges, string how, CancellationToken cancel)
    {
        if (call.Over)
            return;
        (call.End, call.Rings, call.Waiting) = (how, false, null);
        if (call.Outgoing is { StatusCallback: null })
            return;
        var path = call.Outgoing is { StatusCallback: { } address } ? Path(address) : "/call";
        KeyValuePair<string, string>[] length = how == "completed" ? [new("CallDuration", "60"), new("Duration", "1")] : [];
        exchanges.Add(await carrier.Post(path, call.Sid + ":end", forms.Call(call, how, [.. length, new("CallbackSource", "call-progress-events"), new("SequenceNumber", "0")]), cancel));
    }

    public string Action(XElement verb) => Path(Attribute(verb, "action", settings.PublicUrl + "/call"));

    /// <summary>What stands behind # is for the provider, and is not sent.</summary>
    public string Path(string url) => new Uri(new Uri(settings.PublicUrl), url).AbsolutePath;

    public static string Attribute(XElement verb, string name, string otherwise) => verb.Attribute(name)?.Value ?? otherwise;

    /// <summary>After a silence the rest of an earlier answer may be heard, before anything new is asked for.</summary>
    private static List<XElement> Heard(List<Exchange> exchanges)
    {
        if (exchanges.Count == 0)
            exchanges.Add(Exchange.GoingOn);
        return exchanges[^1].Heard;
    }
}
