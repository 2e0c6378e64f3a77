using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>One text or call that was to reach a client.</summary>
public sealed record ContactTry(DateTimeOffset At, Channel By, TryEnd End)
{
    /// <summary>Whatever may have gone out counts.</summary>
    public bool Counts => End is not (TryEnd.NotSent or TryEnd.Refused or TryEnd.OptedOut);

    /// <summary>Providers tell late, twice and in any order: what is final stays, and nothing that went out becomes unsent.</summary>
    public bool MayBecome(TryEnd end) => (End, end) switch
    {
        (TryEnd.Going, not TryEnd.Going) => true,
        (TryEnd.Unknown, not (TryEnd.Going or TryEnd.Unknown)) => true,
        (TryEnd.Sent, TryEnd.NoAnswer or TryEnd.AnsweredWithoutWord or TryEnd.Refused or TryEnd.OptedOut) => true,
        _ => false,
    };
}
