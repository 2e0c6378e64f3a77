namespace Hotline.Functions.Storage.Sqlite;

/// <summary>Where commits wait for the writer.</summary>
internal sealed class CommitQueue
{
    /// <summary>Bounds how long the first of a group waits for the last.</summary>
    public const int GroupSize = 256;

    private readonly object gate = new();
    private readonly Queue<PendingCommit> waiting = new();
    private bool closed;

    /// <summary>Commits that nobody has taken yet.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    public void Add(PendingCommit commit)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteStore));
            waiting.Enqueue(commit);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }
    }

    /// <summary>Takes no more; what waits can still be taken.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Fills the group as soon as anything waits; leaves it empty after this long without. False when closed and empty.</summary>
    public bool Take(List<PendingCommit> group, TimeSpan patience)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
            {
                if (!Monitor.Wait(gate, patience))
                    return true;
            }

            while (group.Count < GroupSize && waiting.TryDequeue(out var commit))
                group.Add(commit);
            return group.Count > 0;
        }
    }
}
