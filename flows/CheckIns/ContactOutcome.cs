namespace Hotline.Flows.CheckIns;

/// <summary>How a contact ended.</summary>
public enum ContactOutcome
{
    /// <summary>The safe word was given, in any way.</summary>
    Answered,

    /// <summary>Something else was said where the word is waited for. What it was, only the page knows.</summary>
    OtherWord,

    Missed,

    /// <summary>We did not manage to try.</summary>
    Unsent,

    Unreachable,

    SomeoneElse,

    /// <summary>Paused, stopped, locked, closed or moved.</summary>
    Halted,
}
