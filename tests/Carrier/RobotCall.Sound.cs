using System.Xml.Linq;

namespace Hotline.Tests.Carriers;

/// <summary>What sounds, and the time it takes.</summary>
internal sealed partial class RobotCall
{
    /// <summary>Anything but a Reject in the first place takes the call, and it is billed.</summary>
    private void Answer() => call.Answered ??= provider.Clock.GetUtcNow();

    /// <summary>The other phone shows the caller's own number unless the verb names another.</summary>
    private void Dial(XElement verb)
    {
        var now = provider.Clock.GetUtcNow();
        var shown = (string?)verb.Attribute("callerId") ?? (call.Outbound ? call.To : call.From);
        dialled = provider.Ledger.Add(new Sent(SentKind.Dialled, provider.Sids.Next("CA"), shown, verb.Element("Number")!.Value, "", now) { Reached = now });
        Waiting = verb;
    }

    private void Listen(XElement verb)
    {
        if (verb.Name.LocalName == "Pause")
            Pass(TimeSpan.FromSeconds(Number(verb, "length", 1)));
        else if (verb.Name.LocalName == "Play")
            Sound(HeardKind.Play, verb.Value, provider.ClipLength(verb.Value));
        else
            Sound(HeardKind.Say, verb.Value, TimeSpan.FromSeconds(1 + (verb.Value.Length / 15)));
    }

    private void Sound(HeardKind kind, string what, TimeSpan length)
    {
        heard.Add(new HeardPart(kind, what, Elapsed, length));
        Pass(length);
    }

    private void Pass(TimeSpan length)
    {
        Elapsed += length;
        call.Lasted = Elapsed;
        provider.Passing(length);
    }
}
