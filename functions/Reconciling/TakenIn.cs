namespace Hotline.Functions.Reconciling;

/// <summary>What became of texts that no webhook brought. Counts only.</summary>
public sealed class TakenIn
{
    /// <summary>Their answers are owed as texts.</summary>
    public int Answered { get; set; }

    /// <summary>Too old to be answered.</summary>
    public int Unanswered { get; set; }

    /// <summary>From names and short codes: kept to be read.</summary>
    public int Kept { get; set; }

    public int Alerts { get; set; }

    /// <summary>Left for the next time.</summary>
    public int Waiting { get; set; }

    public int All => Answered + Unanswered + Kept;
}
