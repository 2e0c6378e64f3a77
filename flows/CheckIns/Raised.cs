namespace Hotline.Flows.CheckIns;

/// <summary>What a caseworker has to take up and has not yet.</summary>
/// <param name="At">When it was raised; of two that nobody took, the first.</param>
/// <param name="Rung">Who was told last; null until the caseworker is.</param>
public sealed record Raised(RaiseReason Reason, DateTimeOffset At, Rung? Rung)
{
    /// <summary>Another reason while the first waits gives nobody more time.</summary>
    public static Raised Anew(Raised? before, RaiseReason reason, DateTimeOffset now) =>
        new(reason, before is { Rung: not CheckIns.Rung.Supervisor } ? before.At : now, null);
}
