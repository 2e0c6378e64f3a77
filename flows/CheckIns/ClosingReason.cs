namespace Hotline.Flows.CheckIns;

/// <summary>The ministry's four reasons to close a case, and sustained income. The two of them that may mean danger need a risk review.</summary>
public enum ClosingReason { Settled, Died, Untraceable, RanAway, SustainedIncome }
