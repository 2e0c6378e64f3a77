namespace Hotline.Functions.Storage.Sqlite;

/// <summary>
/// The one thread that writes. It takes every commit that waits, applies them in one transaction, and one fsync makes all of them durable;
/// several writing connections would starve each other in SQLite's busy handler for up to 0.9 s.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Deleted rows stay in the log until it is emptied: do that as soon as nobody writes.
    private static readonly TimeSpan QuietBeforeTidying = TimeSpan.FromSeconds(2);

    private readonly CommitQueue queue = new();
    private readonly Lock connection = new();
    private readonly Database database;
    private readonly RowWriter rows;
    private readonly TimeSpan patience;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long commits;
    private long groups;

    public Writer(Database database, TimeSpan patience)
    {
        this.database = database;
        this.patience = patience;
        rows = new RowWriter(database);
        new Thread(Run) { Name = "store writer", IsBackground = true }.Start();
    }

    public long Commits => Interlocked.Read(ref commits);

    public long Groups => Interlocked.Read(ref groups);

    public int Waiting => queue.Count;

    public Task<CommitResult> Enqueue(PendingCommit commit)
    {
        queue.Add(commit);
        return commit.Task;
    }

    /// <summary>Lets a test look at the writing connection between two groups.</summary>
    public T Look<T>(Func<Database, T> at)
    {
        lock (connection)
            return at(database);
    }

    /// <summary>Takes no more, writes what waits, empties the log.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Close();
        await ended.Task;
    }

    private void Run()
    {
        var group = new List<PendingCommit>(CommitQueue.GroupSize);
        var untidy = true;
        while (queue.Take(group, untidy ? QuietBeforeTidying : Timeout.InfiniteTimeSpan))
        {
            untidy = group.Count > 0;
            lock (connection)
            {
                if (untidy)
                    Write(group);
                else
                    Tidy();
            }

            group.Clear();
        }

        lock (connection)
        {
            rows.Dispose();
            Tidy();
            database.Dispose();
        }

        ended.SetResult();
    }

    private void Write(List<PendingCommit> group)
    {
        try
        {
            group.RemoveAll(commit => !commit.StillWanted());
            rows.Begin();
            var committed = 0;
            foreach (var commit in group)
            {
                commit.Outcome = rows.Apply(commit.Shard, commit.Writes);
                committed += commit.Outcome == CommitResult.Committed ? 1 : 0;
            }

            rows.Commit();
            Interlocked.Add(ref commits, committed);
            Interlocked.Add(ref groups, committed > 0 ? 1 : 0);
            foreach (var commit in group)
                commit.SetResult(commit.Outcome);
        }
        catch (Exception failure)
        {
            // The connection stays: after a failed fsync SQLite writes the same place of the log again. Reopened, it would take over pages
            // that never reached the disk.
            Undo();
            foreach (var commit in group)
                commit.TrySetException(failure);
        }
    }

    private void Undo()
    {
        try
        {
            if (database.InTransaction)
                database.Execute("ROLLBACK");
        }
        catch (StoreUnavailable)
        {
            // The next BEGIN tells it to the next callers.
        }
    }

    /// <summary>Empties the log and gives free pages back. Never waits for a reader: the next quiet moment will do.</summary>
    private void Tidy()
    {
        try
        {
            database.Wait(TimeSpan.Zero);
            database.Execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreUnavailable)
        {
            // Nothing is lost: the log still holds every commit.
        }
        finally
        {
            database.Wait(patience);
        }
    }
}
