namespace Hotline.Functions.Returning;

/// <summary>A change to a report as it lies beside it, sealed.</summary>
/// <param name="Order">1, 2, 3 … as they landed: rows carry no second that could tell it.</param>
/// <param name="Kind">words, recording or answer.</param>
/// <param name="Slot">Of an answer: which one.</param>
/// <param name="Contact">The number to call, only where its owner asked to be called.</param>
public sealed record StoredAmendment(DateOnly Day, int Order, string Kind, string? Slot, string Content, string? Contact)
{
    public const string Words = "words";
    public const string Recording = "recording";
    public const string Answer = "answer";
    public const string Withdrawal = "withdrawal";
}

/// <summary>An amendment on its way: what it changes, under each key a receipt may have been named with, newest first.</summary>
/// <param name="Id">Follows from the turn, so that landing twice adds once; and from no row of the caller's.</param>
public sealed record LandedAmendment(IReadOnlyList<string> Reports, string Id, StoredAmendment Amendment);

/// <summary>What a caseworker answered.</summary>
public sealed record StoredReply(DateOnly Day, int Order, string? Preset, string? Words);
