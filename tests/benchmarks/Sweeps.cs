using Hotline.Functions.ToDos;
using Microsoft.Extensions.Hosting;

namespace Hotline.Benchmarks;

/// <summary>What is swept beside the turns, as often as the gateway does it.</summary>
internal sealed class Sweeps(Sweeper sweeper) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (; !stoppingToken.IsCancellationRequested; await Task.Delay(Pause, stoppingToken))
            await sweeper.SweepOnce(stoppingToken);
    }
}
