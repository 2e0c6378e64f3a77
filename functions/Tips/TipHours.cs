using Hotline.Flows.Engine;
using Hotline.Localization.Hours;

namespace Hotline.Functions.Tips;

/// <summary>When a tip may reach a phone: from eight to seven in Phnom Penh, on no holiday of opening-hours.json.</summary>
public sealed class TipHours(IEnumerable<DateOnly> holidays)
{
    public static readonly TimeSpan From = TimeSpan.FromHours(8);
    public static readonly TimeSpan To = TimeSpan.FromHours(19);

    /// <summary>The provider may take so long to bring it, so the last ones begin earlier.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly HashSet<DateOnly> holidays = [.. holidays];

    public static TipHours Of(OpeningHours hours) => new(hours.Holidays);

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(Limits.PhnomPenh).DateTime);

    /// <summary>How long a text that goes out now may be on its way; zero: none may go out.</summary>
    public TimeSpan Left(DateTimeOffset now)
    {
        var time = now.ToOffset(Limits.PhnomPenh).TimeOfDay;
        return holidays.Contains(Today(now)) || time < From || time >= To - Margin ? TimeSpan.Zero : To - time;
    }

    /// <summary>The first moment from then on at which one may go out.</summary>
    public DateTimeOffset Next(DateTimeOffset from)
    {
        if (Left(from) > TimeSpan.Zero)
            return from;
        var day = Today(from);
        if (from.ToOffset(Limits.PhnomPenh).TimeOfDay >= From)
            day = day.AddDays(1);
        return Opening(day);
    }

    /// <summary>The first opening after the day of that moment.</summary>
    public DateTimeOffset NextDay(DateTimeOffset now) => Opening(Today(now).AddDays(1));

    /// <summary>One moment for each of so many texts, evenly.</summary>
    public IEnumerable<DateTimeOffset> Plan(DateTimeOffset from, int count, double perSecond)
    {
        var at = from;
        for (var i = 0; i < count; i++)
        {
            at = Next(at);
            yield return at;
            at += TimeSpan.FromSeconds(1 / perSecond);
        }
    }

    private DateTimeOffset Opening(DateOnly day)
    {
        while (holidays.Contains(day))
            day = day.AddDays(1);
        return new DateTimeOffset(day, TimeOnly.FromTimeSpan(From), Limits.PhnomPenh);
    }
}
