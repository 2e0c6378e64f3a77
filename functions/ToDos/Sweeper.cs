using System.Runtime.ExceptionServices;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Questions;
using Hotline.Functions.Storage;
using Hotline.Functions.Telemetry;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>
/// Looks for what is due in every shard: silent conversations to be filed, reports still on their way, texts and calls to go out; and takes away what has
/// had its time. A row that fails is left due and the others go on.
/// </summary>
public sealed partial class Sweeper(IStore store, Sealer sealer, Switchboard switchboard, Landing landing, PageKeeper pages, QuestionLanding questions, IEnumerable<IRegularWork> regular, Worker worker, QueueState state, TimeProvider clock, ILogger<Sweeper> log)
{
    private const int RowsAtOnce = 500;

    /// <summary>Requests to the provider at one moment: at 100 ms an answer, 80 a second.</summary>
    private const int AtOnce = 8;

    /// <summary>Every chore of ours: what is due, and all regular work.</summary>
    /// <returns>How many rows were due.</returns>
    public async Task<int> SweepOnce(CancellationToken cancel = default)
    {
        var due = await Round(cancel);
        await CountDead(cancel);
        foreach (var chore in new[] { Chore.ToDos, Chore.CheckIns, Chore.Retention })
            await Regular(chore, cancel);
        return due;
    }

    /// <summary>The regular work of a chore. What breaks keeps nothing else from being done, and is thrown at the end.</summary>
    public async Task Regular(Chore chore, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        ExceptionDispatchInfo? broken = null;
        foreach (var work in regular.Where(work => work.Chore == chore))
            try
            {
                await work.Run(now, cancel);
            }
            catch (Exception e) when (e is not (StoreUnavailable or OperationCanceledException))
            {
                broken ??= ExceptionDispatchInfo.Capture(e);
            }

        broken?.Throw();
    }

    public async Task CountDead(CancellationToken cancel)
    {
        var dead = 0;
        foreach (var shard in CallerId.AllShards)
            dead += (await store.Scan(shard, RowKeys.AllDead, RowKeys.After(RowKeys.AllDead), RowsAtOnce, cancel)).Count;
        if (dead > state.Dead)
            GivenUp(log, dead);
        state.Dead = dead;
    }

    /// <summary>What is due now, once.</summary>
    /// <returns>How many rows were due.</returns>
    public async Task<int> Round(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var due = 0;
        var late = new LateToDos(now);
        var outgoing = new List<(string Shard, Row Row)>();
        var spare = new List<(string Shard, Row Row)>();
        foreach (var shard in CallerId.AllShards)
        {
            var from = RowKeys.Todo;
            IReadOnlyList<Row> rows;
            var texts = new List<Row>();
            do
            {
                rows = await store.Scan(shard, from, RowKeys.TodoBefore(now.ToUnixTimeSeconds() + 1), RowsAtOnce, cancel);
                due += rows.Count;
                foreach (var row in rows)
                {
                    late.Saw(row.Key);
                    if (RowKeys.IsOneOfMany(row.Key))
                        texts.Add(row);
                    else if (worker.Does(RowKeys.KindOf(row.Key)))
                        (worker.Yields(RowKeys.KindOf(row.Key)) ? spare : outgoing).Add((shard, row));
                    else
                        await Perform(shard, row, cancel);
                }

                from = rows.Count > 0 ? rows[^1].Key + " " : from;
            }
            while (rows.Count == RowsAtOnce);
            if (texts.Count > 0)
                outgoing.AddRange((await InOrder(shard, texts, now, cancel)).Select(row => (shard, row)));
        }

        state.Late = late;
        state.Waiting = await Send(outgoing, cancel);
        // While anything else waits for its turn, what yields does not even ask.
        state.Waiting += state.Waiting > 0 ? spare.Count : await Send(spare, cancel);
        return due;
    }

    /// <summary>A text that has to wait holds back the later ones to the same person, whatever time each is due.</summary>
    private async ValueTask<IEnumerable<Row>> InOrder(string shard, List<Row> texts, DateTimeOffset now, CancellationToken cancel)
    {
        var soon = now + Waits.Longest + Worker.Ours;
        var waiting = (await store.Scan(shard, RowKeys.TodoBefore(now.ToUnixTimeSeconds() + 1), RowKeys.TodoBefore(soon.ToUnixTimeSeconds() + 1), cancel: cancel))
            .Where(row => RowKeys.IsOneOfMany(row.Key)).GroupBy(row => RowKeys.PersonOf(row.Key)).ToDictionary(person => person.Key, person => person.Min(row => RowKeys.IdOf(row.Key))!, StringComparer.Ordinal);
        return texts.Where(row => !waiting.TryGetValue(RowKeys.PersonOf(row.Key), out var first) || string.CompareOrdinal(RowKeys.IdOf(row.Key), first) < 0)
            .OrderBy(row => RowKeys.IdOf(row.Key), StringComparer.Ordinal);
    }

    /// <summary>Of one person one after the other, in the order of their keys; of different people side by side.</summary>
    /// <returns>How many wait.</returns>
    private async Task<int> Send(List<(string Shard, Row Row)> outgoing, CancellationToken cancel)
    {
        var waiting = 0;
        await Parallel.ForEachAsync(outgoing.GroupBy(item => RowKeys.PersonOf(item.Row.Key)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (person, token) =>
        {
            foreach (var (shard, row) in person)
            {
                var tried = await Try(shard, row, token);
                if (tried == Tried.Waits)
                    Interlocked.Increment(ref waiting);
                if (tried != Tried.Done)
                    break;
            }
        });
        return waiting;
    }

    private async Task<Tried> Try(string shard, Row row, CancellationToken cancel)
    {
        try
        {
            return await worker.Try(shard, row, cancel);
        }
        catch (Exception e) when (e is not (StoreUnavailable or OperationCanceledException))
        {
            Stuck(log, RowKeys.KindOf(row.Key), e.GetType().Name);
            return Tried.Postponed;
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} to-dos were given up; -- todo lists them.")]
    private static partial void GivenUp(ILogger log, int count);
}
