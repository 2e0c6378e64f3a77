namespace Hotline.Flows.CheckIns;

/// <summary>The safe hours of one safe day.</summary>
public readonly record struct SafeWindow(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    /// <summary>The last moment at which something may still go out.</summary>
    public DateTimeOffset Last => To - Ladder.Room;

    /// <summary>Those in which something may go out at that moment or later, without an end.</summary>
    public static IEnumerable<SafeWindow> Since(Enrolment enrolment, DateTimeOffset moment)
    {
        if (enrolment.Weekdays.Count == 0)
            yield break;
        for (var day = CheckInPlan.Today(moment); ; day = day.AddDays(1))
            if (enrolment.Weekdays.Contains(day.DayOfWeek) && On(enrolment, day) is var window && window.Last >= moment)
                yield return window;
    }

    public static SafeWindow On(Enrolment enrolment, DateOnly day) =>
        new(new DateTimeOffset(day.ToDateTime(enrolment.From), CheckInPlan.PhnomPenh), new DateTimeOffset(day.ToDateTime(enrolment.To), CheckInPlan.PhnomPenh));
}
