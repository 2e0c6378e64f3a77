using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>What is next for a client, rule by rule.</summary>
public sealed class LadderTests
{
    /// <summary>Tuesdays and Thursdays, 18:00 to 20:00, both channels, three tries; the first contact is on Tuesday, 10 March 2026.</summary>
    private static readonly Client Client = new() { Id = "bcdfgh", Enrolment = Enrolments.Good, DoneUpTo = At("03-02 00:00") };

    [Fact]
    public void A_contact_nobody_answers_is_tried_three_times_and_then_raised_to_the_caseworker_and_the_supervisor()
    {
        var walk = new LadderWalk(Client);
        Assert.Equal(
        [
            "Tue 10 18 Text First", "Tue 10 18 Text Again", "Thu 12 18 Voice Other",
            "Thu 12 20 Missed Caseworker", "Fri 13 20 Missed Supervisor",
        ],
        walk.Until(At("03-14 00:00")));
    }

    [Fact]
    public void The_safe_word_ends_it_and_the_next_planned_contact_comes()
    {
        var walk = new LadderWalk(Client);
        walk.Until(At("03-10 18:50"));
        walk.Client = walk.Client.After([new Effect.WordHeard(WordKind.Safe)], new DateOnly(2026, 3, 10));
        Assert.Equal(ContactOutcome.Answered, walk.Client.Contact!.Outcome);
        Assert.Equal(["Tue 17 18 Text First"], walk.Until(At("03-17 18:45")));
    }

    [Fact]
    public void The_safe_word_before_the_first_try_of_the_day_saves_it()
    {
        var walk = new LadderWalk(Client);
        Assert.Empty(walk.Until(At("03-10 18:00")));
        Assert.True(walk.Client.Contact!.UnderWay);
        walk.Client = walk.Client.After([new Effect.WordHeard(WordKind.Safe)], new DateOnly(2026, 3, 10));
        Assert.Empty(walk.Until(At("03-17 17:59")));
    }

    [Theory]
    [InlineData(WordKind.Wrong)]
    [InlineData(WordKind.Duress)]
    [InlineData(WordKind.Help)]
    public void Any_other_word_ends_the_ladder_without_a_page_of_its_own(WordKind kind)
    {
        var walk = new LadderWalk(Client);
        walk.Until(At("03-10 18:45"));
        walk.Client = walk.Client.After([new Effect.WordHeard(kind)], new DateOnly(2026, 3, 10));
        Assert.Equal(ContactOutcome.OtherWord, walk.Client.Contact!.Outcome);
        Assert.Empty(walk.Until(At("03-17 18:00")));
    }

    [Fact]
    public void A_late_safe_word_answers_a_contact_that_was_given_up_and_the_supervisor_is_not_told()
    {
        var walk = new LadderWalk(Client);
        Assert.Equal("Thu 12 20 Missed Caseworker", walk.Until(At("03-13 08:00"))[^1]);
        walk.Client = walk.Client.After([new Effect.WordHeard(WordKind.Safe)], new DateOnly(2026, 3, 13));
        Assert.Equal((0, null, ContactOutcome.Answered), (walk.Client.Missed, walk.Client.Raised, walk.Client.Contact!.Outcome!.Value));
        Assert.Empty(walk.Until(At("03-16 00:00")));
    }

    [Fact]
    public void Whoever_takes_the_page_keeps_it_from_the_supervisor()
    {
        var walk = new LadderWalk(Client);
        walk.Until(At("03-13 08:00"));
        walk.Client = Casework.Take(walk.Client);
        Assert.Empty(walk.Until(At("03-16 00:00")));
    }

    [Fact]
    public void Two_calls_that_somebody_took_without_the_code_end_the_ladder_and_then_one_is_enough()
    {
        var walk = new LadderWalk(Voice(Client)) { End = _ => TryEnd.AnsweredWithoutWord };
        Assert.Equal(
            ["Tue 10 18 Voice First", "Thu 12 18 Voice Again", "Thu 12 18 SomeoneElse Caseworker", "Fri 13 18 SomeoneElse Supervisor", "Tue 17 18 Voice First", "Tue 17 18 SomeoneElse Caseworker"],
            walk.Until(At("03-18 00:00")));
        walk.Client = walk.Client.After([new Effect.WordHeard(WordKind.Safe)], new DateOnly(2026, 3, 18));
        Assert.Equal(0, walk.Client.Strangers);
    }

    [Fact]
    public void A_channel_that_is_refused_for_good_is_left_at_once_and_without_another_one_it_is_raised()
    {
        var walk = new LadderWalk(Client) { End = made => made.By == Channel.Text ? TryEnd.Refused : TryEnd.NoAnswer };
        Assert.Equal(["Tue 10 18 Text First", "Tue 10 18 Voice First", "Tue 10 18 Voice Again", "Thu 12 18 Voice Other", "Thu 12 20 Missed Caseworker"], walk.Until(At("03-13 00:00")));
        var alone = new LadderWalk(Voice(Client)) { End = _ => TryEnd.Refused };
        Assert.Equal(["Tue 10 18 Voice First", "Tue 10 18 Unreachable Caseworker"], alone.Until(At("03-11 00:00")));
        Assert.Equal("Tue 17 18 Voice First", alone.Until(At("03-17 19:00"))[1]);
    }

    [Fact]
    public void A_phone_that_opted_out_is_stopped_and_raised()
    {
        var walk = new LadderWalk(Client) { End = _ => TryEnd.OptedOut };
        Assert.Equal(["Tue 10 18 Text First", "Tue 10 18 Stopped Caseworker", "Wed 11 18 Stopped Supervisor"], walk.Until(At("06-01 00:00")));
        Assert.Equal(Standing.Stopped, walk.Client.Standing);
    }

    [Theory]
    [InlineData(TryEnd.Unknown)]
    [InlineData(TryEnd.Going)]
    public void What_may_have_gone_out_counts_and_is_not_repeated_in_the_same_safe_hours(TryEnd end)
    {
        var walk = new LadderWalk(Client) { End = _ => end };
        Assert.Equal(["Tue 10 18 Text First", "Thu 12 18 Text Again", "Tue 17 18 Voice Other"], new LadderWalk(Client with { Enrolment = Monthly }) { End = _ => end }.Until(At("03-17 19:30")).Select(line => line));
        // The next contact is planned for the third safe hours: the first is over by then.
        Assert.Equal(["Tue 10 18 Text First", "Thu 12 18 Text Again", "Thu 12 20 Missed Caseworker"], walk.Until(At("03-13 00:00")));
    }

    [Fact]
    public void What_did_not_go_out_is_tried_again_and_counts_for_nothing_and_a_day_without_a_try_is_told_as_ours()
    {
        var walk = new LadderWalk(Client) { End = made => made.At < At("03-10 18:50") ? TryEnd.NotSent : TryEnd.Sent };
        var said = walk.Until(At("03-10 19:00"));
        Assert.True(said.Count > 4, string.Join('\n', said));
        Assert.All(said, line => Assert.EndsWith("Text First", line, StringComparison.Ordinal));
        Assert.Equal([TryEnd.Sent], walk.Client.Contact!.Tries.Select(made => made.End));
        var down = new LadderWalk(Client) { End = _ => TryEnd.NotSent };
        Assert.Equal("Thu 12 20 Unsent Caseworker", down.Until(At("03-13 00:00"))[^1]);
        Assert.Single(down.Client.Contact!.Tries);
    }

    [Fact]
    public void A_worker_that_comes_late_waits_for_the_next_safe_hours()
    {
        var walk = new LadderWalk(Client, At("03-10 19:55"));
        Assert.Equal("Thu 12 18 Text First", walk.Until(At("03-12 19:00"))[0]);
    }

    [Fact]
    public void A_contact_that_is_late_by_the_time_of_the_next_one_is_dropped_counted_and_raised()
    {
        var walk = new LadderWalk(Client, At("03-30 08:00"));
        Assert.Equal(["Mon 30 08 Unsent Caseworker", "Tue 31 08 Unsent Supervisor", "Tue 31 18 Text First"], walk.Until(At("03-31 18:45")));
        Assert.Equal((2, At("03-31 18:00")), (walk.Client.Missed, walk.Client.Contact!.Planned));
    }

    [Fact]
    public void A_pause_in_the_middle_sends_nothing_more_and_resuming_begins_with_the_next_planned_contact()
    {
        var walk = new LadderWalk(Client);
        walk.Until(At("03-10 18:45"));
        walk.Client = Casework.Pause(walk.Client);
        Assert.Empty(walk.Until(At("03-20 12:00")));
        Assert.Null(ContactLadder.When(walk.Client, walk.Now));
        walk.Client = Casework.Resume(walk.Client, walk.Now);
        Assert.Equal(new DateOnly(2026, 3, 20), walk.Client.StopsSince);
        Assert.Equal(["Tue 31 18 Text First"], walk.Until(At("03-31 18:45")));
    }

    [Fact]
    public void A_moved_contact_takes_the_place_of_the_next_one_and_the_plan_goes_on()
    {
        var earlier = new LadderWalk(Casework.Move(Client, new DateOnly(2026, 3, 5), At("03-03 00:00"))) { Answers = true };
        Assert.Equal(["Thu 05 18 Text First", "Tue 17 18 Text First"], earlier.Until(At("03-18 00:00")));
        var later = new LadderWalk(Casework.Move(Client, new DateOnly(2026, 3, 12), At("03-03 00:00"))) { Answers = true };
        Assert.Equal(["Thu 12 18 Text First", "Tue 17 18 Text First"], later.Until(At("03-18 00:00")));
        Assert.Null(later.Client.MovedTo);
    }

    [Fact]
    public void The_contact_under_way_can_be_moved_and_the_next_one_stays()
    {
        var walk = new LadderWalk(Client);
        walk.Until(At("03-10 18:45"));
        walk.Client = Casework.Move(walk.Client, new DateOnly(2026, 3, 12), walk.Now);
        walk.Answers = true;
        Assert.Equal(["Thu 12 18 Text First", "Tue 17 18 Text First"], walk.Until(At("03-18 00:00")));
    }

    [Fact]
    public void Whoever_is_moved_forward_again_and_again_is_not_forgotten_for_it()
    {
        var walk = new LadderWalk(Client with { Enrolment = Monthly }) { Answers = true };
        foreach (var day in new[] { 12, 17, 19, 24 })
        {
            walk.Client = Casework.Move(walk.Client, new DateOnly(2026, 3, day), walk.Now);
            walk.Until(At($"03-{day} 20:00"));
        }

        // 10 March was replaced by the first move, 12 May by the second.
        Assert.Equal(["Thu 09 18 Text First"], walk.Until(At("07-31 00:00")));
    }

    [Theory]
    [InlineData(1, "Tue 10 18 Text First,Tue 10 20 Missed Caseworker")]
    [InlineData(2, "Tue 10 18 Text First,Tue 10 18 Text Again,Tue 10 20 Missed Caseworker")]
    [InlineData(5, "Tue 10 18 Text First,Tue 10 18 Text Again,Thu 12 18 Voice Other,Tue 17 18 Text Other,Thu 19 18 Voice Other,Thu 19 20 Missed Caseworker")]
    public void As_many_tries_as_were_agreed(int tries, string expected) =>
        Assert.Equal(expected.Split(','), new LadderWalk(Client with { Enrolment = Monthly with { Tries = tries } }).Until(At("03-20 00:00")).Where(line => !line.EndsWith("Supervisor", StringComparison.Ordinal)));

    [Fact]
    public void Late_and_repeated_news_of_a_try_moves_nothing_back()
    {
        var walk = new LadderWalk(Client) { End = _ => TryEnd.NoAnswer };
        walk.Until(At("03-10 18:45"));
        var made = walk.Client.Contact!.Tries[0];
        Assert.Same(walk.Client, ContactLadder.Ended(walk.Client, made.At, made.By, TryEnd.Sent));
        Assert.Same(walk.Client, ContactLadder.Ended(walk.Client, made.At.AddDays(-1), made.By, TryEnd.NoAnswer));
        Assert.Equal(0, ContactLadder.Ended(walk.Client with { Contact = walk.Client.Contact.Answered() }, made.At, made.By, TryEnd.AnsweredWithoutWord).Strangers);
    }

    [Fact]
    public void A_row_without_a_beginning_owes_nothing_of_the_past()
    {
        var step = ContactLadder.Next(Client with { DoneUpTo = null }, At("06-03 12:00"));
        Assert.IsType<ContactStep.Nothing>(step);
        Assert.Equal(At("07-02 18:00"), CheckInPlan.Upcoming(step.Client));
    }

    [Fact]
    public void Not_everybody_is_written_to_at_once_and_everybody_at_the_same_time_when_asked_again()
    {
        var moments = Enumerable.Range(0, 1000).Select(i => new LadderWalk(Client with { Id = $"c{i}" })).Select(walk => { walk.Until(At("03-10 18:45")); return walk.Client.Contact!.Tries[0].At; }).ToList();
        Assert.All(moments, moment => Assert.InRange(moment, At("03-10 18:00"), At("03-10 18:40")));
        Assert.All(moments.GroupBy(moment => (moment - At("03-10 18:00")).Minutes / 10), ten => Assert.InRange(ten.Count(), 180, 320));
    }

    [Fact]
    public void Where_the_safe_hours_of_two_days_meet_the_next_contact_keeps_its_distance_from_the_last_try()
    {
        var always = Enrolments.Good with { Weekdays = Enum.GetValues<DayOfWeek>(), From = TimeOnly.MinValue, To = new TimeOnly(23, 59) };
        var before = new Contact(At("03-08 00:00"), At("03-08 00:00")) { Tries = [new ContactTry(At("03-08 23:49"), Channel.Text, TryEnd.Sent)], Outcome = ContactOutcome.Answered };
        foreach (var i in Enumerable.Range(0, 50))
        {
            var walk = new LadderWalk(Client with { Id = $"c{i}", Enrolment = always, DoneUpTo = At("03-08 00:00"), Contact = before }, At("03-09 00:00"));
            walk.Until(At("03-09 02:00"));
            Assert.InRange(walk.Client.Contact!.Tries[0].At, At("03-09 00:34"), At("03-09 00:40"));
        }
    }

    [Fact]
    public void In_a_quiet_year_every_planned_contact_is_made_on_its_day_and_no_other()
    {
        foreach (var days in Enumerable.Range(1, 127).Select(bits => Enum.GetValues<DayOfWeek>().Where(day => (bits >> (int)day & 1) == 1).ToList()))
        {
            var enrolment = Enrolments.Good with { Weekdays = days };
            var walk = new LadderWalk(Client with { Enrolment = enrolment }) { Answers = true, Format = "yyyy-MM-dd" };
            Assert.Equal(CheckInPlan.Contacts(enrolment).TakeWhile(moment => moment < At("12-30 00:00")).Select(moment => moment.ToString("yyyy-MM-dd", null)), walk.Until(At("12-30 00:00")).Select(line => line[..10]));
        }
    }

    private static Enrolment Monthly => Enrolments.Good with { Cadence = new([new(1, false)], new(2, true)) };

    private static Client Voice(Client client) => client with { Enrolment = client.Enrolment! with { Channel = Reach.Voice } };

    private static DateTimeOffset At(string moment) => LadderWalk.At(moment);
}
