using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Telemetry;

/// <summary>
/// The one list of what may be said of anything in traces and metrics: every attribute, and every value that it may have. There is no line for callers,
/// turns, cases, countries, provinces or words, and none for the check-in line; what is not here cannot be exported.
/// </summary>
public static partial class Labels
{
    public static readonly Label Line = new("line", "public", "missed-call", "tips");
    public static readonly Label Channel = new("channel", "text", "voice");
    public static readonly Label Step = new("step", "verify", "wait", "load", "step", "commit", "land", "whole");
    public static readonly Label Result = new("result", "answered", "repeated");
    public static readonly Label Flow = new("flow", "front-door", "everywhere", "report", "abroad", "offer", "return", "tips");
    public static readonly Label End = new("end", "filed", "filed-as-is", "stopped", "erased", "answered", "abandoned", "unsafe", "withdrawn");
    public static readonly Label Language = new("language", "km", "en", "none");
    public static readonly Label What = new("what", "reply", "text", "call");

    public static readonly Label Door = new("door", "sms", "call", "recording", "delivery", "sweep");

    public static readonly Label Reason = new("reason",
        RefusalReason.Method, RefusalReason.ContentType, RefusalReason.Length, RefusalReason.Unread, RefusalReason.Form, RefusalReason.Target, RefusalReason.Unsigned, RefusalReason.Signature,
        RefusalReason.Repeated, RefusalReason.Name, RefusalReason.Boundary, RefusalReason.Speech, RefusalReason.Missing, RefusalReason.Account, RefusalReason.Version, RefusalReason.Sid,
        RefusalReason.From, RefusalReason.To, RefusalReason.Body, RefusalReason.Media, RefusalReason.Digits, RefusalReason.Direction, RefusalReason.State, RefusalReason.Recording);

    public static readonly Label Error = new("error", "store", "busy", "slow", "damaged");

    public static readonly Label Task = new("task",
        "send a text", "ring a phone", "fetch a text", "empty a text", "delete a text", "end a call", "delete a recording", "list texts", "fetch a recording");

    public static readonly Label Failure = new("failure", "try-later", "unknown", "not-allowed-there", "filtered", "our-number", "our-account", "our-request", "media-host", "no-recording", "not-offered");

    /// <summary>Of to-dos. What belongs to check-ins has one word.</summary>
    public static readonly Label Kind = new("kind", "wake", "land", "amend", "question", "alert", "check-in", "text", "tip", "ring-back", "recording", "discard");

    public static IReadOnlyList<Label> All { get; } = [Line, Channel, Step, Result, Flow, End, Language, What, Door, Reason, Error, Task, Failure, Kind];

    /// <summary>What is said of the program as a whole, and nothing of what it does.</summary>
    public static FrozenDictionary<string, Regex> OfProgram { get; } = new Dictionary<string, Regex>
    {
        ["service.name"] = ServiceName(),
        ["service.instance.id"] = Instance(),
        ["telemetry.sdk.name"] = Sdk(),
        ["telemetry.sdk.language"] = Sdk(),
        ["telemetry.sdk.version"] = Version(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Allows(string name, string value) => All.FirstOrDefault(label => label.Name == name)?.Allows(value) == true;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex ServiceName();

    /// <summary>Drawn at the start: two processes are not to be taken for one.</summary>
    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    private static partial Regex Instance();

    [GeneratedRegex("^(?:opentelemetry|dotnet)$")]
    private static partial Regex Sdk();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Version();
}
