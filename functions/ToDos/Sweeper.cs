using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Questions;
using Hotline.Functions.Returning;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>
/// Looks for what is due in every shard: silent conversations to be filed, reports still on their way; and takes away what has had its time.
/// A row that fails is left due and the others go on.
/// </summary>
public sealed partial class Sweeper(IStore store, Sealer sealer, Switchboard switchboard, Landing landing, PageKeeper pages, QuestionLanding questions, Purge purge, GuessingWatch guessing, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private const int RowsAtOnce = 500;

    /// <returns>How many rows were due.</returns>
    public async Task<int> SweepOnce(CancellationToken cancel = default)
    {
        var due = 0;
        var now = clock.GetUtcNow();
        foreach (var shard in CallerId.AllShards)
        {
            var rows = await store.Scan(shard, RowKeys.Todo, RowKeys.TodoBefore(now.ToUnixTimeSeconds() + 1), RowsAtOnce, cancel);
            due += rows.Count;
            foreach (var row in rows)
                await Perform(shard, row, cancel);
        }

        await purge.Run(now, cancel);
        await guessing.Run(now, cancel);
        return due;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
            try
            {
                await SweepOnce(stoppingToken);
            }
            catch (StoreUnavailable)
            {
                StoreAway(log);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Stuck(log, "sweep", e.GetType().Name);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Perform(string shard, Row row, CancellationToken cancel)
    {
        var kind = RowKeys.KindOf(row.Key);
        try
        {
            if (Landing.Carries(kind))
                await landing.LandDue(shard, row, cancel);
            else if (kind == StoredPage.Kind)
                await pages.Keep(shard, row, cancel);
            else if (kind == QuestionLanding.Kind)
                await questions.Land(shard, row, cancel);
            else if (sealer.Open(shard, row.Key, row.Body.Span) is { } json && Wake.FromJson(json) is { } wake)
                await switchboard.Wake(shard, row, wake, cancel);
            else
                throw new DamagedRow(kind);
        }
        catch (Exception e) when (e is not (StoreUnavailable or OperationCanceledException))
        {
            Stuck(log, kind, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A to-do of kind {Kind} cannot be done ({Error}); it stays and is tried again.")]
    private static partial void Stuck(ILogger log, string kind, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store does not answer; what is due waits.")]
    private static partial void StoreAway(ILogger log);
}
