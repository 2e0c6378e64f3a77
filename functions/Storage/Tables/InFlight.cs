namespace Hotline.Functions.Storage.Tables;

/// <summary>Closing waits for what is under way, and nothing begins after it.</summary>
internal sealed class InFlight : IAsyncDisposable
{
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for being open.
    private int count = 1;
    private int closed;

    public Call Begin(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Interlocked.Increment(ref count);
        if (Volatile.Read(ref closed) == 0)
            return new Call(this);
        End();
        throw new ObjectDisposedException(nameof(TableStore));
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
            End();
        await idle.Task;
    }

    private void End()
    {
        if (Interlocked.Decrement(ref count) == 0)
            idle.TrySetResult();
    }

    public readonly struct Call(InFlight of) : IDisposable
    {
        public void Dispose() => of.End();
    }
}
