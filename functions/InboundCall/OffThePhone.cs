using Hotline.Functions.Audio;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Localization;

namespace Hotline.Functions.InboundCall;

/// <summary>
/// While a prompt of the first language has no recording, the menu is off the phone: callers reach the duty number, or hear the one recording
/// that an operator has to provide. In Development the simulator shows the words instead.
/// </summary>
public sealed class OffThePhone
{
    /// <summary>localization/audio/off-the-phone.wav or .mp3, in its own folder name "all".</summary>
    public const string Clip = "off-the-phone";
    public const string Folder = "all";

    private readonly Settings settings;
    private readonly AudioFiles audio;
    private readonly CheckInLine checkIns;

    /// <exception cref="SetupException">Nothing would answer a call.</exception>
    public OffThePhone(Settings settings, Phrasebook phrases, AudioFiles audio, CheckInLine checkIns)
    {
        (this.settings, this.audio, this.checkIns) = (settings, audio, checkIns);
        Applies = !settings.Development && MissingClips.Any(phrases.Catalogues[0], audio);
        if (Applies && settings.DutyNumber is null && !audio.Has(Folder, Clip))
            throw new SetupException($"{MissingClips.In(phrases.Catalogues[0], audio).Count} Khmer recordings are missing, so calls need another answer: set Hotline__DutyNumber, or put one recording at localization/audio/{Folder}/{Clip}.wav.");
    }

    public bool Applies { get; }

    public byte[]? Answer(Received received)
    {
        if (!Applies)
            return null;
        // Whoever answers the duty number answers for the hotline; an engaged line tells nothing.
        if (checkIns.Is(received))
            return TwimlDocument.Render([new Reject("busy")]);
        // Dial always shows our own number, and whoever hangs up is never called back.
        if (settings.DutyNumber is not null && received.Step == 0)
            return AfterAKey(received.To);
        return received.DialCallStatus is "completed" or "answered" ? TwimlDocument.Render([new Hangup()]) : OneRecording();
    }

    /// <summary>A person, or the one recording.</summary>
    /// <param name="ours">Our number that is on the line.</param>
    public byte[] AfterAKey(string ours) => settings.DutyNumber is { } duty
        ? TwimlDocument.Render([new Dial(duty, ours, VoiceReply.SecondsToRing, $"{settings.PublicUrl}/call/1")])
        : OneRecording();

    private byte[] OneRecording() =>
        audio.Has(Folder, Clip)
            ? TwimlDocument.Render([new Play(settings.PublicUrl + audio.PathOf(Folder, Clip)), new Hangup()])
            : TwimlDocument.Render([new Hangup()]);
}
