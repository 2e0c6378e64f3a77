using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>What is next for a client, and when to look again. Nothing is remembered but the client itself: whoever comes late, twice or after a crash goes on from there.</summary>
public static partial class ContactLadder
{
    /// <summary>One thing at a time: perform it, then look again.</summary>
    public static ContactStep Next(Client client, DateTimeOffset now)
    {
        now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        client = Tidied(client, now);
        if (ToTell(client) is { } rung && rung.At <= now)
            return Told(client, rung.Rung, now);
        if (Ahead(client, now) is { } ahead && ahead.At <= now)
            return ahead.Raise is { } reason ? Told(GivenUp(client, reason, now), Rung.Caseworker, now) : Reached(client, ahead, now);
        if (CheckInPlan.Upcoming(client) is { } planned && planned <= now && client.Contact is not { UnderWay: true })
            return Next(Begun(client, planned, now), now);
        return new ContactStep.Nothing(client, Look(client, now));
    }

    /// <summary>A try ended, or more is known of it. Said late, twice or of a contact long over it changes nothing that is final.</summary>
    /// <param name="at">As <see cref="ContactStep.Reach"/> said it.</param>
    public static Client Ended(Client client, DateTimeOffset at, Channel by, TryEnd end)
    {
        if (client.Contact is { } contact && contact.Tries.FirstOrDefault(one => one.At == at && one.By == by) is { } known)
        {
            if (!known.MayBecome(end))
                return client;

            var stranger = end == TryEnd.AnsweredWithoutWord && contact.UnderWay;
            client = client with
            {
                Contact = contact with { Tries = [.. contact.Tries.Select(one => one == known ? one with { End = end } : one)] },
                Strangers = client.Strangers + (stranger ? 1 : 0),
            };
        }
        else if (CheckInPlan.Today(at) <= client.ResumedOn)
        {
            return client;
        }

        // Whose phone said stop is stopped, even if nobody remembers the try.
        return end == TryEnd.OptedOut && client.Standing is (Standing.Active or Standing.Paused)
            ? client with { Standing = Standing.Stopped, Contact = client.Contact?.Halted(), Raised = Raised.Anew(client.Raised, RaiseReason.Stopped, at) }
            : client;
    }

    /// <summary>When <see cref="Next"/> has something to say about a client whom somebody changed; null: not before the next change.</summary>
    public static DateTimeOffset? When(Client client, DateTimeOffset now)
    {
        now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return Look(Tidied(client, now), now);
    }

    /// <summary>When the caseworker is told of the contact under way at the latest, should nobody answer; null when none is.</summary>
    public static DateTimeOffset? RaisedBy(Client client) => client is { Standing: Standing.Active, Contact: { UnderWay: true } contact } ? Deadline(client, contact) : null;

    /// <summary>A row of an earlier version has no beginning: nothing older than this moment is owed. Whoever is not active has no contact under way.</summary>
    private static Client Tidied(Client client, DateTimeOffset now)
    {
        if (client.DoneUpTo is null)
            client = client with { DoneUpTo = now, MovedTo = client is { MovedTo: { } day, Enrolment: { } enrolment } && CheckInPlan.OnSafeDay(enrolment, day) > now ? day : null };
        return client is { Standing: not Standing.Active, Contact.UnderWay: true } ? client with { Contact = client.Contact.Halted() } : client;
    }

    private static (DateTimeOffset At, Rung Rung)? ToTell(Client client) => client.Raised switch
    {
        { Rung: null } raised => (raised.At, Rung.Caseworker),
        { Rung: Rung.Caseworker } raised => (raised.At + Ladder.UntilSupervisor, Rung.Supervisor),
        _ => null,
    };

    private static ContactStep.Raise Told(Client client, Rung rung, DateTimeOffset now)
    {
        client = client with { Raised = client.Raised! with { Rung = rung } };
        return new ContactStep.Raise(client, Look(client, now), client.Raised.Reason, rung, client.Missed);
    }

    private static Client GivenUp(Client client, RaiseReason reason, DateTimeOffset now) => client with
    {
        Contact = client.Contact! with { Outcome = reason.Outcome() },
        Missed = client.Missed + 1,
        // Of those who took the phone twice the caseworker knows; once more is then enough.
        Strangers = Math.Min(client.Strangers, Ladder.MostStrangers - 1),
        Raised = Raised.Anew(client.Raised, reason, now),
    };

    /// <summary>Of several that are due the last is made; the others are over, and so is the last when no safe hours are left before the next.</summary>
    private static Client Begun(Client client, DateTimeOffset planned, DateTimeOffset now)
    {
        // Where the safe hours of two days meet, the last try of the contact before may be minutes old.
        var began = client.Contact?.LastCounted is { } last && last.At + Ladder.LeastGap > now ? last.At + Ladder.LeastGap : now;
        var dropped = -1;
        for (DateTimeOffset? due = planned; due <= now; due = CheckInPlan.Upcoming(client))
        {
            client = client with { DoneUpTo = due > client.DoneUpTo ? due : client.DoneUpTo, MovedTo = null, Contact = new Contact(due.Value, began) };
            dropped++;
        }

        client = dropped == 0 ? client : client with { Missed = client.Missed + dropped, Raised = Raised.Anew(client.Raised, RaiseReason.Unsent, now) };
        return Windows(client, client.Contact!).Any() ? client : GivenUp(client, RaiseReason.Unsent, now);
    }

    private static DateTimeOffset? Look(Client client, DateTimeOffset now)
    {
        DateTimeOffset?[] moments = [ToTell(client)?.At, Ahead(client, now)?.At, client.Contact is { UnderWay: true } ? null : CheckInPlan.Upcoming(client)];
        return moments.Min() is { } first ? first > now ? first : now : null;
    }
}
