using System.Xml.Linq;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Outside;

/// <summary>One call as the provider carries it: presses keys where a Gather takes them, follows a Redirect in silence.</summary>
internal sealed class PhoneCall(Carrier carrier, string from)
{
    public string Sid { get; } = Carrier.Sid("CA");

    public string From => from;

    public Heard Last { get; private set; } = new(0, []);

    public XElement Root => Last.Document.Root!;

    /// <summary>What is played and read out, in order: addresses of clips, and English words.</summary>
    public IReadOnlyList<string> Said => [.. Root.Descendants().Where(verb => verb.Name == "Play" || verb.Name == "Say").Select(verb => verb.Value)];

    public bool Ended => Root.Elements().LastOrDefault()?.Name == "Hangup";

    public Task<Heard> Start() => Go("/call", "ringing");

    public Task<Heard> Press(string keys) => Go(Action("Gather"), "in-progress", ("Digits", keys));

    public Task<Heard> Silence() => Go(Path(Root.Elements("Redirect").Single().Value), "in-progress");

    public Task<Heard> Speak(string recording) => Go(Action("Record"), "in-progress",
        ("RecordingUrl", Carrier.RecordingAddress(recording)), ("RecordingSid", recording), ("RecordingDuration", "17"), ("Digits", "#"));

    public Task<Heard> HangUp() => carrier.Post(Carrier.Call(from, Sid, "/call", "completed"));

    private async Task<Heard> Go(string path, string status, params (string, string)[] more) => Last = await carrier.Post(Carrier.Call(from, Sid, path, status, more));

    private string Action(string verb) => Path((string)Root.Elements(verb).Single().Attribute("action")!);

    private static string Path(string address) => address.StartsWith(Signed.Origin, StringComparison.Ordinal)
        ? address[Signed.Origin.Length..]
        : throw new InvalidOperationException("The answer leads away from the public address.");
}
