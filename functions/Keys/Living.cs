namespace Hotline.Functions.Keys;

/// <summary>Something secret that a source gives and that may change while we run: reread every five minutes, and at once when somebody meets what it does not know.</summary>
/// <remarks>While the source does not answer, everything goes on with what is at hand.</remarks>
public sealed class Living<T> : IDisposable where T : class
{
    /// <summary>Between two looks that somebody asked for: a damaged row or a forged request must not keep us asking.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(15);

    private readonly Func<T>? source;
    private readonly TimeProvider clock;
    private readonly Action<string>? tell;
    private readonly ITimer? timer;
    private readonly Lock gate = new();
    private volatile T now;
    private DateTimeOffset tried = DateTimeOffset.MinValue;
    private DateTimeOffset read;

    /// <summary>What never changes.</summary>
    public Living(T only) => (now, clock) = (only, TimeProvider.System);

    /// <param name="source">Throws a <see cref="SetupException"/> when it cannot be read.</param>
    /// <param name="first">As it was just read.</param>
    /// <param name="tell">Told the sentence of what went wrong.</param>
    public Living(Func<T> source, T first, TimeProvider clock, Action<string>? tell = null)
    {
        (this.source, this.clock, this.tell, now, read) = (source, clock, tell, first, clock.GetUtcNow());
        timer = clock.CreateTimer(_ => Look(), null, Tick, Tick);
    }

    public T Now => now;

    public bool Changes => source is not null;

    /// <summary>Rereads the source when it is time to.</summary>
    public void Look()
    {
        if ((clock.GetUtcNow() - read).Duration() >= LivingRing.Every)
            Reread();
    }

    /// <param name="wait">While somebody else rereads: for what they find.</param>
    /// <returns>True when there may be something new.</returns>
    public bool Reread(bool wait = true)
    {
        if (source is null)
            return false;
        var seen = now;
        if (!gate.TryEnter(wait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero))
            return false;
        try
        {
            return !ReferenceEquals(seen, now) || Ask();
        }
        finally
        {
            gate.Exit();
        }
    }

    public void Dispose() => timer?.Dispose();

    private bool Ask()
    {
        var moment = clock.GetUtcNow();
        if ((moment - tried).Duration() < Soon)
            return false;
        tried = moment;
        try
        {
            now = source!();
            read = moment;
            return true;
        }
        catch (SetupException broken)
        {
            tell?.Invoke(broken.Message);
            return false;
        }
    }
}
