namespace Hotline.Flows.CheckIns;

/// <summary>Whether a client is written to. Only <see cref="Locked"/> also keeps the safe word from opening; a caseworker undoes each of them.</summary>
public enum Standing
{
    Active,

    /// <summary>By a caseworker.</summary>
    Paused,

    /// <summary>Somebody said stop on this phone.</summary>
    Stopped,

    /// <summary>Three tries without the safe word.</summary>
    Locked,

    /// <summary>By a caseworker, with a reason; never by a date.</summary>
    Closed,
}
