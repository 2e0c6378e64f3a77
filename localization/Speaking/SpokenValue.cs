using System.Globalization;
using Hotline.Localization.Writing;

namespace Hotline.Localization.Speaking;

/// <summary>The value of a placeholder, the same for every language, and its written form. Shapes: <see cref="SayAs"/>.</summary>
public static class SpokenValue
{
    public const long Most = 999_999_999;

    private const string DayShape = "yyyy-MM-dd";
    private const string TimeShape = "HH:mm";
    private const int FirstYear = 2000, LastYear = 2099;

    public static SayAs KindOf(string placeholder) => placeholder[(placeholder.LastIndexOf('-') + 1)..] switch
    {
        "count" => SayAs.Count,
        "riel" => SayAs.Riel,
        "dollars" => SayAs.Dollars,
        "date" => SayAs.Date,
        "day" => SayAs.Day,
        "time" => SayAs.Time,
        "when" => SayAs.When,
        _ => SayAs.Digits,
    };

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString(DayShape, CultureInfo.InvariantCulture);

    public static string Of(TimeOnly time) => time.ToString(TimeShape, CultureInfo.InvariantCulture);

    /// <summary>A moment to come, as people speak of it on the day of <paramref name="now"/>, by the calendar of <paramref name="then"/>'s offset, which is the
    /// reader's. A weekday is named alone only while it can mean one day.</summary>
    public static string When(DateTimeOffset then, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(then.DateTime);
        return (day.DayNumber - DateOnly.FromDateTime(now.ToOffset(then.Offset).DateTime).DayNumber) switch
        {
            0 => "today",
            1 => "tomorrow",
            > 1 and < 7 => Names.Of(day.DayOfWeek),
            _ => Of(day),
        } + " " + Of(TimeOnly.FromDateTime(then.DateTime));
    }

    /// <summary>As a text shows it; null when the value has not the shape of its kind, or is to be shown as it is.</summary>
    public static string? Write(SayAs kind, string value, string language)
    {
        if (!Written.Knows(language))
            return null;
        return kind switch
        {
            SayAs.Count => Number(value) is { } n ? Written.Digits(n, language) : null,
            SayAs.Riel => Number(value) is { } n ? Written.Riel(n, language) : null,
            SayAs.Dollars => Number(value) is { } n ? Written.Dollars(n, language) : null,
            SayAs.Date => Day(value) is { } day ? Written.Date(day, language) : null,
            SayAs.Day => Day(value) is { } day ? Written.Date(day, language, weekday: false, year: false) : null,
            SayAs.Time => Time(value) is { } time ? Written.Time(time, language) : null,
            SayAs.When => value.Split(' ') is [var on, var at] && Near(on, language) is { } day && Time(at) is { } time ? Written.When(day, time, language) : null,
            _ => null,
        };
    }

    /// <summary>Values that together need every word of their kind, the longest written ones among them.</summary>
    public static IEnumerable<string> Samples(SayAs kind)
    {
        var year = Enumerable.Range(0, 366).Select(day => Of(new DateOnly(2028, 1, 1).AddDays(day)));
        // Every hour, and the minutes of the one that is written longest; all 1,440 would only cost the start time.
        var times = Enumerable.Range(0, 24).Select(hour => Of(new TimeOnly(hour, 0))).Concat(Enumerable.Range(0, 60).Select(minute => Of(new TimeOnly(12, minute))));
        return kind switch
        {
            SayAs.Digits => ["+012 345 6789 or 1"],
            SayAs.Count or SayAs.Riel or SayAs.Dollars => Enumerable.Range(0, 100).Select(n => Of(n)).Concat(["101", "1000", "10000", "100000", "1000000", Of(Most)]),
            SayAs.Date => year.Concat(Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(y => Of(new DateOnly(y, 1, 1)))),
            SayAs.Day => year,
            SayAs.Time => times,
            _ => times.Select(time => "today " + time).Concat(year.Concat(["tomorrow", .. Names.Days]).Select(day => day + " 12:30")),
        };
    }

    private static long? Number(string value) => value.Length is > 0 and < 10 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, DayShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;

    private static TimeOnly? Time(string value) => TimeOnly.TryParseExact(value, TimeShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string? Near(string day, string language) => day switch
    {
        "today" => Written.Today(language),
        "tomorrow" => Written.Tomorrow(language),
        _ when Names.Weekday(day) is { } weekday => Written.Weekday(weekday, language),
        _ => Day(day) is { } date ? Written.Date(date, language, year: false) : null,
    };
}
