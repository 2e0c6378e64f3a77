using Hotline.Functions.Providers;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Reconciling;

/// <summary>Runs the reconciler every few minutes, and soon again when the provider was away or has more. Beside the sweeper, which must not wait for its network.</summary>
public sealed partial class ReconcileService(Reconciler reconciler, Lines lines, ProviderWatch watch, TimeProvider clock, ILogger<ReconcileService> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (lines.All.Count == 0)
        {
            NoNumber(log);
            return;
        }

        var (last, pause) = (DateTimeOffset.MinValue, TimeSpan.Zero);
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if ((now - last).Duration() >= pause && !watch.IsAway)
            {
                last = now;
                pause = await Run(stoppingToken) ? Every : Soon;
            }

            await Task.Delay(Look, stoppingToken);
        }
    }

    /// <returns>False: again soon.</returns>
    private async Task<bool> Run(CancellationToken cancel)
    {
        try
        {
            var run = await reconciler.Run(cancel);
            return run is { Complete: true, More: false };
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Broke(log, e is StoreUnavailable ? "store" : e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "None of our numbers is set: texts whose webhook failed are not looked for, and the provider's copies stay. Set Provider__Number.")]
    private static partial void NoNumber(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider's list could not be compared with what we hold ({Error}); it is tried again.")]
    private static partial void Broke(ILogger log, string error);
}
