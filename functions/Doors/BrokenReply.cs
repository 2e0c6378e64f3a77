using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Localization;
using Hotline.Localization.Khmer;

namespace Hotline.Functions.Doors;

/// <summary>"Please try again, or call …": in the caller's language, and claiming nothing.</summary>
public sealed class BrokenReply(Phrasebook phrases, VoicePrompts prompts, CheckInLine checkIns)
{
    private const string Key = "everywhere.broken";

    public byte[] ToText(Received received)
    {
        // No number to call: that would tell what the line is for.
        var key = checkIns.Is(received) ? CheckInPrompts.Busy : Key;
        var country = phrases.Numbers.CountryOfPrefix(received.From.StartsWith('+') ? received.From : "+" + received.From);
        // Nothing can be loaded now, so the script of the text itself has to tell; Latin letters are answered in both.
        IEnumerable<string> languages = Scripts.Of(received.Body) == Script.Latin ? phrases.Languages : phrases.Languages.Take(1);
        return TwimlDocument.Render([.. Phrasebook.Messages(languages.Select(language => phrases.Text(key, language, Values(country, language)))).Select(text => new Message(text))]);
    }

    public byte[] ByVoice(Received received)
    {
        var key = checkIns.Is(received) ? CheckInPrompts.Busy : Key;
        var country = received.Withheld ? null : phrases.Numbers.CountryOfPrefix(received.From);
        return TwimlDocument.Render([.. prompts.Of(phrases.Languages.Select(language => new Flows.Engine.Say(key, language, Values(country, language)))), new Hangup()]);
    }

    private Dictionary<string, string> Values(string? country, string language) =>
        new(StringComparer.Ordinal) { [Placeholder.Numbers] = phrases.DangerNumbers(country, country, language) };
}
