namespace Hotline.Functions.Providers;

/// <summary>A phone to ring.</summary>
/// <param name="To">E.164 with its plus, or a short code.</param>
/// <param name="From">A number of ours, which the person sees.</param>
/// <param name="Answered">Asked, by POST, for what to say when someone answers.</param>
public sealed record OutboundCall(string To, string From, Uri Answered)
{
    /// <summary>Told, by POST, when the call is over.</summary>
    public Uri? StatusCallback { get; init; }

    /// <summary>At most ten minutes; the provider's own is one. Somleng takes no notice.</summary>
    public TimeSpan? RingFor { get; init; }

    public override string ToString() => nameof(OutboundCall);
}
