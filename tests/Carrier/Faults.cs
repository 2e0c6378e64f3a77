using System.Diagnostics.CodeAnalysis;

namespace Hotline.Tests.Carriers;

/// <summary>Which request meets which fault: first what a test ordered, then the times when the provider is down, then the dice.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Faults(int seed)
{
    private readonly Lock gate = new();
    private readonly Random dice = new(seed);
    private readonly List<(Fault Fault, RequestKind? On)> ordered = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset Until, Fault How)> down = [];
    private readonly Dictionary<Fault, int> struck = [];

    public FaultRates Rates { get; set; } = FaultRates.None;

    /// <summary>In every second 429; null: it is never said.</summary>
    public TimeSpan? RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often each has struck so far.</summary>
    public IReadOnlyDictionary<Fault, int> Struck
    {
        get
        {
            lock (gate)
                return new Dictionary<Fault, int>(struck);
        }
    }

    /// <summary>The next request of this kind, or of any, meets this fault; <see cref="Fault.None"/> lets one pass unharmed.</summary>
    public void Next(Fault fault, RequestKind? on = null, int times = 1)
    {
        lock (gate)
            ordered.AddRange(Enumerable.Repeat((fault, on), times));
    }

    /// <param name="until">Not included.</param>
    public void Down(DateTimeOffset from, DateTimeOffset until, Fault how = Fault.Unreachable)
    {
        lock (gate)
            down.Add((from, until, how));
    }

    public Fault Choose(RequestKind kind, DateTimeOffset now)
    {
        lock (gate)
        {
            var fault = Of(kind, now);
            struck[fault] = struck.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }

    public TimeSpan? Wait()
    {
        lock (gate)
            return dice.Next(2) == 0 ? null : RetryAfter;
    }

    private Fault Of(RequestKind kind, DateTimeOffset now)
    {
        var next = ordered.FindIndex(order => order.On is null || order.On == kind);
        if (next >= 0)
        {
            var fault = ordered[next].Fault;
            ordered.RemoveAt(next);
            return fault;
        }

        foreach (var (from, until, how) in down)
            if (from <= now && now < until)
                return how;
        return Rates.Of(dice.NextDouble());
    }
}
