namespace Hotline.Flows.Engine;

/// <summary>A change to a filed report, by whoever holds its receipt.</summary>
public abstract record Amendment
{
    public sealed record Words(string Body) : Amendment;

    public sealed record Recording(string Address) : Amendment;

    /// <summary>One of the report's own answers, given anew: who may know, whether to be called.</summary>
    public sealed record Answer(string Slot, string Value) : Amendment;

    public sealed record Withdrawal : Amendment;
}
