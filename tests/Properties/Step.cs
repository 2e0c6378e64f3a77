using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>One turn as it was: what went in, what came out.</summary>
internal sealed record Step(Session? Before, Said Said, Circumstances Caller, DateTimeOffset Now, Turn Turn)
{
    public Input Input => Said.Input;

    public bool Stops => Said.Stops || Option("3");

    /// <summary>Who has opened a report is asked whether that one is meant.</summary>
    public bool Erases => (Said.Erases || Option("4")) && Turn.Next?.Place != Hotline.Flows.Files.Everywhere.Withdraw;

    public IEnumerable<T> Effects<T>() where T : Effect => Turn.Effects.OfType<T>();

    public IEnumerable<string> SaidKeys => Turn.Says.Select(say => say.Key);

    /// <summary>By voice stop and erase are keys of the options.</summary>
    private bool Option(string key) =>
        Before is { Flow: "everywhere", State: "options", Channel: Channel.Voice, Closed: false } && Caller.Channel == Channel.Voice && Input is Input.Digits digits && digits.Keys == key;
}

/// <summary>An input, and what its sender is entitled to.</summary>
/// <param name="MustBeKept">A story or a recording: whatever was asked, it may not be dropped.</param>
internal sealed record Said(Input Input, bool MustBeKept = false, bool Stops = false, bool Erases = false)
{
    /// <summary>The words or the address by which it is found again in a report.</summary>
    public string? Content => Input switch { Input.Text text => text.Body, Input.Recording recording => recording.Address, _ => null };
}
