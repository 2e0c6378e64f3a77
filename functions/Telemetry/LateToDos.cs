using Hotline.Functions.CheckIns;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Telemetry;

/// <summary>
/// The to-dos that one sweep found a minute or more after their time, by kind. Those that are in time are nobody's business: on a quiet line the opener of
/// a check-in, or the alert after a wrong word, would be seen as one more.
/// </summary>
public sealed class LateToDos(DateTimeOffset at)
{
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (int Count, DateTimeOffset Oldest)> byKind = new(StringComparer.Ordinal);

    public DateTimeOffset At { get; } = at;

    /// <param name="key">Of a row that is due.</param>
    public void Saw(string key)
    {
        var due = RowKeys.DueOf(key);
        if (At - due < Grace)
            return;
        var kind = RowKeys.KindOf(key) switch { ContactAgenda.Kind or StoredPage.Kind => "check-in", var other => other };
        var (count, oldest) = byKind.GetValueOrDefault(kind, (0, due));
        byKind[kind] = (count + 1, oldest < due ? oldest : due);
    }

    public int Count(string kind) => byKind.GetValueOrDefault(kind).Count;

    /// <summary>Since the oldest was due; zero when none is late.</summary>
    public TimeSpan Age(string kind) => byKind.TryGetValue(kind, out var late) ? At - late.Oldest : TimeSpan.Zero;
}
