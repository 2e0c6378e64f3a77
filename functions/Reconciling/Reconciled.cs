namespace Hotline.Functions.Reconciling;

/// <summary>What one run did. Counts only.</summary>
public sealed record Reconciled
{
    /// <summary>False: a list could not be read to its end, or the provider was away; the next run begins anew.</summary>
    public required bool Complete { get; init; }

    /// <summary>How far back was looked, in hours.</summary>
    public required int Hours { get; init; }

    public required TakenIn TakenIn { get; init; }

    /// <summary>At the provider.</summary>
    public int Deleted { get; init; }

    /// <summary>By the provider; most are not final yet.</summary>
    public int Refused { get; init; }

    /// <summary>Listed and still there.</summary>
    public int Left { get; init; }

    /// <summary>People who told the carrier to stop.</summary>
    public int Stops { get; init; }

    /// <summary>To the provider, for lists and deletions.</summary>
    public int Requests { get; init; }

    public required CarrierCopies Copies { get; init; }

    /// <summary>There is more to delete than one run does.</summary>
    public bool More { get; init; }
}
