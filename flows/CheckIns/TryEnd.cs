namespace Hotline.Flows.CheckIns;

/// <summary>How a try ended.</summary>
public enum TryEnd
{
    /// <summary>Stored before the request. After a crash in between nobody knows more: it counts as <see cref="Unknown"/>.</summary>
    Going,

    Sent,

    /// <summary>Nothing went out, and the same may be tried later.</summary>
    NotSent,

    /// <summary>Nothing can go out this way: a landline, no such number.</summary>
    Refused,

    /// <summary>The provider was told by this phone to send nothing more.</summary>
    OptedOut,

    /// <summary>May have gone out.</summary>
    Unknown,

    /// <summary>Rang in vain, was engaged, or the text did not reach the phone.</summary>
    NoAnswer,

    /// <summary>A call was taken, by another person or a machine, and no code was keyed.</summary>
    AnsweredWithoutWord,
}
