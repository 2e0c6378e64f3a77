using Hotline.Functions.ToDos;

namespace Hotline.Functions.Hosting;

/// <summary>
/// Under the Functions host timers run in processes of their own, up to a quarter of a minute later. What is in a hurry, an alert, is performed at once by
/// the process that took it in; should it die, or the provider be away, the row is there for the timer.
/// </summary>
public sealed class HurryService(Chores chores, Nudge nudge) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await nudge.Wait(Timeout.InfiniteTimeSpan, stoppingToken);
            await chores.Hurry(stoppingToken);
        }
    }
}
