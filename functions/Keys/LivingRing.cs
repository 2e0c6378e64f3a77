namespace Hotline.Functions.Keys;

/// <summary>
/// The keys as they are now. Several processes share them, and none is stopped for a rotation: each rereads the source every five minutes, and at once when
/// it meets a key that it does not know; a new key comes into use later than that, so that everybody can open what anybody seals.
/// </summary>
public sealed partial class LivingRing : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>From a rotation to the first use of its key: twice as long as a process may not look, for one whose source did not answer the first time.</summary>
    public static readonly TimeSpan Notice = 2 * Every;

    private readonly Living<KeyRing> read;
    private readonly TimeProvider clock;
    private volatile KeyRing moment;

    /// <summary>Keys that never change.</summary>
    public LivingRing(KeyRing keys) => (read, moment, clock) = (new Living<KeyRing>(keys), keys, TimeProvider.System);

    /// <param name="first">As it was just read.</param>
    public LivingRing(IKeySource source, KeyRing first, TimeProvider clock, ILogger<LivingRing>? log = null)
    {
        this.clock = clock;
        read = new Living<KeyRing>(source.Read, first, clock, log is null ? null : sentence => Broken(log, sentence));
        moment = first.At(clock.GetUtcNow());
    }

    /// <summary>Two volatile reads; the clock is asked only while a key is waiting for its time.</summary>
    public KeyRing Now
    {
        get
        {
            var (known, latest) = (moment, read.Now);
            return ReferenceEquals(known.All, latest.All) && known.NextChange == long.MaxValue ? known : Moved(known, latest);
        }
    }

    /// <summary>Rereads the source when it is time to.</summary>
    public void Look() => read.Look();

    /// <summary>Somebody uses a key that we do not know. Asked again within seconds this does nothing.</summary>
    /// <returns>True when there may be other keys than before.</returns>
    public bool Reread() => read.Reread();

    public void Dispose() => read.Dispose();

    private KeyRing Moved(KeyRing known, KeyRing latest)
    {
        var now = clock.GetUtcNow();
        // Of two who do this at once both are right.
        return ReferenceEquals(known.All, latest.All) && now.ToUnixTimeSeconds() < known.NextChange ? known : moment = read.Changes ? latest.At(now) : latest;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The keys cannot be read anew, those at hand are used: {Sentence}")]
    private static partial void Broken(ILogger log, string sentence);
}
