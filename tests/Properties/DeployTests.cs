using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Tests.Checker;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Properties;

/// <summary>A conversation under way when the flows change goes on by rule, with every answer kept.</summary>
public sealed class DeployTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Circumstances Caller = new(Channel.Text, false, "KH");

    [Fact]
    public void A_renamed_state_is_found_under_its_new_name()
    {
        var report = BrokenFlow.OurFiles()["report.json"]
            .Replace("\"version\": 1,", "\"version\": 2, \"moved\": { \"child\": \"minor\" },", StringComparison.Ordinal)
            .Replace("\"child\": {", "\"minor\": { \"say\": \"report.child\",", StringComparison.Ordinal)
            .Replace("{ \"to\": \"child\" }", "{ \"to\": \"minor\" }", StringComparison.Ordinal);
        var turn = AfterDeploy(report, "1");
        Assert.Equal("1", turn.Next!.Slots["child"]?.Replace("yes", "1", StringComparison.Ordinal));
        Assert.Equal(new Place("report", "where"), turn.Next.Place);
        Kept(turn, version: 2);
    }

    [Fact]
    public void A_state_that_is_gone_leads_to_the_start_and_answers_stay()
    {
        var report = BrokenFlow.OurFiles()["report.json"]
            .Replace("\"version\": 1,", "\"version\": 2,", StringComparison.Ordinal)
            .Replace("\"child\": {", "\"other-child\": {", StringComparison.Ordinal)
            .Replace("{ \"to\": \"child\" }", "{ \"to\": \"where\" }", StringComparison.Ordinal);
        var turn = AfterDeploy(report, "1");
        Assert.Equal(new Place("report", "danger"), turn.Next!.Place);
        Kept(turn, version: 2);
    }

    [Fact]
    public void A_new_version_that_still_has_the_state_goes_on_there()
    {
        var turn = AfterDeploy(BrokenFlow.OurFiles()["report.json"].Replace("\"version\": 1,", "\"version\": 2,", StringComparison.Ordinal), "1");
        Assert.Equal(new Place("report", "where"), turn.Next!.Place);
        Kept(turn, version: 2);
    }

    [Fact]
    public void A_flow_that_is_gone_leads_to_the_front_door_and_what_was_told_is_filed()
    {
        var flows = new FlowSet(Hotlines.Context.Flows.All.Append(Parse(BrokenFlow.OurFiles()["report.json"].Replace("\"flow\": \"report\"", "\"flow\": \"survey\"", StringComparison.Ordinal).Replace("\"child\": {", "\"child\": { \"say\": \"report.child\",", StringComparison.Ordinal), "survey.json")));
        var session = MidReport() with { Flow = "survey" };
        var before = new Conversation(flows, Hotlines.Context.Phrases).Step(session, new Input.Text("repeat"), Caller, Monday.AddMinutes(1), new Chance(5));
        Assert.Equal("survey", before.Next!.Flow);
        var after = Hotlines.Conversation.Step(Stored(before.Next), new Input.Text("2"), Caller, Monday.AddMinutes(2), new Chance(6));
        Assert.Equal("front-door", after.Next!.Flow);
        var due = Hotlines.Conversation.Step(Stored(after.Next), new Input.Due(), Caller, Monday.AddHours(1), new Chance(7));
        Assert.Equal(session.Words, Assert.Single(due.Effects.OfType<Effect.FileReport>()).Report.Words);
    }

    [Fact]
    public void What_was_put_aside_under_an_old_name_is_gone_on_with_from_the_menu()
    {
        var aside = MidReport() with { Flow = "front-door", State = "menu", Paused = new Place("report", "no-longer-there"), Trail = ["report/neither"] };
        var safe = Hotlines.Conversation.Step(Stored(aside), new Input.Text("5"), Caller, Monday.AddMinutes(1), new Chance(5));
        var on = Hotlines.Conversation.Step(Stored(safe.Next!), new Input.Text("1"), Caller, Monday.AddMinutes(2), new Chance(6));
        Assert.NotNull(on.Next);
        Assert.NotEmpty(on.Texts);
        Assert.Equal(aside.Words, on.Next.Words);
        var back = Hotlines.Conversation.Step(Stored(aside with { Flow = "report", State = "who" }), new Input.Text("back"), Caller, Monday.AddMinutes(1), new Chance(5));
        Assert.Equal(new Place("report", "who"), back.Next!.Place);
    }

    [Fact]
    public void Fields_that_a_newer_program_stored_are_passed_over()
    {
        var json = System.Text.Encoding.UTF8.GetString(SessionJson.Write(MidReport()));
        var newer = json.Insert(1, "\"mood\":{\"a\":[1,2,{\"b\":null}]},\"later\":true,");
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(SessionJson.Write(SessionJson.Read(System.Text.Encoding.UTF8.GetBytes(newer)))));
    }

    /// <summary>The stored session of version 1 takes one answer under other flows.</summary>
    private static Turn AfterDeploy(string report, string answer)
    {
        var flows = new FlowSet(Hotlines.Context.Flows.All.Where(flow => flow.Name != "report").Append(Parse(report, "report.json")));
        return new Conversation(flows, Hotlines.Context.Phrases).Step(Stored(MidReport()), new Input.Text(answer), Caller, Monday.AddMinutes(1), new Chance(5));
    }

    private static void Kept(Turn turn, int version)
    {
        var before = MidReport();
        Assert.Equal(version, turn.Next!.Version);
        Assert.Equal(before.Words, turn.Next.Words);
        foreach (var (slot, value) in before.Slots.Items.ToArray())
            Assert.Equal(value, turn.Next.Slots[slot]);
    }

    /// <summary>A story, then "child?" is asked.</summary>
    private static Session MidReport()
    {
        Session? session = null;
        foreach (var text in new[] { "my sister was taken to a factory", "1", "2", "1", "2", "1" })
            session = Hotlines.Conversation.Step(session is null ? null : Stored(session), new Input.Text(text), Caller, Monday, new Chance(4)).Next;
        Assert.Equal(new Place("report", "child"), session!.Place);
        return session;
    }

    private static Session Stored(Session session) => SessionJson.Read(SessionJson.Write(session));

    private static Flow Parse(string json, string file) => FlowFile.Parse(file, json);
}
