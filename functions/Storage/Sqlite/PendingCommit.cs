namespace Hotline.Functions.Storage.Sqlite;

/// <summary>A commit that waits for the writer.</summary>
internal sealed class PendingCommit(string shard, IReadOnlyList<Write> writes, CancellationToken cancel)
    : TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Shard { get; } = shard;

    public IReadOnlyList<Write> Writes { get; } = writes;

    /// <summary>Known once applied, told to the caller only after the group is on disk.</summary>
    public CommitResult Outcome { get; set; }

    /// <summary>False if the caller has gone away; the commit is then not stored.</summary>
    public bool StillWanted() => !cancel.IsCancellationRequested || !TrySetCanceled(cancel);
}
