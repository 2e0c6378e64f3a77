using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hotline.Functions.Telemetry;

/// <summary>Every instrument there is. While nobody listens, each costs a comparison.</summary>
internal static class Measures
{
    public const string Name = "Hotline";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Spans { get; } = new(Name);

    // Of turns, let out by TurnPool only.
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram("hotline.turn.duration", "s", "Time of a turn, by step.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static Histogram<int> Requests { get; } = Meter.CreateHistogram("hotline.turn.store_requests", "{request}", "Requests to the store for a turn.", null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 3, 4, 6, 8, 12, 16, 32] });

    public static Counter<long> Conflicts { get; } = Meter.CreateCounter<long>("hotline.turn.conflicts", "{conflict}", "Tries of turns that met a change by somebody else.");

    public static Counter<long> Conversations { get; } = Meter.CreateCounter<long>("hotline.conversations", "{conversation}", "Conversations, by how they ended.");

    public static Counter<long> Sent { get; } = Meter.CreateCounter<long>("hotline.sent", "{message}", "Texts and calls out.");

    public static Counter<long> Segments { get; } = Meter.CreateCounter<long>("hotline.segments", "{segment}", "SMS segments out.");

    public static Counter<double> Cost { get; } = Meter.CreateCounter<double>("hotline.cost", "USD", "Segments out at the price in the settings.");

    // Of trouble, told at once.
    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("hotline.refused", "{request}", "Webhooks that were turned away.");

    public static Counter<long> Broken { get; } = Meter.CreateCounter<long>("hotline.broken", "{turn}", "Turns and sweeps that broke.");

    public static Counter<long> ProviderFailures { get; } = Meter.CreateCounter<long>("hotline.provider.failures", "{request}", "What the provider did not do, and whose matter it is.");

    /// <summary>Somebody wants to hear of turns.</summary>
    public static bool OfTurns => Duration.Enabled || Spans.HasListeners();
}
