using Hotline.Functions.Providers;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>Takes one to-do by a conditional commit, has it performed, and gives it up in sight when it breaks again and again.</summary>
public sealed partial class Worker(IStore store, ToDoRows rows, IEnumerable<IPerformer> performers, Rate rate, ProviderWatch watch, TimeProvider clock, ILogger<Worker> log)
{
    /// <summary>Longer than the provider client waits in all, so that nobody takes what somebody is still doing.</summary>
    public static readonly TimeSpan Ours = TimeSpan.FromMinutes(5);

    /// <summary>Exceptions of our own, not answers of the provider's.</summary>
    public const int MostBreaks = 8;

    private readonly Dictionary<string, IPerformer> byKind = performers.ToDictionary(performer => performer.Kind, StringComparer.Ordinal);

    public bool Does(string kind) => byKind.ContainsKey(kind);

    public bool Yields(string kind) => byKind[kind].Yields;

    public async Task<Tried> Try(string shard, Row row, CancellationToken cancel)
    {
        var performer = byKind[RowKeys.KindOf(row.Key)];
        if ((performer.WaitsForProvider && watch.IsAway) || !rate.Take(performer.Outlet, performer.Yields))
            return Tried.Waits;
        var now = clock.GetUtcNow();
        var todo = rows.Open(shard, row);
        var (writes, key) = rows.Moved(shard, row.Key, row.Version, todo with { Tries = todo.Tries + 1, LeasedAt = todo.LeasedAt ?? now.ToUnixTimeSeconds() }, now + Ours);
        if (await store.Commit(shard, writes, cancel) != CommitResult.Committed || await store.Read(shard, key, CancellationToken.None) is not { } ours)
            return Tried.Postponed;
        var lease = new Lease(store, rows, shard, key, ours.Version, todo, now);
        try
        {
            await performer.Perform(lease, cancel);
        }
        catch (Exception e) when (e is not (StoreUnavailable or OperationCanceledException))
        {
            Broke(log, performer.Kind, e.GetType().Name);
            if (!lease.Closed && todo.Tries >= MostBreaks)
                await lease.Dead($"It broke {todo.Tries} times ({e.GetType().Name}).");
            else if (!lease.Closed)
                await lease.Later(now + lease.Backoff, uncertain: true);
        }

        return lease.Postponed ? Tried.Postponed : Tried.Done;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A to-do of kind {Kind} broke ({Error}).")]
    private static partial void Broke(ILogger log, string kind, string error);
}

public enum Tried
{
    /// <summary>Done, or given up.</summary>
    Done,

    /// <summary>To be done at another time, or by somebody else.</summary>
    Postponed,

    /// <summary>Not taken: the provider is away, or it is not its turn within the rate.</summary>
    Waits,
}
