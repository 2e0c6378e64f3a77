using Hotline.Functions.Alerts;
using Hotline.Functions.MissedCall;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Alerts;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.MissedCall;

/// <summary>A missed call is a free call, on the number that is published for it and on no other.</summary>
public sealed class MissedCallTests
{
    private const string Person = "+85512345678";

    [Fact]
    public async Task It_is_refused_unbilled_and_rung_back_at_once_and_a_key_leads_to_the_front_door()
    {
        await using var town = await Town.Build(1);
        var person = new PhoneRobot(town.Provider, Person).Answers("1", "1", "hang up");
        var missed = await person.Call(Town.MissedCalls);
        Assert.Equal("busy", missed.Kept.Status);
        Assert.Empty(missed.Heard);
        var verb = Assert.Single(missed.Last!.IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements());
        Assert.Equal(("Reject", "busy"), (verb.Name.LocalName, (string?)verb.Attribute("reason")));
        await town.Settle();
        var back = Assert.Single(town.Provider.Calls.All, call => call.Outbound);
        Assert.Equal((Town.MissedCalls, Person, town.Now), (back.From, back.To, back.Created));
        await town.Live(TimeSpan.FromMinutes(2));
        Assert.Equal("completed", back.Status);
        Assert.Equal(["/km/ring.hello", "Hello. Someone called from this phone. To listen, press one."], back.Talk!.Heard.Take(2).Select(part => part.What.Replace(Signed.Origin + "/audio", "", StringComparison.Ordinal)));
        Assert.Contains(back.Talk.Heard, part => part.What.Contains("front-door.", StringComparison.Ordinal));
        Assert.Equal(["/ring", "/ring", "/call"], back.Talk.Asked.Select(address => address[Signed.Origin.Length..].Split('/')[1]).Select(part => "/" + part));
        // The end of the call ended its session: nobody comes back into the middle of it.
        Assert.All(await town.Rows("session|"), row => Assert.True(town.Services.GetRequiredService<TurnRows>().Open(row.Key.Length > 0 ? Shard(row.Key) : "", row).Session.Closed));
        Assert.Empty(await town.ToDos(RingBack.Kind));
    }

    [Theory]
    [InlineData("not answered")]
    [InlineData("busy")]
    [InlineData("failed")]
    [InlineData("silence")]
    public async Task Who_does_not_answer_is_not_rung_again(string how)
    {
        await using var town = await Town.Build(2);
        town.Provider.Phones[Person].Rung = _ => how switch { "busy" => new Answering.Busy(), "failed" => new Answering.Failed(), "silence" => new Answering.By(People.Does("silence")), _ => new Answering.NotAnswered() };
        await new PhoneRobot(town.Provider, Person).Call(Town.MissedCalls);
        await town.Live(TimeSpan.FromHours(3));
        var back = Assert.Single(town.Provider.Calls.All, call => call.Outbound);
        Assert.True(back.Talk is null || back.Talk.Heard.Count == 2);
    }

    [Fact]
    public async Task Who_lets_it_ring_again_and_again_is_rung_once_in_ten_minutes()
    {
        await using var town = await Town.Build(3);
        var person = new PhoneRobot(town.Provider, Person);
        foreach (var (minutes, calls) in new[] { (0, 1), (1, 1), (4, 1), (3, 1), (2, 2), (5, 2), (6, 3) })
        {
            await town.Live(TimeSpan.FromMinutes(minutes));
            Assert.Equal("busy", (await person.Call(Town.MissedCalls)).Kept.Status);
            await town.Live(TimeSpan.FromSeconds(20));
            Assert.True(calls == town.Provider.Calls.All.Count(call => call.Outbound), $"{calls} calls at {town.Now}");
        }
    }

    [Fact]
    public async Task A_repeated_webhook_hears_the_same_and_owes_nothing_more()
    {
        await using var town = await Town.Build(4);
        var webhook = Incoming(Town.MissedCalls, Person);
        var first = await town.Carrier.Post(webhook);
        await town.Settle();
        // Later than the window even.
        foreach (var wait in new[] { 0, 15 })
        {
            await town.Live(TimeSpan.FromMinutes(wait));
            Assert.Equal(first.Text, (await town.Carrier.Post(webhook)).Text);
            Assert.Empty(await town.ToDos(RingBack.Kind));
        }

        Assert.Single(town.Provider.Calls.All);
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("1294")]
    [InlineData("sip:someone@example.org")]
    [InlineData("+15005550006")]
    [InlineData("+85290000001")]
    [InlineData(Town.Public)]
    [InlineData(Town.CheckIns)]
    [InlineData(Town.MissedCalls)]
    [InlineData(Served.Duty)]
    [InlineData(Duty.Officer)]
    [InlineData(Duty.Sophea)]
    [InlineData(Duty.Supervisor)]
    public async Task Never_a_hidden_number_a_country_that_nobody_allowed_or_one_of_ours(string from)
    {
        await using var town = await Town.Build(5, more: Duty.Settings);
        var answer = await town.Carrier.Post(Incoming(Town.MissedCalls, from));
        Assert.Equal("Reject", Assert.Single(answer.IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements()).Name);
        await town.Live(TimeSpan.FromHours(1));
        Assert.Empty(town.Provider.Creates);
        Assert.Empty(await town.ToDos(RingBack.Kind));
    }

    [Fact]
    public async Task Countries_can_be_allowed()
    {
        await using var town = await Town.Build(6, more: ["--Hotline:RingBackCountries=KH,TH"]);
        await town.Carrier.Post(Incoming(Town.MissedCalls, "+66812345678"));
        await town.Settle();
        Assert.Single(town.Provider.Calls.All);
    }

    [Fact]
    public async Task Who_said_stop_today_is_not_rung()
    {
        await using var town = await Town.Build(7);
        await town.Provider.Receive(Person, Town.Public, "stop");
        await new PhoneRobot(town.Provider, Person).Call(Town.MissedCalls);
        await town.Live(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(town.Provider.Calls.All, call => call.Outbound);
        // On another day they ask for it.
        await town.Live(TimeSpan.FromDays(1));
        await new PhoneRobot(town.Provider, Person).Call(Town.MissedCalls);
        await town.Settle();
        Assert.Single(town.Provider.Calls.All, call => call.Outbound);
    }

    [Fact]
    public async Task At_the_ceiling_staff_are_told_once_and_only_urgent_callers_are_rung()
    {
        await using var town = await Town.Build(8, more: ["--Hotline:RingBacksPerDay=3", $"--Hotline:StaffNumbers={Duty.Officer}"]);
        await town.Provider.Receive("+85512000201", Town.Public, "They hold me in a house and took my passport.");
        await town.Provider.Receive("+85512000202", Town.Public, "help");
        await town.Provider.Receive("+85512000202", Town.Public, "erase");
        await town.Settle();
        var alarm = town.Id(Duty.Officer);
        await town.Provider.Receive(Duty.Officer, Town.Public, alarm);
        await town.Live(TimeSpan.FromMinutes(4));
        for (var n = 0; n < 6; n++)
            await town.Carrier.Post(Incoming(Town.MissedCalls, $"+8551200030{n}"));
        await town.Settle();
        Assert.Equal(3, town.Provider.Calls.All.Count(call => call.Outbound && call.From == Town.MissedCalls));
        Assert.NotEqual(alarm, town.Id(Duty.Officer));
        Assert.Single(await town.Rows(RowKeys.Waiting("alert", "ring-backs")));
        Assert.Single(await town.ToDos(OwedAlert.Kind));
        foreach (var urgent in new[] { "+85512000201", "+85512000202" })
        {
            await town.Carrier.Post(Incoming(Town.MissedCalls, urgent));
            await town.Settle();
            Assert.Single(town.Provider.Calls.All, call => call.Outbound && call.To == urgent);
        }

        // Another process reads the same count; another day begins anew.
        var count = town.Services.GetRequiredService<RingBackCount>();
        Assert.False(await count.Take(town.Now, default));
        Assert.False(await count.Take(town.Now.AddDays(-1), default));
        Assert.True(await count.Take(town.Now.AddDays(1), default));
        Assert.Single(await town.Rows(RowKeys.RingBacks));
    }

    [Fact]
    public async Task On_no_other_number_anybody_is_ever_called_back()
    {
        await using var town = await Town.Build(9);
        var n = 0;
        foreach (var line in new[] { Town.Public, Town.CheckIns, "+85512000042" })
            foreach (var does in new string[][] { [], ["1"], ["1", "1", "1"], ["4"], ["0"], ["silence"], ["9"], ["#"], ["4837#"] })
            {
                var person = new PhoneRobot(town.Provider, $"+8551210{n++:D4}");
                var call = await person.Call(line);
                if (!call.Over)
                    await People.Does([.. does, "hang up"])(call);
                // Rings, and puts the phone down before anybody answers.
                foreach (var status in new[] { "busy", "no-answer", "canceled", "failed", "completed" })
                    await town.Carrier.Post(Incoming(line, person.Number, status));
                await town.Provider.Receive(person.Number, line, "missed call");
            }

        await town.Live(TimeSpan.FromHours(4));
        Assert.DoesNotContain(town.Provider.Calls.All, call => call.Outbound);
        Assert.Empty(await town.ToDos(RingBack.Kind));
        // And on this number only a call that comes in, not its end.
        foreach (var status in new[] { "busy", "no-answer", "canceled", "failed", "completed" })
            Assert.True((await town.Carrier.Post(Incoming(Town.MissedCalls, Person, status))).SaysNothing);
        await town.Settle();
        Assert.DoesNotContain(town.Provider.Calls.All, call => call.Outbound);
        Assert.Equal(200, (await town.Carrier.Post(Incoming(Town.MissedCalls, Person))).Status);
        await town.Settle();
        Assert.Single(town.Provider.Calls.All, call => call.Outbound);
    }

    [Fact]
    public async Task With_a_broken_store_it_still_costs_the_caller_nothing()
    {
        FaultyStore? faulty = null;
        await using var town = await Town.Build(10, store: inner => faulty = new FaultyStore(inner));
        faulty!.Away = true;
        Assert.Equal("Reject", Assert.Single((await town.Carrier.Post(Incoming(Town.MissedCalls, Person))).IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements()).Name);
    }

    [Fact]
    public async Task What_could_not_go_out_within_ten_minutes_does_not_go_out_at_all()
    {
        await using var town = await Town.Build(11);
        town.Provider.Faults.Down(town.Now, town.Now.AddMinutes(20));
        await town.Carrier.Post(Incoming(Town.MissedCalls, Person));
        for (var n = 0; n < 4 * 40; n++)
        {
            town.Clock.Advance(TimeSpan.FromSeconds(15));
            await town.Sweeper.SweepOnce();
        }

        Assert.Empty(town.Provider.Calls.All);
        Assert.Empty(await town.ToDos(RingBack.Kind));
    }

    private static string Shard(string sessionKey) => Functions.Keys.CallerId.Parse(sessionKey.Split('|')[1])!.Value.Shard;

    private static Signed Incoming(string line, string from, string status = "ringing") => new Signed(WebhookKind.Call, "/call",
        [.. new[] { ("Called", line), ("Caller", from), ("From", from), ("To", line), ("CallSid", Carrier.Sid("CA")), ("Direction", "inbound"), ("AccountSid", Signed.Account), ("ApiVersion", "2010-04-01"), ("CallStatus", status) }
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2))]).Sign();
}
