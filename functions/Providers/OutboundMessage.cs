namespace Hotline.Functions.Providers;

/// <summary>A text to one person.</summary>
/// <param name="To">E.164 with its plus, or a short code.</param>
/// <param name="From">A number of ours.</param>
/// <param name="Body">At most 1600 UTF-16 units.</param>
public sealed record OutboundMessage(string To, string From, string Body)
{
    /// <summary>Where the provider reports how it fared. A name of our own in its query finds the message again even if the answer to sending is lost; no person may stand in it.</summary>
    public Uri? StatusCallback { get; init; }

    /// <summary>After this the provider is not to try any more; seconds at the least, cut to what it takes.</summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>Says nothing of anyone: records are printed by logs and debuggers.</summary>
    public override string ToString() => nameof(OutboundMessage);
}
