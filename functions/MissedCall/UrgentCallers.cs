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
    /// <param name="callers">One person under each key.</param>
    public async ValueTask<bool> Has(IReadOnlyList<CallerId> callers, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var caller in callers)
            if (await Has(caller, now, cancel))
                return true;
        return false;
    }

    private async ValueTask<bool> Has(CallerId caller, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var line in new[] { lines.Public, lines.MissedCall }.OfType<string>())
            if (await store.Read(caller.Shard, RowKeys.Session(caller, Doors.Callers.Line(line), checkIn: false), cancel) is { } row
                && rows.Open(caller.Shard, row).Session is { Closed: false } or { Accepted: true })
                return true;
        foreach (var day in new[] { Day(now), Day(now) - 1 })
            foreach (var name in pseudonyms.OfTurnByEachKey(Text(caller.Value, day)))
                if ((await store.Scan(caller.Shard, Prefix(name), RowKeys.After(Prefix(name)), limit: 1, cancel)).Count > 0)
                    return true;
        return false;
    }

    /// <summary>For the commit that raises the alarm.</summary>
    public static Insert Mark(Pseudonyms pseudonyms, string caller, string turn, DateTimeOffset now) =>
        new(Prefix(pseudonyms.OfTurn(Text(caller, Day(now)))) + turn, TurnPlan.Day(now));

    private static string Prefix(string name) => RowKeys.Turn(name) + ".";

    private static string Text(string caller, int day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"urgent:{caller}:{day}");

    private static int Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
}
