namespace Hotline.Functions.OutgoingCall;

/// <summary>What a call of ours is for; our number that rings, and whom, tell which.</summary>
public enum RingKind
{
    /// <summary>Somebody on duty is told of an alert.</summary>
    Staff,

    CheckIn,

    /// <summary>A missed call is answered.</summary>
    Back,
}
