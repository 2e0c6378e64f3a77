namespace Hotline.Flows.CheckIns;

/// <summary>What a caseworker does with a client. Whoever does it has seen what was raised.</summary>
public static class Casework
{
    /// <summary>In the middle of a contact nothing more goes out either.</summary>
    public static Client Pause(Client client) => client with { Standing = Standing.Paused, Contact = client.Contact?.Halted(), Raised = null };

    /// <summary>Begins with the next planned contact: what fell into the pause is not owed, and stops older than today no longer count.</summary>
    public static Client Resume(Client client, DateTimeOffset now) => client with
    {
        Standing = Standing.Active,
        Closed = null,
        Tries = 0,
        TriedOn = null,
        Missed = 0,
        Strangers = 0,
        Contact = client.Contact?.Halted(),
        Raised = null,
        ResumedOn = CheckInPlan.Today(now),
        DoneUpTo = client.DoneUpTo > now ? client.DoneUpTo : Whole(now),
        MovedTo = client is { MovedTo: { } day, Enrolment: { } enrolment } && CheckInPlan.OnSafeDay(enrolment, day) > now ? day : null,
    };

    /// <summary>The contact under way, or else the next one, comes on that day instead; whatever was planned before it is not made.</summary>
    public static Client Move(Client client, DateOnly day, DateTimeOffset now)
    {
        var done = client.DoneUpTo ?? Whole(now);
        // Of what lies ahead one contact is replaced at most: whoever is moved again and again is not forgotten for it.
        var replaced = client is { Contact.UnderWay: true } or { MovedTo: not null } or { Enrolment: null } || done > now ? null : CheckInPlan.After(client.Enrolment, done);
        return client with { MovedTo = day, DoneUpTo = replaced ?? done, Contact = client.Contact?.Halted(), Raised = null };
    }

    public static Client Close(Client client, ClosingReason reason) => client with { Standing = Standing.Closed, Closed = reason, Contact = client.Contact?.Halted(), Raised = null };

    /// <summary>Somebody took up what was raised: the supervisor need not be told.</summary>
    public static Client Take(Client client) => client.Raised is null ? client : client with { Raised = null };

    private static DateTimeOffset Whole(DateTimeOffset now) => DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
}
