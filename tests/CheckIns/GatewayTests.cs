using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Functions.Storage;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>The check-in line from outside: signed webhooks, and what a caseworker does with it.</summary>
public sealed class GatewayTests
{
    private const string Line = "+85512000099";

    private static string Enrolment(string phone) => $$"""{ "phone": "{{phone}}", "enrolment": {{Enrolments.Json}} }""";

    [Fact]
    public async Task A_client_is_enrolled_answers_and_is_seen_by_the_caseworker_and_the_public_line_knows_nothing_of_it()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        var phone = Carrier.Number();
        var (code, said) = await Clients(gateway, Enrolment(phone), "enrol");
        Assert.Equal(0, code);
        var id = said.Split(' ')[2].TrimEnd('.');
        Assert.DoesNotContain(phone[4..], said, StringComparison.Ordinal);

        Assert.Equal(["អរគុណ។ ថែរក្សាសុខភាពផងណា។"], (await Text(gateway, phone, "ជួយផង")).Messages);
        Assert.Equal(["អរគុណ។ សុខសប្បាយទេ?"], (await Text(gateway, phone, "ស្វាយទុំ")).Messages);
        Assert.Equal(["អរគុណ។ បានទទួលសារហើយ។ ជួបគ្នាពេលក្រោយណា។"], (await Text(gateway, phone, "៤")).Messages.Select(text => text.Replace('\n', ' ')));
        Assert.DoesNotContain("សុខសប្បាយ", (await gateway.Carrier.Text(phone, "ស្វាយទុំ")).Text, StringComparison.Ordinal);
        Assert.Equal(["សូមទោស ប្រហែលច្រឡំលេខហើយ។"], (await Text(gateway, Carrier.Number(), "សួស្តី")).Messages);

        var (_, list) = await Clients(gateway, "", "list");
        Assert.Contains($"{id}  active", list, StringComparison.Ordinal);
        Assert.Contains("NOW a cry for help", list, StringComparison.Ordinal);
        Assert.Contains("wants to be called", list, StringComparison.Ordinal);
        var (_, whole) = await Clients(gateway, "", "show", id);
        Assert.Contains("Text", whole, StringComparison.OrdinalIgnoreCase);
        var (_, lines) = await Clients(gateway, "", "show", id, "--json");
        Assert.Equal(["client", "check-in"], lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("type").GetString()));
        foreach (var shown in new[] { said, list, whole, lines })
            Assert.False(new[] { phone[4..], "4837", "2915", "ស្វាយទុំ", "ចេកអំបូង" }.Any(secret => shown.Contains(secret, StringComparison.Ordinal)), shown);

        // What waits for the caseworker of a client is no waiting thing of the public line.
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await gateway.Sweep();
        using var reports = new StringWriter();
        await gateway.Services.GetRequiredService<ReportsCommand>().Run(["reports"], reports);
        Assert.StartsWith("0 reports, 0 alerts, 0 things", reports.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caseworker_pauses_resumes_moves_and_closes_with_a_reason()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        var phone = Carrier.Number();
        var id = (await Clients(gateway, Enrolment(phone), "enrol")).Output.Split(' ')[2].TrimEnd('.');
        Assert.Equal(1, (await Clients(gateway, Enrolment(phone), "enrol")).Code);
        Assert.Equal(0, (await Clients(gateway, "", "pause", id)).Code);
        Assert.Contains($"{id}  paused, nobody writes", (await Clients(gateway, "", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Clients(gateway, "", "resume", id)).Code);
        Assert.Equal(1, (await Clients(gateway, "", "move", id, "2001-01-01")).Code);
        Assert.Equal(0, (await Clients(gateway, "", "move", id, gateway.Clock.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", null))).Code);
        Assert.Equal(1, (await Clients(gateway, "", "close", id, "tired")).Code);
        foreach (var reason in new[] { "untraceable", "ran-away" })
            Assert.Contains("review the risk", (await Clients(gateway, "", "close", id, reason)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Clients(gateway, "", "close", id, "ran-away", "--risk-reviewed")).Code);
        Assert.Contains($"{id}  closed (RanAway)", (await Clients(gateway, "", "list")).Output, StringComparison.Ordinal);
        // Closed is not forgotten: they may come back.
        Assert.Equal(["អរគុណ។ សុខសប្បាយទេ?"], (await Text(gateway, phone, "ស្វាយទុំ")).Messages);
        Assert.Equal(0, (await Clients(gateway, Enrolment(phone), "enrol")).Code);
        await Assert.ThrowsAsync<SetupException>(() => Clients(gateway, "", "show", "nobody"));
        await Assert.ThrowsAsync<SetupException>(() => Clients(gateway, "", "dance"));
    }

    [Fact]
    public async Task A_contact_under_way_is_shown_with_its_tries_in_words_and_as_json()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        var id = (await Clients(gateway, Enrolment(Carrier.Number()), "enrol")).Output.Split(' ')[2].TrimEnd('.');
        var book = gateway.Services.GetRequiredService<ClientBook>();
        var planned = new DateTimeOffset(2026, 3, 10, 18, 0, 0, TimeSpan.FromHours(7));
        async Task Store(Func<Client, Client> change)
        {
            var (shard, seen) = (await book.All()).Single();
            Assert.True(await book.Change(shard, seen, change(seen.Row.Client)));
        }

        await Store(client => ContactLadder.Next(client with { DoneUpTo = planned.AddDays(-1) }, planned.AddHours(1)).Client);
        await Store(client => ContactLadder.Ended(client, client.Contact!.Tries[0].At, Channel.Text, TryEnd.NoAnswer));
        var (_, show) = await Clients(gateway, "", "show", id);
        Assert.Contains("Contact of Tuesday, 10 March 2026: under way, raised ", show, StringComparison.Ordinal);
        Assert.Contains("  text   2026-03-10 19:00  no answer\n", show, StringComparison.Ordinal);
        await Store(client => client with { Missed = 2, Contact = client.Contact! with { Outcome = ContactOutcome.Missed }, Raised = new Raised(RaiseReason.Missed, planned.AddHours(2), Rung.Caseworker) });
        (_, show) = await Clients(gateway, "", "show", id);
        Assert.Contains("Contact of Tuesday, 10 March 2026: missed.", show, StringComparison.Ordinal);
        Assert.Contains("; the caseworker was told, nobody took it.", show, StringComparison.Ordinal);
        Assert.Contains("2 contacts in a row without the safe word.", show, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await Clients(gateway, "", "show", id, "--json")).Output).RootElement;
        Assert.Equal("NoAnswer", json.GetProperty("contact").GetProperty("tries")[0].GetProperty("end").GetString());
        Assert.Equal(("missed", "Caseworker"), (json.GetProperty("raised").GetProperty("reason").GetString(), json.GetProperty("raised").GetProperty("told").GetString()));
        Assert.Contains("Active again. Next contact", (await Clients(gateway, "", "resume", id)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Raised", (await Clients(gateway, "", "show", id)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_number_of_its_own_nobody_is_enrolled()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var refused = await Assert.ThrowsAsync<SetupException>(() => Clients(gateway, Enrolment(Carrier.Number()), "enrol"));
        Assert.Contains("Provider__CheckInNumber", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Line 1 is not JSON.")]
    [InlineData("[]", "An enrolment is an object")]
    [InlineData("""{ "phone": "+85512345678", "enrolment": {}, "more": 1 }""", "An enrolment is an object")]
    [InlineData("""{ "phone": "012 345 678", "enrolment": {} }""", "\"phone\" has to be a number with its country")]
    [InlineData("""{ "phone": "+855 12 000 099", "enrolment": {} }""", "\"phone\" is one of our own numbers.")]
    [InlineData("""{ "phone": "+85512345678", "enrolment": {} }""", "\"language\" is missing.")]
    public async Task An_enrolment_with_problems_is_refused_with_all_of_them(string json, string sentence)
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        var (code, said) = await Clients(gateway, json, "enrol");
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_stands_in_the_number_is_refused()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        Assert.Contains("stands in the phone number", (await Clients(gateway, Enrolment("+85512483799"), "enrol")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_store_says_busy_and_no_number_to_call()
    {
        using var folder = new Scratch();
        FaultyStore? faulty = null;
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line, change: builder =>
            builder.Services.AddSingleton<IStore>(services => faulty = new FaultyStore(services.GetRequiredService<SqliteStore>())));
        await Text(gateway, Carrier.Number(), "hello");
        faulty!.Away = true;
        Assert.Equal(["សូមទោស រវល់បន្តិច។ សូមផ្ញើម្តងទៀត។"], (await Text(gateway, Carrier.Number(), "សួស្តី")).Messages);
        var call = await Call(gateway, Carrier.Number());
        Assert.Contains("check-in.busy", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("117", call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_recordings_are_missing_the_line_is_engaged_and_never_the_duty_number()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, checkInNumber: Line);
        var engaged = Assert.Single((await Call(gateway, Carrier.Number())).IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements());
        Assert.Equal(("Reject", "busy"), (engaged.Name.LocalName, (string?)engaged.Attribute("reason")));
    }

    [Fact]
    public async Task By_voice_the_line_takes_a_number_and_then_asks()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true, checkInNumber: Line);
        var phone = Carrier.Number();
        await Clients(gateway, Enrolment(phone), "enrol");
        var sid = Carrier.Sid("CA");
        var gather = Assert.Single((await Call(gateway, phone, sid)).IsTwiml(TwimlGrammar.Voice).Document.Root!.Elements("Gather"));
        Assert.Equal(("6", "#"), ((string?)gather.Attribute("numDigits"), (string?)gather.Attribute("finishOnKey")));
        Assert.Contains("check-in.how", (await Call(gateway, phone, sid, "/call/1", ("Digits", "4837"))).IsTwiml(TwimlGrammar.Voice).Text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Clients(Served gateway, string input, params string[] arguments)
    {
        using var output = new StringWriter();
        var code = await gateway.Services.GetRequiredService<ClientsCommand>().Run(["clients", .. arguments], new StringReader(input), output);
        return (code, output.ToString());
    }

    private static Task<Heard> Text(Served gateway, string from, string body) => gateway.Carrier.Post(Carrier.Sms(from, body, to: Line));

    private static Task<Heard> Call(Served gateway, string from, string? sid = null, string path = "/call", params (string Name, string Value)[] more) => gateway.Carrier.Post(new Signed(WebhookKind.Call, path,
        [.. new[] { ("Called", Line), ("Caller", from), ("From", from), ("To", Line), ("CallSid", sid ?? Carrier.Sid("CA")), ("Direction", "inbound"), ("AccountSid", Signed.Account), ("ApiVersion", "2010-04-01"), ("CallStatus", "in-progress") }
            .Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]).Sign());
}
