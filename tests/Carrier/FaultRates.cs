namespace Hotline.Tests.Carriers;

/// <summary>How often each fault strikes, as a share of all requests.</summary>
internal sealed record FaultRates
{
    public static FaultRates None { get; } = new();

    /// <summary>A bad day: one request in five meets something.</summary>
    public static FaultRates Bad { get; } = new()
    {
        TooMany = 0.04,
        Unavailable = 0.02,
        ErrorBefore = 0.02,
        ErrorAfter = 0.02,
        Unreachable = 0.02,
        LostBefore = 0.02,
        LostAfter = 0.02,
        TimeOutBefore = 0.01,
        TimeOutAfter = 0.01,
        Torn = 0.01,
        Slow = 0.01,
    };

    public double TooMany { get; init; }
    public double Unavailable { get; init; }
    public double ErrorBefore { get; init; }
    public double ErrorAfter { get; init; }
    public double Unreachable { get; init; }
    public double LostBefore { get; init; }
    public double LostAfter { get; init; }
    public double TimeOutBefore { get; init; }
    public double TimeOutAfter { get; init; }
    public double Torn { get; init; }
    public double Slow { get; init; }

    /// <param name="dice">From 0 up to 1.</param>
    public Fault Of(double dice)
    {
        foreach (var (fault, rate) in Rates())
            if ((dice -= rate) < 0)
                return fault;
        return Fault.None;
    }

    private IEnumerable<(Fault Fault, double Rate)> Rates() =>
    [
        (Fault.TooMany, TooMany), (Fault.Unavailable, Unavailable), (Fault.ErrorBefore, ErrorBefore), (Fault.ErrorAfter, ErrorAfter),
        (Fault.Unreachable, Unreachable), (Fault.LostBefore, LostBefore), (Fault.LostAfter, LostAfter), (Fault.TimeOutBefore, TimeOutBefore),
        (Fault.TimeOutAfter, TimeOutAfter), (Fault.Torn, Torn), (Fault.Slow, Slow),
    ];
}
