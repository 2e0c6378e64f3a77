using Hotline.Functions.Health;
using Hotline.Functions.Providers;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.Telemetry;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Hosting;

/// <summary>Does a chore, by whatever clock called for it, and writes down how it went. What breaks is logged and told by /health, and never ends the clock.</summary>
public sealed partial class Chores(Sweeper sweeper, Reconciler reconciler, ProviderProbe probe, Lines lines, ProviderWatch watch, QueueState state, Nudge nudge, Pulses pulses, TimeProvider clock, ILogger<Chores> log)
{
    /// <summary>While something waits for its turn within the rate.</summary>
    public static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    public bool SomethingWaits => state.Waiting > 0 && !watch.IsAway;

    /// <param name="stay">How long to go on while something waits for its turn within the rate, or is left over.</param>
    /// <returns>False: it broke, or there is more of it; again soon.</returns>
    public async Task<bool> Do(Chore chore, TimeSpan stay, CancellationToken cancel)
    {
        try
        {
            var whole = await Begin(chore, clock.GetTimestamp(), stay, cancel);
            var todos = chore == Chore.ToDos;
            await pulses.Did(chore, todos ? state.Waiting : 0, todos ? state.Dead : 0, todos ? watch.AwaySince : null, cancel);
            return whole;
        }
        // Some wait of somebody's that ran out, too: a clock that stops without a sound files no report and tells nobody of a danger.
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Trouble.SweepBroke(e);
            await Broke(chore, Word(e));
            return false;
        }
    }

    /// <summary>What is due now, and nothing else. A process that never sweeps asks here whether the provider is back.</summary>
    public async Task Hurry(CancellationToken cancel)
    {
        try
        {
            await probe.Run(clock.GetUtcNow(), cancel);
            await sweeper.Round(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Trouble.SweepBroke(e);
            Failed(log, Chore.ToDos, Word(e));
        }
    }

    /// <param name="failure">A word.</param>
    public async Task Broke(Chore chore, string failure)
    {
        Failed(log, chore, failure);
        try
        {
            await pulses.Failed(chore, failure, CancellationToken.None);
        }
        catch (StoreUnavailable)
        {
            // Then /health says that, and nothing else is true of it.
        }
    }

    private async Task<bool> Begin(Chore chore, long began, TimeSpan stay, CancellationToken cancel)
    {
        bool IsTime() => clock.GetElapsedTime(began) < stay;
        switch (chore)
        {
            case Chore.ToDos:
                await sweeper.Round(cancel);
                for (; SomethingWaits && IsTime(); await sweeper.Round(cancel))
                    await nudge.Wait(ShortPause, cancel);
                await sweeper.CountDead(cancel);
                await sweeper.Regular(chore, cancel);
                return !SomethingWaits;
            case Chore.Reconciler when lines.All.Count == 0:
                NoNumber(log);
                return true;
            case Chore.Reconciler:
                var run = await reconciler.Run(cancel);
                while (run is { Complete: true, More: true } && IsTime())
                    run = await reconciler.Run(cancel);
                return run.Complete ? !run.More : throw new ListUnread();
            default:
                await sweeper.Regular(chore, cancel);
                return true;
        }
    }

    private static string Word(Exception e) => e is StoreUnavailable ? "store" : e.GetType().Name;

    /// <summary>Its name is what is logged and told.</summary>
    private sealed class ListUnread : Exception;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Chore} broke ({Error}); what is due waits and is tried again.")]
    private static partial void Failed(ILogger log, Chore chore, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "None of our numbers is set: texts whose webhook failed are not looked for, and the provider's copies stay. Set Provider__Number.")]
    private static partial void NoNumber(ILogger log);
}
