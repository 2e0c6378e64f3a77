using Hotline.Functions.Turns;

namespace Hotline.Functions.Returning;

/// <summary>Everything that waits for people: alerts, reports with what belongs to them, things to fetch or read.</summary>
/// <param name="Unread">Rows that do not open with the keys at hand.</param>
public sealed record Shelf(IReadOnlyList<StoredAlert> Alerts, IReadOnlyList<FiledReport> Reports, IReadOnlyList<WaitingItem> Waiting, int Unread);
