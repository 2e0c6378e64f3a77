using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>All that may be found under a code. A turn that needs a lookup is taken once with each.</summary>
internal static class Lookups
{
    private static readonly DateOnly Day = new(2026, 3, 8);

    private static readonly (string Desk, Found Found)[] Kinds =
    [
        ("", Found.Nothing),
        ("desk holds", Found.Nothing with { Exists = true, Callback = "yes" }),
        ("desk reads", Found.Nothing with { Exists = true, Read = true }),
        ("desk answers received", Found.Nothing with { Exists = true, Read = true, Callback = "no", Replies = [new Reply(Day, "received", null)] }),
        ("desk answers in writing", Found.Nothing with { Exists = true, Read = true, Replies = [new Reply(Day, null, "A caseworker's words.")] }),
        ("too many tries", Found.Wait(DateTimeOffset.UnixEpoch.AddYears(100))),
    ];

    /// <summary>What lies at the desk is part of the line, as it is typed in the terminal before it.</summary>
    public static IEnumerable<(Move Move, Found Found)> Of(Move move, Lookup lookup) =>
        Kinds.Select(kind => (kind.Desk.Length == 0 ? move : move with { Line = $"{Typed(kind.Desk, lookup.Receipt)} | {move.Line}" }, kind.Found));

    private static string Typed(string desk, string code) => desk switch
    {
        "desk answers received" => $"desk answers {code} received",
        "desk answers in writing" => $"desk answers {code} A caseworker's words.",
        "too many tries" => "(too many tries)",
        _ => $"{desk} {code}",
    };
}
