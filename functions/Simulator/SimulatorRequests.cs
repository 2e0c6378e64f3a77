namespace Hotline.Functions.Simulator;

/// <summary>What the page asks of the phone.</summary>
/// <param name="To">"check-in" for that line; else the public one.</param>
internal sealed record TextSent(string? From, string? Body, string? To = null);

/// <param name="To">"check-in" or "missed-call" for those lines; else the public one.</param>
internal sealed record CallPlaced(string? From, string? To = null);

/// <param name="How">answer, busy or no-answer.</param>
internal sealed record PickedUp(string? Call, string? How);

internal sealed record KeysPressed(string? Call, string? Keys);

/// <param name="Seconds">1 to 300.</param>
/// <param name="HangUp">The caller hangs up instead of pressing a key.</param>
internal sealed record Spoken(string? Call, int Seconds = 20, bool HangUp = false);

/// <param name="Person">Whether the one who is rung answers.</param>
internal sealed record Rung(string? Call, bool Person);

internal sealed record OnCall(string? Call);

/// <summary>One sentence: what was wrong with the request.</summary>
/// <param name="Name">Where the page has the sentence in both languages.</param>
internal sealed record Problem(string Sentence, string? Name = null);
