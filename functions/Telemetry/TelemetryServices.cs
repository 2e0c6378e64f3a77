using System.Diagnostics;
using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Telemetry;

/// <summary>Seeing from outside how the hotline fares. Without an address to export to nothing is loaded.</summary>
public static class TelemetryServices
{
    /// <exception cref="SetupException">A setting of OpenTelemetry's is wrong.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Settings settings, IConfiguration configuration)
    {
        services.AddSingleton<DistributedContextPropagator, NobodyOutsideTraces>();
        if (TelemetrySettings.Read(configuration) is not { } where)
            return services;
        Price.OfSegment = (double)settings.SegmentPrice;
        return services.AddSingleton(provider => new Exporting(where, provider.GetRequiredService<QueueState>(), provider.GetRequiredService<ProviderWatch>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Exporting>>()))
            .AddHostedService(provider => provider.GetRequiredService<Exporting>());
    }
}
