namespace Hotline.Functions.Storage;

/// <summary>Rows in shards, and nothing else. SQLite by default; Azure Table storage keeps the same promises.</summary>
/// <remarks>
/// Keys stand in ordinal order. Arguments beyond <see cref="StoreLimits"/> throw <see cref="ArgumentException"/>: a programming mistake.
/// A disk or service that cannot be read or written throws <see cref="StoreUnavailable"/>; then a commit is not known to be stored, so load again before retrying.
/// </remarks>
public interface IStore : IAsyncDisposable
{
    ValueTask<Row?> Read(string shard, string key, CancellationToken cancel = default);

    /// <summary>Rows with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, the first <paramref name="limit"/> of them.</summary>
    ValueTask<IReadOnlyList<Row>> Scan(string shard, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default);

    /// <summary>
    /// All writes or none, durable when this returns <see cref="CommitResult.Committed"/>. A commit that is cancelled while it waits is not stored;
    /// one that is cancelled while it is being written may be, as with <see cref="StoreUnavailable"/>.
    /// </summary>
    ValueTask<CommitResult> Commit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel = default);
}
