using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>The clocks of the ladder and its table. Numbers are ours; at most three tries, each at another hour, is from protocols for calling back (facts of the field, not a standard).</summary>
public static class Ladder
{
    /// <summary>Between two tries of one contact that the person may have noticed.</summary>
    public static readonly TimeSpan LeastGap = TimeSpan.FromMinutes(45);

    /// <summary>Left of the safe hours when something goes out: an answer takes some minutes, and should come inside them.</summary>
    public static readonly TimeSpan Room = TimeSpan.FromMinutes(10);

    /// <summary>The first try of a day comes so late at most, and not everybody's at once.</summary>
    public static readonly TimeSpan MostSpread = TimeSpan.FromMinutes(40);

    public static readonly TimeSpan AfterNotSent = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan UntilSupervisor = TimeSpan.FromHours(24);

    /// <summary>Calls in a row that somebody took without the code.</summary>
    public const int MostStrangers = 2;

    /// <summary>Of the safe hours: for the spread and for the gap.</summary>
    private const int Share = 3;

    public static readonly IReadOnlyList<LadderRule> Rules =
    [
        new(Rung.First, "the client, by the main channel (text, where both are agreed)", "in the planned safe hours, within their first third and 40 minutes", "planned"),
        new(Rung.Again, "the client, by the same channel", "a third of the safe hours later and 45 minutes at least, while 10 minutes are left; else in the next safe hours", "no answer"),
        new(Rung.Other, "the client, by the other channel where both are agreed; a fourth and a fifth try in turn", "in the next safe hours", "no answer"),
        new(Rung.Caseworker, "the named caseworker", "missed, unsent: when the safe hours of the last try are over, after as many of them as tries at most, and before the next contact; everything else at once", "missed, unsent, unreachable, someone-else-answers, stopped"),
        new(Rung.Supervisor, "the supervisor", "24 hours after the caseworker, unless somebody took it or the safe word came", "nobody took it"),
    ];

    public static Rung RungOf(int counted) => counted switch { 0 => Rung.First, 1 => Rung.Again, _ => Rung.Other };

    public static TimeSpan Gap(SafeWindow window) => window.Length / Share is var third && third > LeastGap ? third : LeastGap;

    /// <summary>The same for one client and day, whenever it is asked for; no two clients alike.</summary>
    public static TimeSpan Spread(string id, SafeWindow window)
    {
        var most = window.Length / Share;
        var seconds = (ulong)(most < MostSpread ? most : MostSpread).TotalSeconds;
        // FNV-1a: a string's own hash changes from process to process.
        var hash = 14695981039346656037UL;
        foreach (var c in id)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (ulong)CheckInPlan.Today(window.From).DayNumber) * 1099511628211UL;
        hash ^= hash >> 32;
        return TimeSpan.FromSeconds(seconds == 0 ? 0 : hash % seconds);
    }

    /// <param name="refused">Channels that cannot be used for this contact.</param>
    /// <returns>Null when none is left.</returns>
    public static Channel? ChannelOf(Enrolment enrolment, int counted, IReadOnlyList<Channel> refused)
    {
        var main = enrolment.ByText ? Channel.Text : Channel.Voice;
        var other = enrolment.ByText && enrolment.ByVoice ? Channel.Voice : main;
        var wanted = counted >= 2 && counted % 2 == 0 ? other : main;
        return !refused.Contains(wanted) ? wanted : !refused.Contains(main) ? main : !refused.Contains(other) ? other : null;
    }
}

/// <summary>A line of the ladder's table, in words.</summary>
public sealed record LadderRule(Rung Rung, string Whom, string When, string Why);
