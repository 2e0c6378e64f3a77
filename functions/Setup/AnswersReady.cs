using Hotline.Localization;

namespace Hotline.Functions.Setup;

/// <summary>Reads all ways of asking as soon as the start is over: it takes a tenth of a second, and nobody's first question should wait for it.</summary>
internal sealed class AnswersReady(Phrasebook phrases, TimeProvider clock) : BackgroundService
{
    /// <summary>Whoever wrote while the program was being restarted comes first.</summary>
    private static readonly TimeSpan AfterTheStart = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterTheStart, clock, stoppingToken);
        phrases.Answers?.Prepare();
    }
}
