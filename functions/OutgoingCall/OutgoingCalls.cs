using Hotline.Flows.Engine;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Setup;
using Hotline.Localization;

namespace Hotline.Functions.OutgoingCall;

/// <summary>Which calls of ours would have something to say. While recordings are missing nobody is rung to hear nothing.</summary>
public sealed class OutgoingCalls(Settings settings, OffThePhone offThePhone, VoicePrompts voice, Phrasebook phrases)
{
    /// <summary>Ask before a check-in call is made.</summary>
    public bool CanCheckIn => settings.CheckInNumber is not null && !offThePhone.Applies;

    /// <summary>While the menu is off the phone, one recording is enough: behind the key that it asks for, a person answers as on the public line.</summary>
    public bool CanRingBack => settings.Outreach.MissedCallNumber is not null && (!offThePhone.Applies || voice.CanSay(new Say(RingPrompts.Back, phrases.Languages[0])));
}
