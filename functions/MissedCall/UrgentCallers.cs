using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;

namespace Hotline.Functions.MissedCall;

/// <summary>
/// Who is rung back although the day has had its calls: whoever is in the middle of telling something, or raised an alarm since yesterday. A report that
/// is filed is in staff's hands and names no caller, so it does not count; for the alarm a row among the answered turns stands, which without our keys
/// tells of nobody, and which the purge takes away with them.
/// </summary>
public sealed class UrgentCallers(IStore store, TurnRows rows, Pseudonyms pseudonyms, Lines lines)
{
    public async ValueTask<bool> Has(CallerId caller, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var line in new[] { lines.Public, lines.MissedCall }.OfType<string>())
            if (await store.Read(caller.Shard, RowKeys.Session(caller, Doors.Callers.Line(line), checkIn: false), cancel) is { } row
                && rows.Open(caller.Shard, row).Session is { Closed: false } or { Accepted: true })
                return true;
        foreach (var day in new[] { Day(now), Day(now) - 1 })
            if ((await store.Scan(caller.Shard, Prefix(pseudonyms, caller.Value, day), RowKeys.After(Prefix(pseudonyms, caller.Value, day)), limit: 1, cancel)).Count > 0)
                return true;
        return false;
    }

    /// <summary>For the commit that raises the alarm.</summary>
    public static Insert Mark(Pseudonyms pseudonyms, string caller, string turn, DateTimeOffset now) =>
        new(Prefix(pseudonyms, caller, Day(now)) + turn, TurnPlan.Day(now));

    private static string Prefix(Pseudonyms pseudonyms, string caller, int day) =>
        RowKeys.Turn(pseudonyms.OfTurn(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"urgent:{caller}:{day}"))) + ".";

    private static int Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
}
