namespace Hotline.Flows.CheckIns;

/// <summary>Slots of the check-in that the engine itself reads or writes.</summary>
public static class CheckInSlot
{
    public const string Client = "check-in-client";
    public const string Criterion = "check-in-criterion";
    public const string Said = "check-in-said";

    /// <summary>What the caseworker is told by the deed of that name.</summary>
    public const string Tell = "check-in-tell";
    public const string How = "check-in-how";
    public const string Sleep = "check-in-sleep";
    public const string Answer = "check-in-answer";
    public const string Income = "check-in-income";
    public const string Costs = "check-in-costs";
    public const string Debt = "check-in-debt";
    public const string Recording = "check-in-recording";
}
