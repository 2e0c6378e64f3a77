using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Hotline.Functions.Storage.Tables;

namespace Hotline.Functions.Storage;

/// <summary>Rows in one table of Azure Table storage: a shard is a partition, a commit an entity group transaction, a version an ETag.</summary>
/// <remarks>
/// An ETag of Azure's is the time of the write, which the service keeps of every row anyway (Timestamp). The client repeats what failed, so a commit
/// may have been written by a try whose answer was lost: each row carries the name of the commit that wrote it, and by that it is known again.
/// </remarks>
public sealed class TableStore : IStore, IProbe, IShards
{
    private const int PageRows = 1000;
    private const string ProbeShard = "probe";

    private readonly TableClient table;
    private readonly InFlight inFlight = new();
    private Task? preparing;

    /// <param name="connect">Options → the table. They are completed here, so that no table is without its count of tries.</param>
    public TableStore(Func<TableClientOptions, TableClient> connect, TableClientOptions? options = null)
    {
        options ??= Patient();
        options.AddPolicy(Requests, HttpPipelinePosition.PerRetry);
        table = connect(options);
    }

    /// <summary>Every request that was sent, retries among them.</summary>
    public StorageRequests Requests { get; } = new();

    /// <summary>Makes the table where there is none; otherwise the first call does.</summary>
    /// <exception cref="SetupException">The account refuses us: one sentence that says what to do.</exception>
    /// <exception cref="StoreUnavailable">The account cannot be reached now.</exception>
    public async Task Prepare(CancellationToken cancel = default)
    {
        try
        {
            await Ready(cancel);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 401 or 403 or 404)
        {
            throw new SetupException($"The storage account refuses the table {table.Name} ({refused.ErrorCode}): check the Storage__ settings, the key or signature in them, or give this identity the role Storage Table Data Contributor.");
        }
        catch (Exception e) when (IsAway(e, cancel))
        {
            throw Away(e);
        }
    }

    public async ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckPlace(shard, key);
        using var _ = inFlight.Begin(cancel);
        try
        {
            await Ready(cancel);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(shard, key, cancellationToken: cancel);
            return found.HasValue ? EntityRow.ToRow(found.Value!) : null;
        }
        catch (Exception e) when (IsAway(e, cancel))
        {
            throw Away(e);
        }
    }

    public async ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        StoreLimits.CheckRange(shard, from, to, limit);
        using var _ = inFlight.Begin(cancel);
        var rows = new List<Row>();
        if (limit == 0 || string.CompareOrdinal(from, to) >= 0)
            return rows;
        try
        {
            await Ready(cancel);
            var filter = $"PartitionKey eq '{Quoted(shard)}' and RowKey ge '{Quoted(from)}' and RowKey lt '{Quoted(to)}'";
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, Math.Min(limit, PageRows), cancellationToken: cancel))
            {
                rows.Add(EntityRow.ToRow(entity));
                if (rows.Count == limit)
                    break;
            }

            return rows;
        }
        catch (Exception e) when (IsAway(e, cancel))
        {
            throw Away(e);
        }
    }

    public async ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default)
    {
        StoreLimits.CheckCommit(shard, writes);
        using var _ = inFlight.Begin(cancel);
        if (writes.Any(write => write is Replace { Version: var replaced } && !IsVersion(replaced) || write is Delete { Version: { } deleted } && !IsVersion(deleted)))
            return CommitResult.Conflict;
        try
        {
            await Ready(cancel);
            return await new TableCommit(table, shard, writes).Run(cancel);
        }
        catch (Exception e) when (IsAway(e, cancel))
        {
            throw Away(e);
        }
    }

    public async IAsyncEnumerable<string> Shards([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // From one to the next: only the first row of each is asked for.
        for (var last = ""; await First($"PartitionKey gt '{Quoted(last)}'", cancel) is { } shard; last = shard)
            if (shard != ProbeShard)
                yield return shard;
    }

    public async ValueTask<bool> AcceptsWrites()
    {
        try
        {
            var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            return await Commit(ProbeShard, [new Insert(key, default)]) == CommitResult.Committed
                && await Read(ProbeShard, key) is not null
                && await Commit(ProbeShard, [new Delete(key)]) == CommitResult.Committed;
        }
        catch (StoreUnavailable)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => inFlight.DisposeAsync();

    private async Task<string?> First(string filter, CancellationToken cancel)
    {
        using var _ = inFlight.Begin(cancel);
        try
        {
            await Ready(cancel);
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, 1, ["PartitionKey", "RowKey"], cancel))
                return entity.PartitionKey;
            return null;
        }
        catch (Exception e) when (IsAway(e, cancel))
        {
            throw Away(e);
        }
    }

    /// <summary>A call waits for about ten seconds at most, because a provider waits fifteen.</summary>
    private static TableClientOptions Patient() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromSeconds(1), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(2.5) },
    };

    /// <summary>Two at once both ask, which harms nothing.</summary>
    private Task Ready(CancellationToken cancel)
    {
        if (preparing is not { } known || known.IsFaulted || known.IsCanceled)
            preparing = known = Create();
        return known.IsCompletedSuccessfully ? Task.CompletedTask : known.WaitAsync(cancel);
    }

    /// <summary>A signature for one table may use it and not make it.</summary>
    private async Task Create()
    {
        try
        {
            await table.CreateIfNotExistsAsync();
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            await table.GetEntityIfExistsAsync<TableEntity>(ProbeShard, ProbeShard);
        }
    }

    /// <summary>Anything else the service would answer with "bad request", as if the mistake were ours.</summary>
    private static bool IsVersion(string version) => version.Length > 4 && version.StartsWith("W/\"datetime'", StringComparison.Ordinal) && version.EndsWith("'\"", StringComparison.Ordinal) && version.All(char.IsAscii);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>A try that ran out is cancelled too, but nobody asked for it.</summary>
    private static bool IsAway(Exception e, CancellationToken cancel) =>
        e is RequestFailedException or AggregateException or IOException or HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested);

    private StoreUnavailable Away(Exception e) => e is RequestFailedException { Status: > 0 } refused
        ? new StoreUnavailable(table.Name, $"the table service answered {refused.ErrorCode}", refused.Status)
        : new StoreUnavailable(table.Name, "the table service does not answer", 0);
}
