using Hotline.Functions.Providers;
using Hotline.Functions.Sending;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Hosting;

/// <summary>Self-hosted: runs the reconciler every few minutes, and soon again when the provider was away or has more. Beside the sweeps, which must not wait for its network.</summary>
public sealed class ReconcileService(Chores chores, Lines lines, ProviderWatch watch, TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (last, pause) = (DateTimeOffset.MinValue, TimeSpan.Zero);
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if ((now - last).Duration() >= pause && !watch.IsAway)
            {
                last = now;
                pause = await chores.Do(Chore.Reconciler, TimeSpan.Zero, stoppingToken) ? Every : Soon;
            }

            if (lines.All.Count == 0)
                return;
            await Task.Delay(Look, stoppingToken);
        }
    }
}
