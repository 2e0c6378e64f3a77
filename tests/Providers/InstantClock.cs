namespace Hotline.Tests.Providers;

/// <summary>Waits take no time and are kept, so that they can be judged.</summary>
internal sealed class InstantClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<TimeSpan> waits = [];

    public static InstantClock At2026 => new(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));

    public IReadOnlyList<TimeSpan> Waits => waits;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Add(dueTime);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
