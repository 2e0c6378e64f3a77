namespace Hotline.Benchmarks;

/// <summary>The machine's clock, moved on by hand: what is due in half an hour is due at once.</summary>
internal sealed class BenchClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
