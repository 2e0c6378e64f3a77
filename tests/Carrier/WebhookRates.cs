namespace Hotline.Tests.Carriers;

/// <summary>What happens to webhooks on their way, as shares of all.</summary>
internal sealed record WebhookRates
{
    public static WebhookRates None { get; } = new();

    public static WebhookRates Bad { get; } = new() { Lost = 0.05, AnswerLost = 0.03, Repeated = 0.1, Latest = TimeSpan.FromMinutes(5) };

    /// <summary>Never arrives, however often it is tried.</summary>
    public double Lost { get; init; }

    /// <summary>Arrives, and its answer does not come back; tried again where the address asks for that.</summary>
    public double AnswerLost { get; init; }

    /// <summary>Status callbacks only: arrives once more, later.</summary>
    public double Repeated { get; init; }

    /// <summary>Status callbacks only: each is late by a time up to this, and so they overtake one another.</summary>
    public TimeSpan Latest { get; init; }
}
