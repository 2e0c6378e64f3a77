using Hotline.Functions.Providers;

namespace Hotline.Functions.Alerts;

/// <summary>What became of one text or call to one person.</summary>
/// <param name="Went">It was taken, or may have been, or the plan goes on as if it had.</param>
/// <param name="Later">Nothing was done; the provider asks for so much patience.</param>
/// <param name="Never">This way does not lead to them.</param>
/// <param name="Why">For whoever looks after the numbers, where something has to be put right; names nobody.</param>
public sealed record Telling(bool Went, TimeSpan? Later = null, bool Never = false, string? Why = null)
{
    private const string Stopped = "A person on duty wrote STOP to our number, so no text reaches them: only they can undo it, by START.";

    public static Telling Of(Failure? failure) => failure switch
    {
        Failure.TryLater later => new(false, later.After),
        Failure.OptedOut => new(false, Never: true, Why: Stopped),
        Failure.RefusedForGood { Kind: RefusalKind.TheirNumber or RefusalKind.TakesNoTexts } refused => new(false, Never: true, Why: refused.ForStaff),
        // Account, balance, filter: whatever it is may be put right while the alert still stands, so it goes on at the plan's pace.
        Failure.RefusedForGood refused => new(true, Why: refused.ForStaff),
        // Unknown is a round like any other: once more is no harm here, too often would be.
        _ => new(true),
    };
}
