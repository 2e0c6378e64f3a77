namespace Hotline.Functions.Providers;

/// <summary>Why a request can never succeed as it is; each has a sentence for staff in <see cref="RefusalText"/>.</summary>
public enum RefusalKind
{
    /// <summary>No such number, or none that can be reached.</summary>
    TheirNumber,

    /// <summary>A landline, or a phone that takes no texts.</summary>
    TakesNoTexts,

    /// <summary>Our account may not reach that country or network.</summary>
    NotAllowedThere,

    /// <summary>The carrier filtered the message or the call.</summary>
    Filtered,

    /// <summary>The message was valid for a time that is over.</summary>
    TooLate,

    /// <summary>The number that we send from.</summary>
    OurNumber,

    /// <summary>Account, token, address or balance.</summary>
    OurAccount,

    /// <summary>The request itself: a mistake of ours.</summary>
    OurRequest,

    /// <summary>The provider knows no such message, call or recording.</summary>
    NotThere,

    /// <summary>The call is over already.</summary>
    CallIsOver,

    /// <summary>The recording, or what its address leads on to, lies on a host that is not in Provider__MediaHosts.</summary>
    MediaHost,

    /// <summary>What lies there is no sound, or too much of it.</summary>
    NoRecording,

    /// <summary>This provider cannot do it at all.</summary>
    NotOffered,
}
