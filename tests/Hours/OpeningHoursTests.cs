using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hotline.Functions.Setup;
using Hotline.Localization.Hours;
using Hotline.Localization.Speaking;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Hours;

/// <summary>When a person is there, minute by minute, and when next.</summary>
public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Shipped = Hotlines.Context.Phrases.Hours;

    private static readonly OpeningHours Nights = OpeningHours.Parse("""
        {
          "weekdays": { "monday": ["22:00-02:00"], "tuesday": ["08:00-12:00", "13:00-24:00"], "wednesday": ["00:00-01:00"], "thursday": [], "friday": ["00:00-24:00"], "saturday": ["20:00-06:00"], "sunday": [] },
          "holidays": [ { "date": "2027-02-02", "name": "a Tuesday" }, { "date": "2027-02-07", "name": "a Sunday", "hours": ["05:00-07:00", "23:00-01:00"] } ]
        }
        """);

    [Theory]
    [InlineData("2027-01-04 07:59:59", false)]
    [InlineData("2027-01-04 08:00:00", true)]
    [InlineData("2027-01-04 16:59:59", true)]
    [InlineData("2027-01-04 17:00:00", false)]
    [InlineData("2027-01-07 10:00:00", false)]
    [InlineData("2027-01-08 10:00:00", true)]
    [InlineData("2027-01-09 11:59:59", true)]
    [InlineData("2027-01-09 12:00:00", false)]
    [InlineData("2027-01-10 10:00:00", false)]
    public void The_shipped_hours_open_and_close_on_the_minute(string local, bool open)
    {
        Assert.Equal(open, Shipped.IsOpen(At(local)));
        Assert.Equal(open, Shipped.IsOpen(At(local).ToUniversalTime()));
        Assert.Equal(open, Shipped.IsOpen(At(local).ToOffset(TimeSpan.FromHours(-8))));
    }

    [Theory]
    [InlineData("2027-01-25 21:59:59", false)]
    [InlineData("2027-01-25 22:00:00", true)]
    [InlineData("2027-01-26 01:59:59", true)]
    [InlineData("2027-01-26 02:00:00", false)]
    [InlineData("2027-01-26 12:30:00", false)]
    [InlineData("2027-01-26 23:59:59", true)]
    [InlineData("2027-01-27 00:30:00", true)]
    [InlineData("2027-01-27 01:00:00", false)]
    [InlineData("2027-01-29 00:00:00", true)]
    [InlineData("2027-01-30 00:00:00", false)]
    [InlineData("2027-02-02 01:00:00", true)] // the night that began on Monday
    [InlineData("2027-02-02 09:00:00", false)] // the holiday
    [InlineData("2027-02-07 04:00:00", true)] // Saturday's night and the holiday's own hours overlap
    [InlineData("2027-02-07 06:30:00", true)]
    [InlineData("2027-02-08 00:30:00", true)] // the holiday's night
    [InlineData("2027-02-08 01:00:00", false)]
    public void Nights_belong_to_the_day_on_which_they_begin(string local, bool open) => Assert.Equal(open, Nights.IsOpen(At(local)));

    [Theory]
    [InlineData("2027-01-04 06:00:00", "2027-01-04 08:00:00", "today 08:00")]
    [InlineData("2027-01-04 17:00:00", "2027-01-05 08:00:00", "tomorrow 08:00")]
    [InlineData("2027-01-06 18:00:00", "2027-01-08 08:00:00", "friday 08:00")]
    [InlineData("2027-01-09 12:00:00", "2027-01-11 08:00:00", "monday 08:00")]
    [InlineData("2027-04-13 20:00:00", "2027-04-17 08:00:00", "saturday 08:00")]
    [InlineData("2027-01-04 10:00:00", "2027-01-04 10:00:00", "today 10:00")]
    public void The_next_opening_passes_over_nights_Sundays_and_holidays(string now, string next, string said)
    {
        var opening = Shipped.NextOpening(At(now).ToUniversalTime());
        Assert.Equal((At(next), TimeSpan.FromHours(7)), (opening!.Value, opening.Value.Offset));
        Assert.Equal(said, SpokenValue.When(opening.Value, At(now).ToUniversalTime()));
    }

    [Fact]
    public void The_next_opening_is_written_and_said_in_the_callers_language()
    {
        var now = At("2027-01-09 12:00:00");
        var value = SpokenValue.When(Shipped.NextOpening(now)!.Value, now);
        Assert.Equal("ថ្ងៃច័ន្ទ ម៉ោង ៨ ព្រឹក", SpokenValue.Write(SayAs.When, value, "km"));
        Assert.Equal("Monday at 8 am", SpokenValue.Write(SayAs.When, value, "en"));
        Assert.Equal(["say.monday", "say.hour", "say.8", "say.morning"], Speech.Of(SayAs.When, value, "km"));
        Assert.Equal(["say.monday", "say.at", "say.8", "say.am"], Speech.Of(SayAs.When, value, "en"));
    }

    [Fact]
    public void The_next_opening_is_open_and_nothing_before_it_is() => Prop.ForAll(Moments.ToArbitrary(), now =>
        new[] { Shipped, Nights }.All(hours => hours.NextOpening(now) is { } next && next >= now && hours.IsOpen(next) && Closed(hours, now, next)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Where_nobody_is_ever_there_nothing_is_promised()
    {
        Assert.Null(OpeningHours.Never.NextOpening(At("2027-01-04 08:00:00")));
        Assert.False(OpeningHours.Never.IsOpen(At("2027-01-04 08:00:00")));
    }

    [Fact]
    public void Nothing_beyond_sixty_days_is_promised()
    {
        var once = OpeningHours.Parse("""
            { "weekdays": { "monday": [], "tuesday": [], "wednesday": [], "thursday": [], "friday": [], "saturday": [], "sunday": [] },
              "holidays": [ { "date": "2027-03-06", "name": "open once", "hours": ["08:00-09:00"] } ] }
            """);
        Assert.Equal(At("2027-03-06 08:00:00"), once.NextOpening(At("2027-01-05 23:00:00")));
        Assert.Null(once.NextOpening(At("2027-01-04 23:59:00")));
        Assert.Null(once.NextOpening(At("2027-03-06 09:00:00")));
    }

    [Fact]
    public void The_shipped_file_has_next_years_fixed_holidays()
    {
        Assert.Equal(13, Shipped.Holidays.Count());
        Assert.All(Shipped.Holidays, day => Assert.Equal(2027, day.Year));
        Assert.Contains("must add yourself", File.ReadAllText(Path.Combine(DataFiles.Folder("localization"), "opening-hours.json")), StringComparison.Ordinal);
    }

    private static readonly Gen<DateTimeOffset> Moments = Gen.Choose(0, 400 * 24 * 60).Select(minute => At("2027-01-01 00:00:00").AddMinutes(minute));

    private static bool Closed(OpeningHours hours, DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to; at = at.AddMinutes(1))
            if (hours.IsOpen(at))
                return false;
        return true;
    }

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
