using Hotline.Functions.Providers;
using Hotline.Functions.ToDos;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hotline.Functions.Telemetry;

/// <summary>
/// Traces and metrics to a collector. Set up beside the start and never in its way; what a collector does not take is dropped: a full queue or a dead
/// collector costs a turn nothing. Logs are not exported.
/// </summary>
public sealed partial class Exporting(TelemetrySettings settings, QueueState state, ProviderWatch watch, TimeProvider clock, ILogger<Exporting> log) : IHostedService, IDisposable
{
    private const int ExportTimeout = 10_000;

    private Task? setUp;
    private QueueGauges? gauges;
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The SDK and its serialiser are code that nothing else has loaded yet.
        setUp = Task.Run(SetUp, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>For tests: set up, or given up.</summary>
    internal Task Ready => setUp ?? Task.CompletedTask;

    /// <summary>For tests: everything let out so far, now.</summary>
    internal async Task Flush()
    {
        await Ready;
        traces?.ForceFlush(ExportTimeout);
        metrics?.ForceFlush(ExportTimeout);
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        gauges?.Dispose();
    }

    private void SetUp()
    {
        try
        {
            var resource = ResourceBuilder.CreateEmpty().AddTelemetrySdk().AddService(settings.Service, autoGenerateServiceInstanceId: true);
            if (settings.Traces is { } to)
                traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Measures.Name).SetSampler(new AlwaysOnSampler())
                    .AddProcessor(new OnlyListed()).AddOtlpExporter(options => Set(options, to)).Build();
            if (settings.Metrics is not { } address)
                return;
            gauges = new QueueGauges(state, watch, clock);
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Measures.Name)
                // An exemplar would carry a moment and a trace beside a count.
                .SetExemplarFilter(ExemplarFilterType.AlwaysOff)
                .AddView("*", new MetricStreamConfiguration { TagKeys = OnlyListed.Names })
                .AddOtlpExporter((options, reader) =>
                {
                    Set(options, address);
                    reader.PeriodicExportingMetricReaderOptions = new PeriodicExportingMetricReaderOptions { ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds, ExportTimeoutMilliseconds = ExportTimeout };
                }).Build();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            NotSetUp(log, e.GetType().Name);
        }
    }

    private void Set(OtlpExporterOptions options, Uri to)
    {
        (options.Endpoint, options.Protocol, options.TimeoutMilliseconds) = (to, settings.Protocol, ExportTimeout);
        if (settings.Headers is { Length: > 0 } headers)
            options.Headers = headers;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Traces and metrics are not exported: setting it up failed ({Error}).")]
    private static partial void NotSetUp(ILogger log, string error);
}
