using System.Security.Cryptography;

namespace Hotline.Functions.Telemetry;

/// <summary>
/// Keeps what is known of turns until eight different callers are in it, and lets it out in another order, as of that moment. On a quiet line one turn is
/// one person, and the carrier knows who wrote at which second: whoever reads our metrics beside its records is not to learn who filed a report.
/// </summary>
internal static class TurnPool
{
    public const int Callers = 8;

    /// <summary>Of one caller who writes all day the rest is not counted.</summary>
    public const int Most = 4096;

    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Together = [];
    private static readonly List<ISeen> Kept = [];

    /// <param name="caller">Pseudonym or number; only a hash of this process is kept, in memory.</param>
    public static void Add(string caller, ISeen seen)
    {
        ISeen[] all;
        lock (Gate)
        {
            if (Kept.Count < Most)
                Kept.Add(seen);
            Together.Add(string.GetHashCode(caller, StringComparison.Ordinal));
            if (Together.Count < Callers)
                return;
            all = [.. Kept];
            Kept.Clear();
            Together.Clear();
        }

        RandomNumberGenerator.Shuffle(all.AsSpan());
        foreach (var one in all)
            one.LetOut();
    }

    /// <summary>What waits here is lost with the process; nothing is let out early.</summary>
    public static void Forget()
    {
        lock (Gate)
        {
            Kept.Clear();
            Together.Clear();
        }
    }
}
