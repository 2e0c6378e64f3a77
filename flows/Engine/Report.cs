namespace Hotline.Flows.Engine;

/// <summary>What one caller reported, as filed.</summary>
/// <param name="Finished">False when it was filed as it stood: hung up, fell silent, stopped.</param>
public sealed record Report(
    string Receipt,
    bool Finished,
    Channel Channel,
    string? Language,
    Slots Slots,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Recordings);
