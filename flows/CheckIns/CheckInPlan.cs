namespace Hotline.Flows.CheckIns;

/// <summary>When a client is contacted: by cadence, inside the safe hours of a safe weekday, and on no day of its own making. No date ends it.</summary>
public static class CheckInPlan
{
    public static readonly TimeSpan PhnomPenh = TimeSpan.FromHours(7);

    /// <summary>A century of contacts: beyond it the start was wrong.</summary>
    private const int MostContacts = 1200;

    /// <summary>The beginning of the next contact's safe hours after a moment; null while nobody may be written to.</summary>
    public static DateTimeOffset? Next(Client client, DateTimeOffset after)
    {
        if (client.Standing != Standing.Active || client.Enrolment is not { Weekdays.Count: > 0 } enrolment)
            return null;
        if (client.MovedTo is { } moved && OnSafeDay(enrolment, moved) is var instead && instead > after)
            return instead;
        return After(enrolment, client.DoneUpTo > after ? client.DoneUpTo.Value : after);
    }

    /// <summary>The first contact that is not over, be it due already or not; null while nobody may be written to.</summary>
    public static DateTimeOffset? Upcoming(Client client) =>
        client is not { Standing: Standing.Active, Enrolment: { Weekdays.Count: > 0 } enrolment, DoneUpTo: { } done } ? null
        : client.MovedTo is { } moved ? OnSafeDay(enrolment, moved)
        : After(enrolment, done);

    /// <summary>Each planned contact; two that fall on one safe day are one.</summary>
    public static IEnumerable<DateTimeOffset> Contacts(Enrolment enrolment)
    {
        DateTimeOffset? last = null;
        foreach (var day in enrolment.Cadence.Days(enrolment.Start))
            if (OnSafeDay(enrolment, day) is var moment && (last is null || moment > last))
            {
                last = moment;
                yield return moment;
            }
    }

    /// <summary>Whether somebody may be contacted at this very moment.</summary>
    public static bool IsSafe(Enrolment enrolment, DateTimeOffset now)
    {
        var there = now.ToOffset(PhnomPenh);
        var time = TimeOnly.FromTimeSpan(there.TimeOfDay);
        return enrolment.Weekdays.Contains(there.DayOfWeek) && time >= enrolment.From && time < enrolment.To;
    }

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(PhnomPenh).DateTime);

    /// <summary>The first planned contact after a moment, whoever is active.</summary>
    internal static DateTimeOffset? After(Enrolment enrolment, DateTimeOffset after) =>
        Contacts(enrolment).Take(MostContacts).Select(moment => (DateTimeOffset?)moment).FirstOrDefault(moment => moment > after);

    internal static DateTimeOffset OnSafeDay(Enrolment enrolment, DateOnly day)
    {
        for (var later = 0; later < 7 && !enrolment.Weekdays.Contains(day.DayOfWeek); later++)
            day = day.AddDays(1);
        return new DateTimeOffset(day.ToDateTime(enrolment.From), PhnomPenh);
    }
}
