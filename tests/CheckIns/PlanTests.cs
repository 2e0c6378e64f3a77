using Hotline.Flows.CheckIns;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>When a client is contacted.</summary>
public sealed class PlanTests
{
    private static readonly Client Client = new() { Id = "x", Enrolment = Enrolments.Good with { Weekdays = Enum.GetValues<DayOfWeek>() } };

    [Fact]
    public void The_usual_cadence_is_weeks_one_two_four_then_monthly_then_every_two_months_and_never_ends()
    {
        var days = Cadence.Usual.Days(new DateOnly(2026, 1, 31)).Take(16).Select(day => day.ToString("yyyy-MM-dd", null));
        Assert.Equal(
            ["2026-02-07", "2026-02-14", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-09-30", "2026-11-30", "2027-01-31", "2027-03-31", "2027-05-31", "2027-07-31", "2027-09-30", "2027-11-30"],
            days);
    }

    [Theory]
    [InlineData("2026-03-02T00:00+07:00", "2026-03-09T18:00+07:00")]
    [InlineData("2026-03-09T17:59+07:00", "2026-03-09T18:00+07:00")]
    [InlineData("2026-03-09T18:00+07:00", "2026-03-16T18:00+07:00")]
    [InlineData("2026-03-09T11:30+00:00", "2026-03-16T18:00+07:00")]
    [InlineData("2026-03-17T00:00+07:00", "2026-03-30T18:00+07:00")]
    [InlineData("2027-03-03T00:00+07:00", "2027-05-02T18:00+07:00")]
    [InlineData("2036-01-01T00:00+07:00", "2036-01-02T18:00+07:00")]
    public void The_next_contact_is_the_beginning_of_the_safe_hours_in_Phnom_Penh(string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), CheckInPlan.Next(Client, DateTimeOffset.Parse(after, null)));

    [Fact]
    public void A_day_that_is_not_safe_waits_for_the_next_one_that_is()
    {
        // The usual week 1 is a Monday; Tuesdays and Thursdays are safe.
        var client = Client with { Enrolment = Enrolments.Good };
        Assert.Equal(DateTimeOffset.Parse("2026-03-10T18:00+07:00", null), CheckInPlan.Next(client, DateTimeOffset.Parse("2026-03-02T00:00+07:00", null)));
        Assert.All(CheckInPlan.Contacts(Enrolments.Good).Take(200), moment => Assert.True(CheckInPlan.IsSafe(Enrolments.Good, moment)));
    }

    [Fact]
    public void Two_contacts_that_meet_on_one_safe_day_are_one()
    {
        var days = CheckInPlan.Contacts(Enrolments.Good with { Weekdays = [DayOfWeek.Monday], Cadence = new([new(1, false)], new(1, false)), Start = new DateOnly(2026, 3, 3) }).Take(5).ToList();
        Assert.Equal(days.Distinct(), days);
    }

    [Theory]
    [InlineData("2026-03-10T17:59:59+07:00", false)]
    [InlineData("2026-03-10T18:00:00+07:00", true)]
    [InlineData("2026-03-10T19:59:59+07:00", true)]
    [InlineData("2026-03-10T20:00:00+07:00", false)]
    [InlineData("2026-03-10T11:00:00+00:00", true)]
    [InlineData("2026-03-11T18:30:00+07:00", false)]
    public void Safe_hours_are_those_of_Phnom_Penh(string moment, bool safe) => Assert.Equal(safe, CheckInPlan.IsSafe(Enrolments.Good, DateTimeOffset.Parse(moment, null)));

    [Theory]
    [InlineData(Standing.Paused)]
    [InlineData(Standing.Stopped)]
    [InlineData(Standing.Locked)]
    [InlineData(Standing.Closed)]
    public void Nobody_is_contacted_who_is_not_active(Standing standing) => Assert.Null(CheckInPlan.Next(Client with { Standing = standing }, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_moved_contact_comes_instead_and_then_the_plan_goes_on()
    {
        var moved = Client with { MovedTo = new DateOnly(2026, 3, 12) };
        Assert.Equal(DateTimeOffset.Parse("2026-03-12T18:00+07:00", null), CheckInPlan.Next(moved, DateTimeOffset.Parse("2026-03-03T00:00+07:00", null)));
        Assert.Equal(DateTimeOffset.Parse("2026-03-16T18:00+07:00", null), CheckInPlan.Next(moved, DateTimeOffset.Parse("2026-03-12T18:00+07:00", null)));
    }

    [Theory]
    [InlineData("2w", true)]
    [InlineData("12m", true)]
    [InlineData("0w", false)]
    [InlineData("-1w", false)]
    [InlineData("2", false)]
    [InlineData("w", false)]
    [InlineData("100m", false)]
    [InlineData("2y", false)]
    [InlineData("", false)]
    public void Spans_are_weeks_or_months(string text, bool good) => Assert.Equal(good ? text : null, Step.Parse(text)?.ToString());

    [Fact]
    public void The_seven_criteria_come_in_turn() => Assert.Equal([1, 2, 3, 4, 5, 6, 7, 1], Enumerable.Range(0, 8).Select(answered => (Client with { Answered = answered }).Criterion));

    [Fact]
    public void A_try_counts_for_a_month()
    {
        var tried = Client with { Tries = 2, TriedOn = Enrolments.Today };
        Assert.Equal(2, tried.TriesOn(Enrolments.Today.AddDays(30)));
        Assert.Equal(0, tried.TriesOn(Enrolments.Today.AddDays(31)));
    }
}
