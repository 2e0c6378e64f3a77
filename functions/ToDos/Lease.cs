using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.ToDos;

/// <summary>
/// A to-do that is ours for a while: its row was moved to the end of that while, in one conditional commit, so nobody else has it. Whoever dies with it
/// leaves it to become due again, marked as begun.
/// </summary>
public sealed class Lease
{
    private readonly IStore store;
    private readonly ToDoRows rows;
    private string key;
    private string version;

    internal Lease(IStore store, ToDoRows rows, string shard, string key, string version, ToDo found, DateTimeOffset now)
    {
        (this.store, this.rows, this.key, this.version) = (store, rows, key, version);
        (Shard, ToDo, Now) = (shard, found, now);
    }

    public string Shard { get; }

    public string Id => RowKeys.IdOf(key);

    /// <summary>As it was found: <see cref="ToDo.LeasedAt"/> tells whether an earlier try may have done it.</summary>
    public ToDo ToDo { get; private set; }

    public DateTimeOffset Now { get; }

    /// <summary>The row is gone or was put elsewhere.</summary>
    public bool Closed { get; private set; }

    /// <summary>It is still to be done: whoever is next for the same person waits.</summary>
    public bool Postponed { get; private set; }

    /// <summary>When an earlier try began that may have done it; null when none did.</summary>
    public DateTimeOffset? Begun => ToDo.LeasedAt is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>How long to wait after so many tries: 15 seconds, doubled, a quarter of an hour at most, of which half is chance.</summary>
    public TimeSpan Backoff => Waits.After(ToDo.Tries);

    /// <summary>It is done.</summary>
    /// <param name="more">What belongs to it, in the same shard.</param>
    /// <returns>Conflict: a row in <paramref name="more"/> changed. Read it again; what was done stays done.</returns>
    public ValueTask<CommitResult> Done(params IReadOnlyList<Write> more) => Close([new Delete(key, version), .. more]);

    /// <summary>To be done, or looked at, at another time.</summary>
    /// <param name="uncertain">Nobody knows whether this try did it.</param>
    public ValueTask<CommitResult> Later(DateTimeOffset at, string? body = null, bool uncertain = false, params IReadOnlyList<Write> more)
    {
        var next = ToDo with { Body = body ?? ToDo.Body, Tries = ToDo.Tries + 1, LeasedAt = uncertain ? ToDo.LeasedAt ?? Now.ToUnixTimeSeconds() : null };
        Postponed = true;
        return Close([.. rows.Moved(Shard, key, version, next, at).Writes, .. more]);
    }

    /// <summary>The next thing of the same kind begins at its own time, with no try behind it.</summary>
    public ValueTask<CommitResult> Anew(DateTimeOffset at, string body, params IReadOnlyList<Write> more) =>
        Close([.. rows.Moved(Shard, key, version, new ToDo(body, Now.ToUnixTimeSeconds()), at).Writes, .. more]);

    /// <summary>It will not be tried again; a person sees why.</summary>
    public ValueTask<CommitResult> Dead(string why, params IReadOnlyList<Write> more) =>
        Close([new Delete(key, version), rows.Dead(Shard, key, ToDo, why, Now), .. more]);

    /// <summary>Stores how far it came, and stays ours: before something goes out that must not go out twice.</summary>
    /// <param name="body">How far it came, where the to-do itself says so.</param>
    /// <param name="until">When somebody else goes on with it, should we die: not before the provider client has stopped waiting.</param>
    /// <returns>False when a row in <paramref name="more"/> changed, or somebody else has it.</returns>
    public async ValueTask<bool> Hold(IReadOnlyList<Write> more, string? body = null, DateTimeOffset? until = null)
    {
        var leased = ToDo with { Body = body ?? ToDo.Body, Tries = ToDo.Tries + 1, LeasedAt = ToDo.LeasedAt ?? Now.ToUnixTimeSeconds() };
        var (writes, next) = rows.Moved(Shard, key, version, leased, until ?? Now + Worker.Ours);
        if (await store.Commit(Shard, [.. writes, .. more]) != CommitResult.Committed || await store.Read(Shard, next) is not { } row)
            return false;
        (key, version, ToDo) = (next, row.Version, ToDo with { Body = leased.Body });
        return true;
    }

    private async ValueTask<CommitResult> Close(IReadOnlyList<Write> writes)
    {
        // What was done outside is not undone by somebody who stops waiting.
        var result = await store.Commit(Shard, writes, CancellationToken.None);
        Closed |= result == CommitResult.Committed;
        return result;
    }
}
