using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outside;
using Xunit;

namespace Hotline.Tests.Reconciling;

/// <summary>Texts whose webhook never came.</summary>
public sealed class TakingInTests
{
    private const string Story = "A man took my sister to a house near the border and keeps her passport";

    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task A_text_without_a_webhook_is_taken_in_and_answered_by_texts(ProviderKind kind)
    {
        await using var post = new Post(kind: kind);
        await post.Unheard(Story);
        await post.Pass(TimeSpan.FromMinutes(3));
        var run = await post.Run();
        Assert.Equal((true, 1, 0, 0), (run.Complete, run.TakenIn.Answered, run.TakenIn.Unanswered, run.TakenIn.Alerts));
        Assert.Equal([Story], await post.Words());
        Assert.Empty(post.Provider.Ledger.All);
        await post.Sweep();

        // The same words as those who were heard at once.
        await using var heard = new Post(kind: kind);
        await heard.Text(Story);
        Assert.NotEmpty(heard.Provider.Ledger.To(Post.Person));
        Assert.Equal(heard.Provider.Ledger.To(Post.Person).Select(sent => sent.Body), post.Provider.Ledger.To(Post.Person).Select(sent => sent.Body));
        Assert.All(post.Provider.Ledger.To(Post.Person), sent => Assert.Equal(Phones.Digits(Carrier.Line), Phones.Digits(sent.From)));
    }

    [Fact]
    public async Task A_webhook_that_comes_after_all_says_and_changes_nothing()
    {
        await using var post = new Post();
        var sid = await post.Unheard(Story);
        await post.Pass(TimeSpan.FromMinutes(2));
        post.Provider.Faults.Next(Fault.TooMany, RequestKind.RedactMessage, 9);
        await post.Run();
        var before = await post.Rows("");
        Assert.True((await post.LateWebhook(sid)).SaysNothing);
        Assert.Equal(before.Select(row => (row.Key, row.Version)), (await post.Rows("")).Select(row => (row.Key, row.Version)));
    }

    [Fact]
    public async Task What_a_webhook_brought_is_not_taken_in_again()
    {
        await using var post = new Post();
        await post.Text(Story);
        await post.Pass(TimeSpan.FromMinutes(2));
        var run = await post.Run();
        Assert.Equal((0, 1), (run.TakenIn.All, run.Deleted));
        Assert.Equal([Story], await post.Words());
    }

    [Fact]
    public async Task The_first_minute_belongs_to_the_webhook()
    {
        await using var post = new Post();
        await post.Unheard(Story);
        await post.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal((0, 1), ((await post.Run()) is var run ? run.TakenIn.All : 0, run.TakenIn.Waiting));
        await post.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await post.Run()).TakenIn.Answered);
    }

    [Theory]
    [InlineData(899, 1)]
    [InlineData(900, 0)]
    public async Task Fifteen_minutes_and_no_more_there_is_an_answer(int seconds, int answered)
    {
        await using var post = new Post();
        await post.Unheard(Story);
        await post.Pass(TimeSpan.FromSeconds(seconds));
        var run = await post.Run();
        Assert.Equal((answered, 1 - answered), (run.TakenIn.Answered, run.TakenIn.Unanswered));
        Assert.Equal([Story], await post.Words());
        Assert.Equal(answered > 0, (await post.Rows("todo|")).Any(row => RowKeys.KindOf(row.Key) == "text"));
    }

    [Fact]
    public async Task An_answer_that_could_not_go_out_in_time_does_not_go_out()
    {
        await using var post = new Post();
        await post.Unheard(Story);
        await post.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(1, (await post.Run()).TakenIn.Answered);
        await post.Pass(TimeSpan.FromSeconds(61));
        await post.Sweep();
        Assert.Empty(post.Provider.Ledger.All);
        Assert.DoesNotContain(await post.Rows("todo|"), row => RowKeys.KindOf(row.Key) == "text");
    }

    [Fact]
    public async Task An_old_text_gets_no_answer_and_the_next_one_begins_at_the_neutral_door()
    {
        await using var post = new Post();
        await post.Unheard(Story);
        await post.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(1, (await post.Run()).TakenIn.Unanswered);
        await post.Sweep();
        Assert.Empty(post.Provider.Ledger.All);
        // Not twenty minutes have passed, but whoever writes now never saw a question.
        var (_, answer) = await post.Text("hello");
        await using var fresh = new Post();
        await fresh.Text(Story);
        await fresh.Pass(TimeSpan.FromMinutes(25));
        var (_, door) = await fresh.Text("hello");
        Assert.Equal(door!.Messages, answer!.Messages);
        Assert.Equal([Story], await post.Words());
    }

    [Theory]
    [InlineData("they beat me and lock the door", 1)]
    [InlineData("help", 1)]
    [InlineData("ជួយផង", 1)]
    [InlineData("hello", 0)]
    [InlineData(Story, 0)]
    public async Task Danger_in_an_old_text_raises_an_alert(string body, int alerts)
    {
        await using var post = new Post();
        await post.Unheard(body);
        await post.Pass(TimeSpan.FromHours(5));
        Assert.Equal(alerts, (await post.Run()).TakenIn.Alerts);
        Assert.Equal(alerts, (await post.Rows("kept|alert|")).Count);
        await post.Sweep();
        Assert.Empty(post.Provider.Ledger.To(Post.Person));
    }

    [Fact]
    public async Task One_person_in_danger_is_one_alert_however_much_they_wrote()
    {
        await using var post = new Post();
        for (var i = 0; i < 5; i++)
        {
            await post.Unheard($"they beat me, day {i}");
            await post.Pass(TimeSpan.FromMinutes(1));
        }

        await post.Pass(TimeSpan.FromHours(1));
        Assert.Equal((5, 1), ((await post.Run()) is var run ? run.TakenIn.Unanswered : 0, run.TakenIn.Alerts));
    }

    [Fact]
    public async Task What_was_written_hours_apart_is_not_one_report()
    {
        await using var post = new Post();
        await post.Unheard("first: " + Story);
        await post.Pass(TimeSpan.FromHours(3));
        await post.Unheard("second: " + Story);
        await post.Pass(TimeSpan.FromHours(3));
        Assert.Equal(2, (await post.Run()).TakenIn.Unanswered);
        await post.Sweep();
        Assert.Equal(2, (await post.Rows("report|")).Count);
    }

    [Fact]
    public async Task Names_and_short_codes_are_kept_to_be_read_once()
    {
        await using var post = new Post();
        var sid = await post.Unheard("Win a prize", from: "PRIZES");
        await post.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await post.Run()).TakenIn.Kept);
        Assert.Equal(0, (await post.Run()).TakenIn.All);
        Assert.Single(await post.Rows("kept|text|"));
        Assert.Null(post.Provider.Messages.Find(sid));
    }

    [Fact]
    public async Task A_person_on_duty_who_saw_an_alert_is_understood()
    {
        await using var post = new Post();
        await post.Unheard("bcdfgh", from: Post.OnDuty);
        await post.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal((1, 0), ((await post.Run()) is var run ? run.TakenIn.Unanswered : 0, run.TakenIn.Alerts));
        Assert.Single(await post.Rows("kept|seen|"));
    }

    [Theory]
    [InlineData("ស្វាយទុំមួយ")]
    [InlineData("ចេកអំបូង")]
    public async Task A_wrong_word_and_the_duress_word_of_a_client_write_the_same_rows(string word)
    {
        await using var post = new Post();
        await post.Enrol(Post.Person, new Client { Id = "bcdfgh", Enrolment = Enrolments.Good with { SafeWord = "ស្វាយទុំ", DuressWord = "ចេកអំបូង" } });
        await post.Unheard(word, to: Post.CheckIns);
        await post.Pass(TimeSpan.FromHours(2));
        Assert.Equal((1, 0), ((await post.Run()) is var run ? run.TakenIn.Unanswered : 0, run.TakenIn.Alerts));
        var pages = (await post.Rows("todo|")).Where(row => RowKeys.KindOf(row.Key) == StoredPage.Kind).ToList();
        Assert.Equal(StoredPage.Length, Assert.Single(pages).Body.Length - Functions.Keys.Sealer.Overhead);
        await post.Sweep();
        Assert.Empty(post.Provider.Ledger.All);
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task Clocks_that_differ_by_minutes_lose_and_repeat_nothing(int minutes)
    {
        await using var post = new Post();
        await post.Unheard(Story);
        // Our clock is put forward or back against the provider's.
        post.Clock.Advance(TimeSpan.FromMinutes(minutes));
        for (var i = 0; i < 4; i++)
        {
            await post.Run();
            await post.Pass(TimeSpan.FromMinutes(2));
        }

        await post.Sweep();
        Assert.Equal([Story], await post.Words());
        Assert.Empty(post.Provider.Ledger.Repeated());
        Assert.NotEmpty(post.Provider.Ledger.To(Post.Person));
    }

    [Fact]
    public async Task No_log_holds_a_number_a_word_or_a_name()
    {
        await using var post = new Post();
        var sid = await post.Unheard("they beat me");
        await post.Pass(TimeSpan.FromHours(1));
        await post.Run();
        await post.Sweep();
        Assert.NotEqual("", post.Logs.Text);
        Assert.All(new[] { Post.Person.TrimStart('+'), Carrier.Line.TrimStart('+'), "beat", sid }, secret => Assert.DoesNotContain(secret, post.Logs.Text, StringComparison.Ordinal));
    }
}
