using Hotline.Functions.Alerts;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Alerts;

/// <summary>From a cry for help to the telephones of people on duty, through the whole gateway and a provider that remembers.</summary>
public sealed class AlertTests
{
    private const string Person = "+85512345678";

    [Fact]
    public async Task A_cry_for_help_reaches_those_on_duty_at_once_and_the_supervisor_after_a_quarter_of_an_hour()
    {
        await using var town = await Town.Build(1, more: Duty.Settings);
        await town.Provider.Receive(Person, Town.Public, "help");
        var raised = town.Now;
        await town.Settle();
        Assert.Equal(["00 text 1", "00 text 2"], town.Heard(raised, Duty.Officer, Duty.Second, Duty.Supervisor));
        await town.Live(TimeSpan.FromMinutes(20));
        Assert.Equal(
            ["00 text 1", "00 text 2", "03 call 1", "03 call 2", "08 call 1", "08 text 1", "08 call 2", "08 text 2", "13 call 1", "13 text 1", "13 call 2", "13 text 2", "15 text 5", "18 call 1", "18 text 1", "18 call 2", "18 text 2", "18 call 5"],
            town.Heard(raised, Duty.Officer, Duty.Second, Duty.Supervisor).OrderBy(line => (line[..2], line[^1], line)));
        Assert.All(town.Provider.Ledger.Texts.Where(text => text.To == Duty.Officer), text => Assert.Equal($"សូមមើលតុការងារ។ ឆ្លើយ៖ {town.Id(Duty.Officer)} / Open the desk. Reply: {town.Id(Duty.Officer)}", text.Body));
        // Nobody else is told, the person in danger least of all.
        Assert.DoesNotContain(town.Provider.Ledger.All, sent => sent.To == Person && sent.Kind != SentKind.Reply);
        Assert.DoesNotContain(town.Provider.Ledger.All, sent => sent.To == Duty.Sophea);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ok ")]
    public async Task Whoever_answers_with_the_letters_ends_it_for_all(string before)
    {
        await using var town = await Town.Build(2, more: Duty.Settings);
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Settle();
        var id = town.Id(Duty.Officer);
        await town.Live(TimeSpan.FromMinutes(4));
        // The letters from any other phone are somebody's first text.
        await town.Provider.Receive("+85512999999", Town.Public, before + id);
        await town.Live(TimeSpan.FromMinutes(6));
        Assert.Contains("08 text 1", town.Heard(town.Now - TimeSpan.FromMinutes(10), Duty.Officer));
        // Not only those whose turn it is: whoever is told of alerts may say so.
        await town.Provider.Receive(Duty.Sophea, Town.Public, before + id.ToUpperInvariant());
        var told = town.Provider.Creates.Count;
        await town.Live(TimeSpan.FromHours(5));
        Assert.Equal(told, town.Provider.Creates.Count);
        Assert.Empty(await town.ToDos(OwedAlert.Kind));
        Assert.Single(await town.Rows(RowKeys.Waiting("alert", "")));
    }

    [Fact]
    public async Task A_text_with_letters_ends_that_alert_and_no_other()
    {
        await using var town = await Town.Build(3, more: Duty.Settings);
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Settle();
        var first = town.Id(Duty.Officer);
        await town.Provider.Receive("+85512345679", Town.Public, "help");
        await town.Settle();
        var second = town.Id(Duty.Officer);
        Assert.NotEqual(first, second);
        await town.Provider.Receive(Duty.Officer, Town.Public, first);
        await town.Live(TimeSpan.FromMinutes(30));
        Assert.EndsWith("|" + second, Assert.Single(await town.ToDos(OwedAlert.Kind)), StringComparison.Ordinal);
        Assert.All(town.Provider.Ledger.To(Duty.Officer).Where(sent => sent.Kind == SentKind.Text).Skip(2), text => Assert.EndsWith(second, text.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_desk_has_dealt_with_is_told_no_more()
    {
        await using var town = await Town.Build(4, more: Duty.Settings);
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Settle();
        var desk = town.Services.GetRequiredService<AlertDesk>();
        Assert.False(await desk.Done("wwwwww"));
        Assert.True(await desk.Done(town.Id(Duty.Officer)));
        Assert.False(await desk.Done(town.Id(Duty.Officer)));
        var told = town.Provider.Creates.Count;
        await town.Live(TimeSpan.FromHours(2));
        Assert.Equal(told, town.Provider.Creates.Count);
        Assert.Empty(await town.ToDos(OwedAlert.Kind));
    }

    [Fact]
    public async Task With_nobody_to_tell_it_waits_on_the_desk_and_the_log_says_so_once()
    {
        var logs = new CapturedLogs();
        await using var town = await Town.Build(5, logs: logs);
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Live(TimeSpan.FromHours(2));
        Assert.Empty(town.Provider.Creates);
        Assert.Single(await town.Rows(RowKeys.Waiting("alert", "")));
        Assert.Single(logs.Text.Split('\n'), line => line.Contains("nobody can be told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sent_STOP_is_rung_instead_the_others_are_told_at_once_and_somebody_sees_why()
    {
        await using var town = await Town.Build(6, more: [$"--Hotline:StaffNumbers={Duty.Officer}", $"--Hotline:SupervisorNumbers={Duty.Supervisor}"]);
        town.Provider.OptOuts.Hear(Duty.Officer, Town.Public, "STOP");
        await town.Provider.Receive(Person, Town.Public, "help");
        var raised = town.Now;
        await town.Live(TimeSpan.FromMinutes(1));
        Assert.Equal(["00 call 1", "00 text 5"], town.Heard(raised, Duty.Officer, Duty.Supervisor).Order());
        await town.Live(TimeSpan.FromHours(1));
        var dead = Assert.Single(await town.Rows(RowKeys.AllDead));
        Assert.StartsWith("dead|alert|", dead.Key, StringComparison.Ordinal);
        Assert.Single(await town.ToDos(OwedAlert.Kind));
        var said = Assert.Single(await town.Services.GetRequiredService<Functions.ToDos.ToDoDesk>().Dead());
        Assert.Contains("STOP", said.ToDo.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(Duty.Officer[4..], said.ToDo.Why + said.ToDo.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_none_can_be_reached_all_are_tried_again_and_again()
    {
        var logs = new CapturedLogs();
        await using var town = await Town.Build(7, logs: logs, more: ["--Hotline:StaffNumbers=+85512"]);
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Live(TimeSpan.FromHours(1));
        Assert.InRange(town.Provider.Creates.Count, 6, 12);
        Assert.Contains("none of the people who are to be told can be reached", logs.Text, StringComparison.Ordinal);
        Assert.Single(await town.ToDos(OwedAlert.Kind));
        Assert.Single(await town.Rows(RowKeys.AllDead));
    }

    [Theory]
    [InlineData("wrong", "sophea", "00 text 3")]
    [InlineData("wrong", "nobody we know", "00 text 1, 00 text 2")]
    [InlineData("wrong", "dara, nobody we know", "00 text 4, 00 text 1, 00 text 2")]
    [InlineData("ចេកអំបូង", "Sophea", "00 text 3")]
    public async Task A_page_of_a_client_reaches_whom_the_enrolment_names(string said, string names, string told)
    {
        await using var town = await Town.Build(8, more: Duty.Settings);
        await town.Enrol(Person, names.Split(", "));
        await town.Provider.Receive(Person, Town.CheckIns, said);
        await town.Live(TimeSpan.FromSeconds(45));
        Assert.Equal(told.Split(", ").Order(), town.Heard(town.Now - TimeSpan.FromSeconds(30), Duty.Officer, Duty.Second, Duty.Sophea, Duty.Dara, Duty.Supervisor).Order());
    }

    [Fact]
    public async Task What_can_wait_comes_when_the_desk_opens_and_once_a_day()
    {
        // Monday, 08:00 in Cambodia; the town's evening begins twelve hours later.
        await using var town = await Town.Build(9, more: Duty.Settings);
        await town.Enrol(Person, "sophea");
        await town.Live(TimeSpan.FromHours(12));
        await town.Provider.Receive(Person, Town.CheckIns, "ស្វាយទុំ");
        await town.Provider.Receive(Person, Town.CheckIns, "2");
        var asked = town.Now;
        await town.Live(TimeSpan.FromHours(11));
        Assert.Empty(town.Heard(asked, Duty.Sophea));
        await town.Live(TimeSpan.FromHours(50));
        var texts = town.Provider.Ledger.To(Duty.Sophea);
        Assert.Equal(["Tue 08:00", "Wed 08:00", "Thu 08:00"], texts.Select(text => text.Accepted.ToOffset(TimeSpan.FromHours(7)).ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(town.Provider.Ledger.Calls, call => call.From == Town.Public);
        await town.Provider.Receive(Duty.Sophea, Town.Public, town.Id(Duty.Sophea));
        await town.Live(TimeSpan.FromDays(2));
        Assert.Equal(3, town.Provider.Ledger.To(Duty.Sophea).Count(sent => sent.Kind == SentKind.Text));
    }

    [Fact]
    public async Task A_promised_call_is_told_in_the_opening_hours()
    {
        await using var town = await Town.Build(10, more: Duty.Settings);
        foreach (var said in new[] { "hello", "4", "1" })
            await town.Provider.Receive(Person, Town.Public, said);
        var asked = town.Now;
        await town.Settle();
        Assert.Equal(["00 text 1", "00 text 2"], town.Heard(asked, Duty.Officer, Duty.Second));
        await town.Live(TimeSpan.FromHours(3));
        Assert.Equal(2, town.Heard(asked, Duty.Officer, Duty.Second).Count);
        Assert.True(await town.Services.GetRequiredService<AlertDesk>().Done(town.Id(Duty.Officer)));
        Assert.Empty(await town.Rows(RowKeys.Waiting("call", "")));
    }

    [Fact]
    public async Task While_the_provider_is_away_it_stays_due_and_goes_on_when_it_is_back()
    {
        await using var town = await Town.Build(11, more: Duty.Settings);
        await town.Provider.Receive(Person, Town.Public, "help");
        town.Provider.Faults.Down(town.Now, town.Now.AddHours(1));
        var raised = town.Now;
        for (var n = 0; n < 4 * 70; n++)
        {
            town.Clock.Advance(TimeSpan.FromSeconds(15));
            await town.Provider.Advance();
            await town.Sweeper.SweepOnce();
            Assert.Single(await town.ToDos(OwedAlert.Kind));
        }

        var first = town.Provider.Ledger.All.Where(sent => sent.To == Duty.Officer).Min(sent => sent.Accepted);
        Assert.InRange((first - raised).TotalMinutes, 60, 62);
    }
}
