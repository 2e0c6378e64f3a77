namespace Hotline.Flows.Engine;

/// <summary>The anonymous record of how a conversation ended. Nothing in it may name, or help to find, a person.</summary>
/// <param name="End">filed, filed-as-is, stopped, erased, answered, abandoned, unsafe, withdrawn.</param>
/// <param name="Seconds">0 for a check-in.</param>
public sealed record Outcome(
    string Flow,
    int FlowVersion,
    Channel Channel,
    string? Language,
    string? Campaign,
    string End,
    int Turns,
    int Segments,
    long Seconds,
    string? Province,
    string? Kind,
    string? Risk);
