namespace Hotline.Functions.Providers;

/// <summary>Why nothing was accepted, in the four ways that ask for different things to be done.</summary>
public abstract record Failure
{
    /// <summary>The same again would be refused again.</summary>
    /// <param name="Fault">The provider's own code, for staff and support; null where there is none.</param>
    public sealed record RefusedForGood(RefusalKind Kind, string? Fault = null) : Failure
    {
        /// <summary>One sentence, in English, without anybody's number or words.</summary>
        public string ForStaff => RefusalText.Of(Kind);
    }

    /// <summary>The person wrote STOP to the number we send from. Only they can undo it; a call is not covered by it.</summary>
    public sealed record OptedOut : Failure;

    /// <summary>Nothing was done, or what was done may be done again without harm.</summary>
    /// <param name="After">Not before this much time is over.</param>
    public sealed record TryLater(TimeSpan After) : Failure;

    /// <summary>It may have gone out. Never send again: look for it with <see cref="IProvider.ListMessages"/>.</summary>
    public sealed record Unknown : Failure;
}
