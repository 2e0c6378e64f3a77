using System.Collections.Frozen;

namespace Hotline.Localization.Hours;

/// <summary>
/// When a person is there, in Cambodian time: UTC+7 all year, so no time-zone data of the machine is asked.
/// Hours belong to the day on which they begin: a night shift runs on into a holiday, and a holiday's own night into the day after.
/// </summary>
public sealed class OpeningHours
{
    private const int DaysAhead = 60;

    private static readonly TimeSpan Cambodia = TimeSpan.FromHours(7);

    private readonly IReadOnlyList<IReadOnlyList<Interval>> week;
    private readonly FrozenDictionary<DateOnly, Holiday> holidays;

    /// <param name="week">Sunday first, as System.DayOfWeek counts; each day's in order.</param>
    internal OpeningHours(IReadOnlyList<IReadOnlyList<Interval>> week, IEnumerable<Holiday> holidays) =>
        (this.week, this.holidays) = (week, holidays.ToFrozenDictionary(holiday => holiday.Date));

    public static OpeningHours Never { get; } = new([[], [], [], [], [], [], []], []);

    /// <summary>The holidays of the file, to see how far it reaches.</summary>
    public IEnumerable<DateOnly> Holidays => holidays.Keys.Order();

    /// <param name="json">opening-hours.json: JSON with comments.</param>
    /// <exception cref="FormatException">The file is not as it should be; the sentence names the entry.</exception>
    public static OpeningHours Parse(string json) => OpeningHoursFile.Read(json);

    public bool IsOpen(DateTimeOffset now)
    {
        var (today, time) = Here(now);
        return On(today).Any(hours => hours.Holds(time))
            || (today > DateOnly.MinValue && On(today.AddDays(-1)).Any(hours => hours.Holds(time + TimeSpan.FromDays(1))));
    }

    /// <summary>The first moment from now on at which it is open, in Cambodian time: now, if it is. Null when it stays closed for 60 days.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset now)
    {
        if (IsOpen(now))
            return now.ToOffset(Cambodia);
        var (today, time) = Here(now);
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
            foreach (var hours in On(today.AddDays(ahead)))
                if (TimeSpan.FromDays(ahead) + hours.From > time)
                    return new DateTimeOffset(today.AddDays(ahead), TimeOnly.MinValue, Cambodia) + hours.From;
        return null;
    }

    private IReadOnlyList<Interval> On(DateOnly day) => holidays.TryGetValue(day, out var holiday) ? holiday.Hours : week[(int)day.DayOfWeek];

    private static (DateOnly Day, TimeSpan Time) Here(DateTimeOffset now)
    {
        var here = now.ToOffset(Cambodia).DateTime;
        return (DateOnly.FromDateTime(here), here.TimeOfDay);
    }
}
