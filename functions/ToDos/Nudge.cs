namespace Hotline.Functions.ToDos;

/// <summary>Says that something was stored that need not wait for the next sweep. Lost nudges cost a few seconds, never the work: the row is there.</summary>
public sealed class Nudge : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Give()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // One is as good as two.
        }
    }

    /// <summary>Until one is given, or so much time is over.</summary>
    public Task Wait(TimeSpan most, CancellationToken cancel) => signal.WaitAsync(most, cancel);

    public void Dispose() => signal.Dispose();
}
