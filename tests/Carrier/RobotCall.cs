using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;

namespace Hotline.Tests.Carriers;

/// <summary>
/// One call, carried out verb by verb as the providers do (twilio.com/docs/voice/twiml): a Gather that hears nothing lets the next verb run, a Record that
/// heard something never does, the end of the document ends the call. Stops where somebody has to do something: <see cref="Waiting"/>.
/// </summary>
internal sealed partial class RobotCall(FakeProvider provider, KeptCall call)
{
    /// <summary>Documents fetched without anybody doing anything: beyond it they run in a circle.</summary>
    private const int MostDocuments = 20;

    private readonly List<HeardPart> heard = [];
    private readonly Queue<XElement> verbs = new();
    private int idle;
    private int heardBefore;
    private Sent? dialled;

    public string Sid => call.Sid;

    public FakeProvider Provider => provider;

    public KeptCall Kept => call;

    /// <summary>A Gather, a Record or a Dial; null when the call is over.</summary>
    public XElement? Waiting { get; private set; }

    public bool Over => call.IsOver;

    /// <summary>Since it was answered, by what the verbs take.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>The gateway's last answer; null when none came.</summary>
    public Heard? Last { get; private set; }

    /// <summary>All that sounded, in order.</summary>
    public IReadOnlyList<HeardPart> Heard => heard;

    /// <summary>What sounded since somebody last did something: addresses of clips, and words read out.</summary>
    public IReadOnlyList<string> Said => [.. heard.Skip(heardBefore).Where(part => part.Kind is HeardKind.Play or HeardKind.Say).Select(part => part.What)];

    /// <summary>Addresses asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public Task Start() => Do(() => Go(call.Url));

    private async Task Do(Func<Task> what)
    {
        if (call.IsOver)
            throw new InvalidOperationException("The call is over; nobody is on the line.");
        (idle, heardBefore) = (0, heard.Count);
        await what();
    }

    private async Task Go(string address, string? status = null, params IEnumerable<(string, string)> more)
    {
        (Waiting, idle) = (null, idle + 1);
        verbs.Clear();
        if (idle > MostDocuments)
            throw new TwimlRefused("documents lead to documents without end");
        Asked.Add(address);
        var first = call is { Outbound: false, Answered: null };
        Last = await provider.Webhooks.Ask(address, WebhookKind.Call, CallForms.Step(provider, call, status ?? (first ? "ringing" : "in-progress"), more));
        if (Last is null)
        {
            // What the provider says in English to somebody who may not be alone.
            Sound(HeardKind.ApplicationError, "An application error has occurred. Goodbye.", TimeSpan.FromSeconds(4));
            End("completed");
            return;
        }

        foreach (var verb in TwimlJudge.Call(Last, provider.Kind).Elements())
            verbs.Enqueue(verb);
        if (status != "completed")
            await Run();
    }

    private async Task Run()
    {
        // Over, when the gateway ended the call by the API in the meantime.
        while (!call.IsOver && Waiting is null)
        {
            if (!verbs.TryDequeue(out var verb))
            {
                Answer();
                End("completed");
                return;
            }

            if (verb.Name.LocalName == "Reject")
            {
                End(call.Outbound ? "completed" : (string?)verb.Attribute("reason") == "busy" ? "busy" : "no-answer");
                return;
            }

            Answer();
            switch (verb.Name.LocalName)
            {
                case "Play" or "Say" or "Pause":
                    Listen(verb);
                    break;
                case "Gather":
                    foreach (var prompt in verb.Elements())
                        Listen(prompt);
                    Waiting = verb;
                    break;
                case "Record":
                    if ((string?)verb.Attribute("playBeep") != "false")
                        Sound(HeardKind.Beep, "", TimeSpan.FromSeconds(1));
                    Waiting = verb;
                    break;
                case "Dial":
                    Dial(verb);
                    break;
                case "Redirect":
                    await Go(verb.Value);
                    return;
                case "Hangup":
                    End("completed");
                    return;
                default:
                    throw new TwimlRefused($"{verb.Name} is not carried out here");
            }
        }
    }

    private void End(string status)
    {
        Waiting = null;
        verbs.Clear();
        provider.Calls.End(call, status, provider.Clock.GetUtcNow());
    }

    private static int Number(XElement verb, string name, int otherwise) => verb.Attribute(name) is { } attribute ? int.Parse(attribute.Value, CultureInfo.InvariantCulture) : otherwise;
}
