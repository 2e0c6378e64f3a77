using System.Globalization;
using System.Xml.Linq;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>What the grammar cannot say: ranges of values (twilio.com/docs/voice/twiml), what Somleng breaks a call off for, and what we want never to send.</summary>
internal static class VerbRules
{
    private const string Keys = "0123456789*#";
    private const int LongestSay = 4096;

    private static readonly string[] Somleng = ["Say", "Play", "Gather", "Record", "Redirect", "Reject", "Dial", "Number", "Sip", "Hangup"];

    /// <returns>What is wrong, as a sentence; null when nothing is.</returns>
    public static string? Fault(XElement verb, ProviderKind provider)
    {
        var name = verb.Name.LocalName;
        if (name == "Pause" && verb.Parent?.Name.LocalName == "Gather")
            return "Pause may not stand in Gather: Somleng breaks the call off";
        if (provider == ProviderKind.Somleng && !Somleng.Contains(name))
            return $"{name} is unknown to Somleng, which breaks the call off";
        if ((string?)verb.Attribute("method") is "GET" || (string?)verb.Attribute("recordingStatusCallbackMethod") is "GET")
            return $"{name}@method is GET: what the caller does would stand in an address";
        foreach (var address in (string[])["action", "recordingStatusCallback"])
            if (verb.Attribute(address) is { } attribute && !IsAddress(attribute.Value))
                return $"{name}@{address} is no full http(s) address";
        return name switch
        {
            "Gather" => Gather(verb, provider),
            "Record" => Record(verb),
            "Dial" => Range(verb, "timeout", 1, 600) ?? Range(verb, "timeLimit", 1, 14_400) ?? (verb.Nodes().OfType<XText>().Any() ? "Dial holds its Number as text; Number is for that" : null),
            "Pause" => Range(verb, "length", 1, 3600),
            "Play" => Range(verb, "loop", 0, 1000) ?? (IsAddress(verb.Value) ? null : "Play needs a full http(s) address"),
            "Redirect" => IsAddress(verb.Value) ? null : "Redirect needs a full http(s) address",
            "Say" => verb.Value.Any(c => c is >= '\u1780' and <= '\u17FF') ? "Say holds Khmer: no provider has a voice for it" : verb.Value.Length > LongestSay ? "Say holds more than 4096 characters (13521)" : null,
            "Number" => verb.Value.TrimStart('+').All(char.IsAsciiDigit) ? null : "Number holds no number",
            "Reject" => verb == verb.Document!.Root!.Elements().First() ? null : "Reject is not the first verb: the call was answered, and costs",
            _ => null,
        };
    }

    private static string? Gather(XElement verb, ProviderKind provider) =>
        verb.Attribute("action") is null ? "Gather has no action: it would ask for the same document for ever"
        : Value(verb, "finishOnKey", "#") is not { Length: <= 1 } finish || !Keys.Contains(finish, StringComparison.Ordinal) ? "Gather@finishOnKey is more than one key, or none (13310)"
        : provider == ProviderKind.Somleng && Value(verb, "input", "dtmf") != "dtmf" ? "Gather@input is more than keys: Somleng hears nothing else"
        : Range(verb, "numDigits", 1, 100) ?? Range(verb, "timeout", 1, 600);

    private static string? Record(XElement verb) =>
        verb.Attribute("action") is null ? "Record has no action: it would ask for the same document for ever"
        : !Value(verb, "finishOnKey", Keys).All(key => Keys.Contains(key, StringComparison.Ordinal)) ? "Record@finishOnKey holds what is no key"
        : Value(verb, "transcribe", "false") == "true" ? "Record@transcribe gives the caller's words to a third party"
        : Range(verb, "timeout", 0, 600) ?? Range(verb, "maxLength", 1, 14_400);

    private static string? Range(XElement verb, string name, int least, int most) => verb.Attribute(name) is { } attribute
        && !(int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        ? $"{verb.Name}@{name} lies outside {least} to {most}"
        : null;

    private static string Value(XElement verb, string name, string otherwise) => (string?)verb.Attribute(name) ?? otherwise;

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
