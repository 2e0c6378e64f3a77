using Hotline.Functions.ToDos;

namespace Hotline.Functions.Hosting;

/// <summary>Self-hosted: every chore but the reconciler, over and over, and at once what is in a hurry.</summary>
public sealed class SweepService(Chores chores, Nudge nudge, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var swept = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            if ((now - swept).Duration() >= Pause)
            {
                swept = now;
                foreach (var chore in new[] { Chore.ToDos, Chore.CheckIns, Chore.Retention })
                    await chores.Do(chore, TimeSpan.Zero, stoppingToken);
            }
            else
            {
                await chores.Hurry(stoppingToken);
            }

            await nudge.Wait(chores.SomethingWaits ? Chores.ShortPause : Pause, stoppingToken);
        }
    }
}
