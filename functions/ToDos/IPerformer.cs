namespace Hotline.Functions.ToDos;

/// <summary>Does one kind of to-do.</summary>
public interface IPerformer
{
    string Kind { get; }

    /// <summary>What it uses of the provider's: it waits for its turn within the rate.</summary>
    Outlet Outlet { get; }

    /// <summary>False: it has something to do even while the provider is away.</summary>
    bool WaitsForProvider => Outlet != Outlet.None;

    /// <summary>True: it goes out when nothing else waits, and leaves room for what comes next.</summary>
    bool Yields => false;

    /// <summary>Ends with one of <see cref="Lease"/>'s commits. What it throws is tried again later; so is a lease that was left open.</summary>
    Task Perform(Lease lease, CancellationToken cancel);
}

public enum Outlet
{
    /// <summary>Nothing of the provider's.</summary>
    None,

    Texts,

    /// <summary>Providers start one call a second (Twilio: one for an account).</summary>
    Calls,
}
