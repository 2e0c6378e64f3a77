using Hotline.Functions.Alerts;
using Hotline.Functions.Sending;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Alerts;

/// <summary>Calls of ours at the door that they ask for words.</summary>
public sealed class RingTests
{
    private const string Person = "+85512345678";
    private const string Id = "AbCdEfGhIjKlMnOpQrStUv";

    [Theory]
    [InlineData("1", true)]
    [InlineData("silence,1", true)]
    [InlineData("4,1", true)]
    [InlineData("4,4", false)]
    [InlineData("silence,silence", false)]
    [InlineData("hang up", false)]
    public async Task By_the_key_one_an_alert_is_seen(string does, bool seen)
    {
        await using var town = await Town.Build(1, more: [$"--Hotline:StaffNumbers={Duty.Officer}"]);
        var officer = new PhoneRobot(town.Provider, Duty.Officer).Answers(does.Split(','));
        await town.Provider.Receive(Person, Town.Public, "help");
        await town.Live(TimeSpan.FromMinutes(7));
        var call = town.Provider.Calls.All.Last(kept => kept.To == Duty.Officer);
        Assert.Equal("completed", call.Status);
        Assert.All(call.Talk!.Heard, part => Assert.True(part.What.Contains("/km/staff.alert", StringComparison.Ordinal) || part.What is "Please open the desk. To say that you know, press one." or "Thank you. Noted."));
        Assert.Equal(seen, call.Talk.Heard.Any(part => part.What.Contains("alert-seen", StringComparison.Ordinal)));
        Assert.Equal(does[0] is '4' or 's' ? 2 : 1, call.Talk.Heard.Count(part => part.What.Contains("alert-call", StringComparison.Ordinal)));
        await town.Live(TimeSpan.FromMinutes(30));
        Assert.Equal(seen ? 2 : 14, officer.Got.Count);
        Assert.Equal(seen, (await town.ToDos(OwedAlert.Kind)).Count == 0);
    }

    [Fact]
    public async Task A_check_in_call_says_one_word_and_goes_on_by_the_safe_code_only()
    {
        await using var town = await Town.Build(2);
        await town.Enrol(Person, "sophea");
        foreach (var (keys, heard) in new[] { ("4837#", "check-in.how"), ("1111#", "check-in.line-again"), ("2915#", "check-in.line-again") })
        {
            var call = await Ring(town, Town.CheckIns, Person, keys, "hang up");
            Assert.Contains("/km/check-in.hello", call.Talk!.Heard[0].What, StringComparison.Ordinal);
            Assert.Contains(heard, call.Talk.Heard[1].What, StringComparison.Ordinal);
            Assert.EndsWith("/1", call.Talk.Asked[1], StringComparison.Ordinal);
        }

        var silent = await Ring(town, Town.CheckIns, Person, "silence");
        Assert.Single(silent.Talk!.Heard);
        Assert.Equal("completed", silent.Status);
        Assert.Single((await Ring(town, Town.CheckIns, Person, "#")).Talk!.Heard);
    }

    [Theory]
    [InlineData(Town.CheckIns)]
    [InlineData(Town.MissedCalls)]
    public async Task A_mailbox_keeps_nothing_of_us(string from)
    {
        await using var town = await Town.Build(3);
        foreach (var greeting in new[] { 20, 30 })
        {
            var tape = new Voicemail(TimeSpan.FromSeconds(greeting), TimeSpan.FromMinutes(2));
            town.Provider.Phones[Person].Rung = tape.Answer;
            await Call(town, from, Person);
            Assert.Empty(tape.Left);
        }
    }

    [Fact]
    public async Task How_a_call_ended_is_known_by_its_name_and_whether_somebody_picked_up()
    {
        await using var town = await Town.Build(4);
        var phone = town.Provider.Phones[Person];
        async Task<Fate?> Fate(Func<KeptCall, Answering> answering)
        {
            phone.Rung = answering;
            await Call(town, Town.CheckIns, Person, out var id);
            return await town.Services.GetRequiredService<Fates>().Read(town.Services.GetRequiredService<Functions.Keys.Pseudonyms>().OfNumber(Person).Shard, id, default);
        }

        Assert.Equal(("no-answer", false), Of(await Fate(_ => new Answering.NotAnswered())));
        Assert.Equal(("busy", false), Of(await Fate(_ => new Answering.Busy())));
        Assert.Equal(("failed", false), Of(await Fate(_ => new Answering.Failed())));
        Assert.Equal(("completed", true), Of(await Fate(_ => new Answering.By(People.Does("hang up")))));
        Assert.Equal(("completed", true), Of(await Fate(_ => new Answering.By(People.Does("4837#", "hang up")))));
        Assert.Empty(await town.ToDos("ring-back"));

        static (string, bool) Of(Fate? fate) => (fate!.Status, fate.Answered);
    }

    [Theory]
    [InlineData("/ring/short", 404)]
    [InlineData("/ring/AbCdEfGhIjKlMnOpQrStU", 404)]
    [InlineData("/ring/AbCdEfGhIjKlMnOpQrStUv/2", 404)]
    [InlineData("/ring/AbCdEfGhIjKlMnOpQrStUv/0", 404)]
    [InlineData("/ring/AbCdEfGhIjKlMnOpQrStUv/01", 404)]
    [InlineData("/ring/bcdfgh/3", 404)]
    [InlineData("/ring/bcdfga", 404)]
    [InlineData("/ring/", 404)]
    [InlineData("/ring/AbCdEfGhIjKlMnOpQrStUv", 200)]
    public async Task Only_our_own_addresses_are_doors(string path, int status)
    {
        await using var town = await Town.Build(5, more: Duty.Settings);
        Assert.Equal(status, (await town.Carrier.Post(Form(path, Town.CheckIns, Person))).Status);
    }

    [Fact]
    public async Task Without_a_signature_nobody_is_heard()
    {
        await using var town = await Town.Build(5);
        var form = Form($"/ring/{Id}", Town.CheckIns, Person);
        Assert.Equal(403, (await town.Carrier.Post(form.Target, form.Body, "AAAA")).Status);
        Assert.Equal(403, (await town.Carrier.Post(form.Target, form.Body, null)).Status);
    }

    [Theory]
    [InlineData("inbound", Person, Town.CheckIns, $"/ring/{Id}")]
    [InlineData("outbound-api", Town.Public, Person, $"/ring/{Id}")]
    [InlineData("outbound-api", "+85512000042", Person, $"/ring/{Id}")]
    [InlineData("outbound-api", Town.CheckIns, Duty.Officer, "/ring/bcdfgh")]
    [InlineData("outbound-api", Town.Public, Person, "/ring/bcdfgh")]
    public async Task A_call_that_we_cannot_have_made_ends_in_silence(string direction, string from, string to, string path)
    {
        await using var town = await Town.Build(6, more: Duty.Settings);
        foreach (var step in new[] { "", "/1" })
            Assert.Equal("Hangup", Assert.Single((await town.Carrier.Post(Form(path + step, from, to, direction, more: ("Digits", "1")))).IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements()).Name);
        Assert.Empty(await town.Rows("kept|seen"));
    }

    [Fact]
    public async Task Our_number_may_be_a_short_one()
    {
        await using var town = await Town.Build(9, more: ["--Provider:CheckInNumber=1294"]);
        await town.Enrol(Person, "sophea");
        Assert.Contains("check-in.hello", (await town.Carrier.Post(Form($"/ring/{Id}", "1294", Person))).Text, StringComparison.Ordinal);
        Assert.Contains("check-in.how", (await town.Carrier.Post(Form($"/ring/{Id}/1", "1294", Person, more: ("Digits", "4837")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_key_press_is_heard_once()
    {
        await using var town = await Town.Build(7, more: Duty.Settings);
        var press = Form("/ring/bcdfgh/1", Town.Public, Duty.Officer, more: ("Digits", "1"));
        var first = await town.Carrier.Post(press);
        Assert.Equal(first.Text, (await town.Carrier.Post(press)).Text);
        Assert.Single(await town.Rows("kept|seen|bcdfgh-"));
    }

    [Fact]
    public async Task With_a_broken_store_a_phone_that_we_rang_hears_nothing()
    {
        FaultyStore? faulty = null;
        await using var town = await Town.Build(8, store: inner => faulty = new FaultyStore(inner), more: Duty.Settings);
        faulty!.Away = true;
        foreach (var path in new[] { $"/ring/{Id}", "/ring/bcdfgh/1" })
            Assert.Equal("Hangup", Assert.Single((await town.Carrier.Post(Form(path, path.Length > 20 ? Town.CheckIns : Town.Public, path.Length > 20 ? Person : Duty.Officer, more: ("Digits", "1")))).Document.Root!.Elements()).Name);
        // Who has pressed keys is there, and hears what the line says when it is broken.
        Assert.Contains("check-in.busy", (await town.Carrier.Post(Form($"/ring/{Id}/1", Town.CheckIns, Person, more: ("Digits", "4837")))).Text, StringComparison.Ordinal);
        Assert.Equal(503, (await town.Carrier.Post(Form($"/ring/{Id}", Town.CheckIns, Person, status: "no-answer"))).Status);
    }

    [Fact]
    public async Task In_production_without_recordings_staff_hear_English_and_others_nothing()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, checkInNumber: Town.CheckIns, more: [.. Duty.Settings, $"--Provider:Number={Town.Public}", $"--Provider:MissedCallNumber={Town.MissedCalls}"]);
        var said = (await gateway.Carrier.Post(Form("/ring/bcdfgh", Town.Public, Duty.Officer))).IsTwiml(TwimlGrammar.Voice).Document.Root!;
        Assert.All(said.Descendants("Gather"), gather => Assert.Equal("Please open the desk. To say that you know, press one.", Assert.Single(gather.Elements("Say")).Value));
        Assert.Equal("Hangup", Assert.Single((await gateway.Carrier.Post(Form($"/ring/{Id}", Town.CheckIns, Person))).Document.Root!.Elements()).Name);
        Assert.False(gateway.Services.GetRequiredService<Functions.OutgoingCall.RingReply>().CanRingBack);
        // Should one be under way all the same, a key leads to a person who sees our number.
        var dial = Assert.Single((await gateway.Carrier.Post(Form($"/ring/{Id}/1", Town.MissedCalls, Person, more: ("Digits", "1")))).IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements("Dial"));
        Assert.Equal((Town.MissedCalls, Served.Duty), ((string?)dial.Attribute("callerId"), dial.Element("Number")!.Value));
    }

    private static Signed Form(string path, string from, string to, string direction = "outbound-api", string status = "in-progress", params (string Name, string Value)[] more) => new Signed(WebhookKind.Call, path,
        [.. new[] { ("Called", to), ("Caller", from), ("From", from), ("To", to), ("CallSid", "CA0123456789abcdef0123456789abcdef"), ("Direction", direction), ("AccountSid", Signed.Account), ("ApiVersion", "2010-04-01"), ("CallStatus", status) }
            .Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]).Sign();

    private static async Task<KeptCall> Ring(Town town, string from, string to, params string[] does)
    {
        town.Provider.Phones[to].Rung = _ => new Answering.By(People.Does(does));
        await Call(town, from, to);
        return town.Provider.Calls.All.OrderBy(call => call.Created).Last();
    }

    private static Task Call(Town town, string from, string to) => Call(town, from, to, out _);

    private static Task Call(Town town, string from, string to, out string id)
    {
        id = Functions.Keys.CallerId.Of(Guid.NewGuid().ToByteArray()).Value;
        return Do(id);

        async Task Do(string name)
        {
            Assert.True((await town.Services.GetRequiredService<Sender>().Call(from, to, name, default)).Accepted);
            for (var seconds = 0; seconds < 240; seconds += 10)
            {
                town.Clock.Advance(TimeSpan.FromSeconds(10));
                await town.Provider.Advance();
            }
        }
    }
}
