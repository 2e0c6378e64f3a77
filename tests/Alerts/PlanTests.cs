using System.Globalization;
using System.Text;
using Hotline.Functions.Alerts;
using Hotline.Localization.Hours;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Alerts;

/// <summary>Who is told when, as a table that people can read, and that a change has to change.</summary>
public sealed class PlanTests
{
    /// <summary>A Monday, 09:00 in Cambodia.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);

    private static readonly string[][] Three = [["caseworker"], ["duty-1", "duty-2"], ["supervisor"]];

    [Fact]
    public void Danger_is_told_by_text_then_by_call_then_to_more_and_never_ends() => Assert.Equal(
        """
        00:00 text caseworker
        00:03 call caseworker
        00:08 text+call caseworker
        00:13 text+call caseworker
        00:15 text duty-1, text duty-2
        00:18 text+call caseworker, call duty-1, call duty-2
        00:23 text+call caseworker, text+call duty-1, text+call duty-2
        00:28 text+call caseworker, text+call duty-1, text+call duty-2
        00:30 text supervisor
        00:33 text+call caseworker, text+call duty-1, text+call duty-2, call supervisor
        00:38 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        00:43 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        00:48 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        00:53 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        00:58 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        01:03 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        01:18 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        01:33 text+call caseworker, text+call duty-1, text+call duty-2, text+call supervisor
        """, Table(AlertGrade.Now, Monday, TimeSpan.FromMinutes(95)));

    [Fact]
    public void What_can_wait_is_told_when_the_desk_opens_once_a_day_and_to_everybody_after_three_days() => Assert.Equal(
        """
        Sun 20:00 raised
        Mon 08:00 text caseworker
        Tue 08:00 text caseworker
        Wed 08:00 text caseworker
        Thu 08:00 text caseworker, text duty-1, text duty-2, text supervisor
        Fri 08:00 text caseworker, text duty-1, text duty-2, text supervisor
        Sat 08:00 text caseworker, text duty-1, text duty-2, text supervisor
        Mon 08:00 text caseworker, text duty-1, text duty-2, text supervisor
        """, "Sun 20:00 raised\n" + Table(AlertGrade.Soon, Monday.AddHours(-13), TimeSpan.FromDays(8)));

    [Fact]
    public void In_opening_hours_what_can_wait_is_told_at_once() => Assert.StartsWith("Mon 09:00 text caseworker", Table(AlertGrade.Soon, Monday, TimeSpan.FromHours(1)), StringComparison.Ordinal);

    [Fact]
    public void Without_hours_nothing_waits_for_ever() => Assert.StartsWith("Mon 09:00 text caseworker\nTue 09:00", Table(AlertGrade.Soon, Monday, TimeSpan.FromDays(2), OpeningHours.Never), StringComparison.Ordinal);

    [Fact]
    public void Who_takes_no_texts_is_rung_at_once_who_cannot_be_rung_is_written_to_and_who_can_have_neither_is_passed_over()
    {
        var told = new Dictionary<string, Told> { ["a"] = new(NoTexts: true), ["b"] = new(Step: 1, At: Seconds(Monday), NoCalls: true), ["c"] = new(NoTexts: true, NoCalls: true) };
        var contacts = AlertPlan.Contacts(new OwedAlert("bcdfgh", "row", Seconds(Monday)) { Grade = AlertGrade.Now, Told = told }, [["a", "b", "c"]], Monday, Hours);
        Assert.Equal([new Contact("a", 0, Monday, false, true), new Contact("b", 0, Monday + AlertPlan.ToCall, true, false)], contacts.Select(contact => contact with { Due = contact.Due.ToUniversalTime() }));
    }

    [Fact]
    public void A_round_that_came_late_is_followed_by_its_whole_span() => Assert.Equal(
        Monday.AddMinutes(47),
        AlertPlan.Contacts(new OwedAlert("bcdfgh", "row", Seconds(Monday)) { Grade = AlertGrade.Now, Told = new Dictionary<string, Told> { ["a"] = new(Step: 2, At: Seconds(Monday.AddMinutes(42))) } }, [["a"]], Monday.AddMinutes(42), Hours).Single().Due);

    private static OpeningHours Hours => Hotlines.Context.Phrases.Hours;

    private static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

    /// <summary>As the performer goes from round to round.</summary>
    private static string Table(AlertGrade grade, DateTimeOffset raised, TimeSpan most, OpeningHours? hours = null)
    {
        var alert = new OwedAlert("bcdfgh", "row", Seconds(raised)) { Grade = grade };
        var lines = new StringBuilder();
        for (var now = raised; ;)
        {
            var contacts = AlertPlan.Contacts(alert, Three, now, hours ?? Hours);
            var due = contacts.Where(contact => contact.Due <= now).ToList();
            if (due.Count == 0)
            {
                now = contacts.Min(contact => contact.Due);
                if (now - raised > most)
                    return lines.ToString().TrimEnd('\n');
                continue;
            }

            var time = grade == AlertGrade.Now ? (now - raised).ToString("hh\\:mm", CultureInfo.InvariantCulture) : now.ToOffset(TimeSpan.FromHours(7)).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
            lines.Append(time).Append(' ').AppendJoin(", ", due.Select(contact => $"{(contact.Text && contact.Call ? "text+call" : contact.Text ? "text" : "call")} {contact.Name}")).Append('\n');
            var begun = alert.Begin(due, now);
            alert = due.Aggregate(begun, (after, contact) => after.After(alert, contact, contact.Text ? new Telling(true) : null, contact.Call ? new Telling(true) : null, now));
        }
    }
}
