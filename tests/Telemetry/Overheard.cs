using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hotline.Functions.Telemetry;

namespace Hotline.Tests.Telemetry;

/// <summary>Listens inside the process to all that is measured, before anything is taken off, and judges it by the list.</summary>
internal sealed class Overheard : IDisposable
{
    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> heard = new(StringComparer.Ordinal);
    private readonly ActivityListener spans;
    private readonly MeterListener meters = new();

    public Overheard()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                Judge(span.DisplayName, [.. span.TagObjects]);
                if (span.Events.Any() || span.Links.Any() || span.Baggage.Any() || span.StatusDescription is not null)
                    faults.TryAdd($"{span.DisplayName}: more than attributes", 0);
            },
        };
        ActivitySource.AddActivityListener(spans);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Measures.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, labels, _) => Judge(instrument.Name, labels));
        meters.SetMeasurementEventCallback<int>((instrument, _, labels, _) => Judge(instrument.Name, labels));
        meters.SetMeasurementEventCallback<double>((instrument, _, labels, _) => Judge(instrument.Name, labels));
        meters.Start();
    }

    /// <summary>What is not on the list.</summary>
    public IReadOnlyList<string> Faults => [.. faults.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of spans and instruments, and how often.</summary>
    public IReadOnlyDictionary<string, int> Heard => heard;

    public void Dispose()
    {
        spans.Dispose();
        meters.Dispose();
    }

    private void Judge(string name, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        heard.AddOrUpdate(name, 1, (_, before) => before + 1);
        foreach (var (label, value) in labels)
            if (value is not string text || !Labels.Allows(label, text))
                faults.TryAdd($"{name}: {label}", 0);
    }
}
