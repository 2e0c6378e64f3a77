using Hotline.Flows.Engine;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Setup;
using Hotline.Functions.Twiml;
using Hotline.Localization;
using Say = Hotline.Flows.Engine.Say;

namespace Hotline.Functions.OutgoingCall;

/// <summary>The first words of a call of ours, and the keys that are waited for behind them. Where none is pressed it hangs up at once: a mailbox that is still greeting records nothing.</summary>
public sealed class RingReply(VoicePrompts voice, Phrasebook phrases, Settings settings, OffThePhone offThePhone)
{
    private const int CodeKeys = 6;
    private const int SecondsForACode = 6;
    private const int SecondsForAKey = 8;

    public static byte[] Bye { get; } = TwimlDocument.Render([new Hangup()]);

    /// <summary>
    /// Nobody is rung back to hear nothing. While the menu is off the phone one recording is enough: behind the key that it asks for, a person answers as on
    /// the public line. (A check-in has nothing to say then: <see cref="OffThePhone.Applies"/>.)
    /// </summary>
    public bool CanRingBack => !offThePhone.Applies || voice.CanSay(new Say(RingPrompts.Back, phrases.Languages[0]));

    /// <summary>Until the safe code is keyed in it is anybody's phone, and its language nobody's business.</summary>
    public byte[] CheckIn(string id) => TwimlDocument.Render([new Gather(Said([phrases.Languages[0]], RingPrompts.CheckIn), Next(id, 1), CodeKeys, "#", SecondsForACode), new Hangup()]);

    public byte[] Back(string id) => TwimlDocument.Render([new Gather(Said(phrases.Languages, RingPrompts.Back), Next(id, 1), 1, "", SecondsForAKey), new Hangup()]);

    /// <summary>Said twice; whoever picks up late has missed the first.</summary>
    public byte[] Staff(string id) => TwimlDocument.Render([.. Alert(id, 1), .. Alert(id, 2), new Hangup()]);

    public byte[] StaffAgain(string id) => TwimlDocument.Render([.. Alert(id, 2), new Hangup()]);

    public byte[] StaffSeen() => TwimlDocument.Render([.. Said(phrases.Languages, StaffPrompts.AlertSeen), new Hangup()]);

    private Gather[] Alert(string id, int step) => [new Gather(Said(phrases.Languages, StaffPrompts.AlertCall), Next(id, step), 1, "", SecondsForAKey)];

    /// <summary>Outside Development a language without its recording is left out; English can always be read aloud.</summary>
    private IReadOnlyList<Verb> Said(IEnumerable<string> languages, string key) =>
        voice.Of(languages.Select(language => new Say(key, language)).Where(say => settings.Development || voice.CanSay(say)));

    private string Next(string id, int step) => $"{settings.PublicUrl}/ring/{id}/{step}";
}
