using System.Globalization;
using Hotline.Functions.Tips;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>From eight to seven in Phnom Penh, on no holiday.</summary>
public sealed class TipHoursTests
{
    private static readonly TipHours Hours = new([new DateOnly(2026, 4, 14), new DateOnly(2026, 4, 15)]);

    [Theory]
    [InlineData("2026-03-09 07:59", "2026-03-09 08:00")]
    [InlineData("2026-03-09 08:00", "2026-03-09 08:00")]
    [InlineData("2026-03-09 18:54", "2026-03-09 18:54")]
    [InlineData("2026-03-09 18:55", "2026-03-10 08:00")]
    [InlineData("2026-03-09 23:59", "2026-03-10 08:00")]
    [InlineData("2026-03-10 00:00", "2026-03-10 08:00")]
    [InlineData("2026-04-13 20:00", "2026-04-16 08:00")]
    [InlineData("2026-04-14 10:00", "2026-04-16 08:00")]
    public void What_does_not_fit_goes_on_the_next_day_that_is_no_holiday(string from, string next) => Assert.Equal(At(next), Hours.Next(At(from)));

    [Fact]
    public void A_text_may_not_be_on_its_way_longer_than_the_evening()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), Hours.Left(At("2026-03-09 18:50")));
        Assert.Equal(TimeSpan.Zero, Hours.Left(At("2026-04-14 10:00")));
    }

    [Fact]
    public void Ten_thousand_tips_are_spread_over_the_days_at_the_set_rate()
    {
        var plan = Hours.Plan(At("2026-04-13 18:00"), 10_000, 0.5).ToList();
        Assert.All(plan, at => Assert.True(Hours.Left(at) > TimeSpan.Zero));
        Assert.All(plan.Zip(plan.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(2)));
        Assert.Equal(1650, plan.Count(at => at < At("2026-04-13 19:00")));
        Assert.Equal(At("2026-04-16 08:00"), plan[1650]);
        Assert.Equal(At("2026-04-16 12:38").Date, plan[^1].Date);
    }

    [Fact]
    public void The_holidays_are_those_of_the_opening_hours() =>
        Assert.Equal(TimeSpan.Zero, TipHours.Of(Hotlines.Context.Phrases.Hours).Left(At(Hotlines.Context.Phrases.Hours.Holidays.First().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 10:00")));

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
