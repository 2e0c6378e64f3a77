namespace Hotline.Tests.Carriers;

/// <summary>What is still to happen at the provider, by time and then in the order in which it was planned. Nothing happens by itself.</summary>
internal sealed class Agenda(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<(DateTimeOffset Due, Func<DateTimeOffset, Task> Happens), (DateTimeOffset Due, long Order)> events = new();
    private long order;

    /// <summary>Null: nothing is planned.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
                return events.TryPeek(out var next, out _) ? next.Due : null;
        }
    }

    public int Planned
    {
        get
        {
            lock (gate)
                return events.Count;
        }
    }

    /// <param name="happens">Told when it was due.</param>
    public void Plan(DateTimeOffset due, Func<DateTimeOffset, Task> happens)
    {
        lock (gate)
            events.Enqueue((due, happens), (due, order++));
    }

    public void Plan(DateTimeOffset due, Action<DateTimeOffset> happens) => Plan(due, at =>
    {
        happens(at);
        return Task.CompletedTask;
    });

    /// <summary>All that is due by now, and what comes due by it.</summary>
    /// <returns>How many things happened.</returns>
    public async Task<int> Advance()
    {
        var count = 0;
        for (; Take() is { } next; count++)
            await next.Happens(next.Due);
        return count;
    }

    private (DateTimeOffset Due, Func<DateTimeOffset, Task> Happens)? Take()
    {
        lock (gate)
            return events.TryPeek(out var next, out _) && next.Due <= clock.GetUtcNow() ? events.Dequeue() : null;
    }
}
