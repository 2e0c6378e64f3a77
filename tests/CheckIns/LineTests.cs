using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Transcripts;
using Hotline.Functions.Turns;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>What a turn on the check-in line stores.</summary>
public sealed class LineTests
{
    private const string Phone = "+85512345678";

    [Fact]
    public async Task A_check_in_by_text_is_a_row_and_a_page_for_the_caseworker_and_a_plain_outcome_that_tells_nothing()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        await line.Say(Phone, Channel.Text, new Input.Text("ស្វាយទុំ"));
        await line.Say(Phone, Channel.Text, new Input.Text("2"));
        Assert.Equal("talk", Assert.Single(await line.Book.Results("sample")).Said);
        Assert.Equal(("talk", "sample"), (Assert.Single(await line.Book.Pages()).What, Assert.Single(await line.Book.Pages()).Client));
        line.Clock.Advance(TimeSpan.FromMinutes(21));
        await line.Sweep();
        var outcome = Assert.Single(await line.Rows("outcome|"));
        Assert.Equal(["channel", "day", "end", "flow", "flow_version", "language", "seconds", "segments", "turns"], outcome.Columns!.Select(column => column.Key));
        Assert.Equal((0L, "check-in"), (outcome.Columns!["seconds"]!.Value.Value, outcome.Columns["flow"]!.Value.Value));
        Assert.True(outcome.Body.IsEmpty);
        Assert.Empty(await line.Rows("session|"));
        Assert.Equal(["alert"], (await line.Rows(RowKeys.Todo)).Select(row => RowKeys.KindOf(row.Key)));
        Assert.Single(await line.Rows(RowKeys.Waiting(StoredPage.Kind, "")));
    }

    [Fact]
    public async Task Nothing_is_performed_before_the_reply_and_a_page_waits_its_seconds()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        await line.Say(Phone, Channel.Text, new Input.Text("ចេកអំបូង"));
        Assert.Empty(await line.Rows(RowKeys.Kept));
        line.Clock.Advance(TimeSpan.FromSeconds(CheckInRows.PageAfter - 1));
        await line.Sweep();
        Assert.Empty(await line.Rows(RowKeys.Kept));
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        await line.Sweep();
        await line.Sweep();
        Assert.Single(await line.Rows(RowKeys.Kept));
        Assert.True(Assert.Single(await line.Book.Pages()).IsUrgent);
    }

    [Fact]
    public async Task Tries_outlive_a_conversation_and_the_third_locks_until_a_caseworker_resumes()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        foreach (var days in new[] { 0, 4, 4 })
        {
            line.Clock.Advance(TimeSpan.FromDays(days));
            await line.Say(Phone, Channel.Text, new Input.Text("hello"));
        }

        Assert.Equal(Standing.Locked, (await line.Book.All())[0].Seen.Row.Client.Standing);
        var (_, turn, _) = await line.Say(Phone, Channel.Text, new Input.Text("ស្វាយទុំ"));
        Assert.Equal("check-in.talk-4", turn!.Says[0].Key);
        Assert.Equal(["no-word", "safe-but-locked", "wrong", "wrong", "wrong"], (await line.Book.Pages()).Select(page => page.What).Order());
        var (shard, seen) = (await line.Book.All())[0];
        Assert.True(await line.Book.Change(shard, seen, seen.Row.Client with { Standing = Standing.Active, Tries = 0 }));
        Assert.Equal("check-in.ready", (await line.Say(Phone, Channel.Text, new Input.Text("ស្វាយទុំ"))).Turn!.Says[0].Key);
    }

    [Fact]
    public async Task A_call_that_hides_its_number_is_nobodys_and_costs_no_read_of_a_client()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        line.Store.Forget();
        await line.Say(null, Channel.Voice, new Input.CallStarted(), "CA1");
        Assert.Equal(1, line.Store.Reads);
        var (_, turn, _) = await line.Say(null, Channel.Voice, new Input.Digits("4837"), "CA1");
        Assert.Equal(["check-in.line-again", "check-in.line-again"], turn!.Says.Select(say => say.Key));
        Assert.Empty(await line.Book.Pages());
    }

    [Fact]
    public async Task A_turn_on_this_line_reads_the_session_and_the_client_and_commits_once()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        line.Store.Forget();
        await line.Say(Phone, Channel.Text, new Input.Text("ស្វាយទុំ"));
        Assert.Equal((2, 0, 1), (line.Store.Reads, line.Store.Scans, line.Store.Commits));
    }

    [Fact]
    public async Task A_voice_check_in_counts_up_the_criterion_only_when_it_was_finished()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        foreach (var keys in new[] { "4837", "4", "1", "1", "2", "3", "2" })
            await line.Say(Phone, Channel.Voice, new Input.Digits(keys), "CA1");
        await line.Say(Phone, Channel.Voice, new Input.HangUp(), "CA1");
        Assert.Equal(0, (await line.Book.All())[0].Seen.Row.Client.Answered);
        foreach (var keys in new[] { "4837", "4", "1", "1", "2", "3", "2" })
            await line.Say(Phone, Channel.Voice, new Input.Digits(keys), "CA2");
        foreach (var keys in new[] { "1" })
            await line.Say(Phone, Channel.Voice, new Input.Digits(keys), "CA2");
        await line.Say(Phone, Channel.Voice, new Input.Recording("https://carrier.example/1", 9), "CA2");
        await line.Say(Phone, Channel.Voice, new Input.Digits("2"), "CA2");
        var client = (await line.Book.All())[0].Seen.Row.Client;
        Assert.Equal((1, 2), (client.Answered, client.Criterion));
        var results = await line.Book.Results("sample");
        Assert.Equal([false, true], results.Select(result => result.Finished).Order());
        var whole = results.Single(result => result.Finished);
        Assert.Equal((4, true, 1, "yes", "usd:50-100", "usd:0-50", "usd:0-0", 50m, "https://carrier.example/1"),
            (whole.How, whole.SafeWhereSleeping, whole.Criterion, whole.CriterionAnswer, whole.Income?.ToString(), whole.Costs?.ToString(), whole.Debt?.ToString(), whole.Net, whole.Recording));
    }

    [Fact]
    public async Task The_public_line_and_the_check_in_line_share_no_session()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("km"));
        await line.Say(Phone, Channel.Text, new Input.Text("ស្វាយទុំ"));
        Assert.EndsWith("|check-in", Assert.Single(await line.Rows("session|")).Key, StringComparison.Ordinal);
        Assert.NotEqual(RowKeys.Session(line.Caller(Phone), Line.Number, checkIn: true), RowKeys.Session(line.Caller(Phone), Line.Number, checkIn: false));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("duress")]
    [InlineData("safe-but-locked")]
    [InlineData("no-word")]
    public void Every_page_is_equally_long_and_comes_back(string what)
    {
        var page = new StoredPage(what, "bcdfgh", new DateTimeOffset(2026, 3, 9, 2, 0, 0, 123, TimeSpan.FromHours(7)));
        Assert.Equal(StoredPage.Length, page.ToBytes().Length);
        Assert.Equal(what, StoredPage.FromBytes(page.ToBytes())!.What);
        Assert.Equal(page.At, StoredPage.FromBytes(page.ToBytes())!.At);
    }

    [Fact]
    public async Task Nothing_of_a_client_lies_open_in_the_database()
    {
        await using var line = new Line();
        await line.Enrol(Phone, SampleClient.In("en"));
        await line.Say(Phone, Channel.Text, new Input.Text("ripe mango"));
        await line.Say(Phone, Channel.Text, new Input.Text("my boss came back yesterday"));
        foreach (var prefix in new[] { "client|", "checkin|", "todo|", "session|", "kept|", "outcome|", "turn|", "answer|" })
            foreach (var row in await line.Rows(prefix))
                foreach (var secret in new[] { "ripe", "lantern", "4837", "12345678", "boss" })
                    Assert.False((row.Key + Encoding.UTF8.GetString(row.Body.Span)).Contains(secret, StringComparison.Ordinal), $"{prefix} {secret}");
    }
}
