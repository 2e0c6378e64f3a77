namespace Hotline.Flows.CheckIns;

/// <summary>Why a caseworker is told.</summary>
public enum RaiseReason { Missed, Unsent, Unreachable, SomeoneElse, Stopped }

public static class RaiseReasons
{
    /// <summary>As pages carry it.</summary>
    public static string Name(this RaiseReason reason) => reason switch
    {
        RaiseReason.Missed => "missed",
        RaiseReason.Unsent => "unsent",
        RaiseReason.Unreachable => "unreachable",
        RaiseReason.SomeoneElse => "someone-else-answers",
        _ => "stopped",
    };

    internal static ContactOutcome Outcome(this RaiseReason reason) => reason switch
    {
        RaiseReason.Missed => ContactOutcome.Missed,
        RaiseReason.Unsent => ContactOutcome.Unsent,
        RaiseReason.Unreachable => ContactOutcome.Unreachable,
        RaiseReason.SomeoneElse => ContactOutcome.SomeoneElse,
        _ => ContactOutcome.Halted,
    };
}
