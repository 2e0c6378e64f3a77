using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Sending;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outside;
using Xunit;

namespace Hotline.Tests.Reconciling;

/// <summary>What the provider keeps of texts, and when it goes.</summary>
public sealed class CopiesTests
{
    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task What_we_hold_and_what_is_over_leaves_the_provider_emptied_first(ProviderKind kind)
    {
        await using var post = new Post(kind: kind);
        await post.Text("hello");
        await post.Pass(TimeSpan.FromMinutes(31));
        Assert.NotEqual(1, post.Provider.Messages.Count);
        var run = await post.Run();
        Assert.Equal((true, 0, 0), (run.Complete, run.Refused, run.Left));
        Assert.Empty(post.Provider.Messages.All);
        Assert.Equal(0, (await post.Run()).Deleted);
        var asked = post.Asked.Select(asked => FakeProvider.KindOf(asked.Method, asked.Path)).Where(asked => asked is RequestKind.RedactMessage or RequestKind.DeleteMessage).ToList();
        Assert.Equal(asked.Count(one => one == RequestKind.RedactMessage), asked.Count(one => one == RequestKind.DeleteMessage));
        Assert.Equal(RequestKind.RedactMessage, asked[0]);
    }

    [Fact]
    public async Task A_text_of_ours_stays_half_an_hour_and_one_that_nobody_confirms_four_hours()
    {
        await using var post = new Post();
        post.Provider.Life.NoReceipt = 1;
        await post.Text("hello");
        await post.Pass(TimeSpan.FromMinutes(29));
        await post.Run();
        Assert.All(post.Provider.Messages.All, message => Assert.False(message.Inbound));
        await post.Pass(TimeSpan.FromHours(3));
        await post.Run();
        Assert.NotEmpty(post.Provider.Messages.All);
        await post.Pass(TimeSpan.FromHours(1));
        await post.Run();
        Assert.Empty(post.Provider.Messages.All);
    }

    [Fact]
    public async Task A_refused_deletion_is_found_again()
    {
        await using var post = new Post();
        await post.Text("hello");
        await post.Pass(TimeSpan.FromMinutes(1));
        post.Provider.Faults.Next(Fault.TooMany, RequestKind.DeleteMessage, 2);
        var run = await post.Run();
        Assert.Equal((0, 1), (run.Deleted, run.Refused));
        Assert.Equal("", post.Provider.Messages.All.Single(message => message.Inbound).Body);
        await post.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await post.Run()).Deleted);
    }

    [Fact]
    public async Task Whose_number_is_not_ours_is_none_of_our_business()
    {
        await using var post = new Post();
        var ours = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, to, direction) in new[] { ("+85512987654", "+85523999999", "inbound"), ("+85523999999", "+85512987654", "outbound-api"), ("+85523999999", Carrier.Line, "outbound-api"), (Carrier.Line, "+85523999999", "inbound") })
            ours.Add(Planted(post, from, to, direction).Sid);
        await post.Pass(TimeSpan.FromHours(5));
        var run = await post.Run();
        Assert.Equal((0, 0, 0), (run.Deleted, run.Refused, run.TakenIn.All));
        Assert.Empty(Touched(post));

        // The same of ours is touched: the check above could fail.
        Planted(post, Carrier.Line, "+85512987654", "outbound-api");
        await post.Pass(TimeSpan.FromHours(5));
        await post.Run();
        Assert.Single(Touched(post));
    }

    [Fact]
    public async Task What_we_do_not_hold_is_not_deleted_and_a_store_that_lies_is_noticed()
    {
        await using var post = new Post();
        // It cannot be stored, and so not deleted.
        var sid = await post.Unheard("a story of a missing girl");
        await post.Pass(TimeSpan.FromMinutes(5));
        post.Store.DiesAt = 1;
        await Assert.ThrowsAsync<Functions.Storage.StoreUnavailable>(() => post.Run());
        Assert.Empty(await DeletedUnheld(post));
        Assert.NotNull(post.Provider.Messages.Find(sid));

        post.Restart();
        post.Store.LiesAbout = key => key.StartsWith("turn|", StringComparison.Ordinal);
        await post.Run();
        post.Store.LiesAbout = _ => false;
        Assert.Equal([sid], await DeletedUnheld(post));
    }

    [Fact]
    public async Task A_text_that_is_still_looked_for_stays()
    {
        await using var post = new Post();
        var person = post.Of<Pseudonyms>().OfNumber(Post.Person);
        var now = post.Clock.GetUtcNow();
        await post.Store.Commit(person.Shard, [OwedText.Row(post.Of<ToDoRows>(), person, new OwedText(Carrier.Line, Post.Person, "hello", now.AddHours(9).ToUnixTimeSeconds()), 0, now)]);
        // It goes out, the answer is lost, and so is every look for it.
        post.Provider.Faults.Next(Fault.LostAfter, RequestKind.CreateMessage);
        post.Provider.Faults.Next(Fault.Unavailable, RequestKind.ListMessages, 3);
        await post.Sweep(1);
        await post.Pass(TimeSpan.FromMinutes(40));
        post.Provider.Faults.Rates = FaultRates.None;
        Assert.Single(post.Provider.Messages.All);
        await post.Run();
        Assert.Single(post.Provider.Messages.All);
        // Found, and over.
        await post.Sweep();
        Assert.Empty(await post.Rows("todo|"));
        await post.Run();
        await post.Run();
        Assert.Empty(post.Provider.Messages.All);
        Assert.Single(post.Provider.Ledger.All);
    }

    [Fact]
    public async Task What_is_still_there_after_two_weeks_is_shown()
    {
        await using var post = new Post();
        Planted(post, Carrier.Line, Post.Person, "outbound-api", status: "sending");
        await post.Pass(TimeSpan.FromDays(13));
        Assert.Equal(0, (await post.Run()).Copies.Old);
        await post.Pass(TimeSpan.FromDays(1.5));
        var run = await post.Run();
        Assert.Equal((1, new DateOnly(2026, 11, 22), 360), (run.Copies.Old, run.Copies.Oldest, run.Hours));
        // Kept for the rest of the day, and for whoever asks.
        Assert.Equal(1, (await post.Run()).Copies.Old);
        using var said = new StringWriter();
        await new ReconcileCommand(post.Of<Reconciler>(), post.Of<Lines>()).Run(["reconcile"], said);
        Assert.Contains("1 texts of more than 14 days, the oldest of 22 November 2026", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_pictures_is_emptied_and_stays_for_them()
    {
        await using var post = new Post();
        var sid = "MM" + new string('a', 32);
        Planted(post, Post.Person, Carrier.Line, "inbound", sid: sid, status: "received");
        await post.Pass(TimeSpan.FromMinutes(5));
        var run = await post.Run();
        Assert.Equal((1, 0), (run.TakenIn.Answered, run.Deleted));
        Assert.Single(await post.Rows("kept|picture|"));
        Assert.Equal("", post.Provider.Messages.Find(sid)!.Body);
        post.Asked.Clear();
        await post.Run();
        Assert.Empty(Touched(post));
        await post.Pass(TimeSpan.FromDays(14.5));
        Assert.Equal((1, 1, 0), ((await post.Run()).Copies is var copies ? copies.Old : 0, copies.Pictures, copies.NotHeld));
    }

    [Fact]
    public async Task Whoever_told_the_carrier_to_stop_is_remembered()
    {
        await using var post = new Post();
        var message = Planted(post, Carrier.Line, Post.Person, "outbound-api", status: "failed");
        message.Error = "21610";
        await post.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await post.Run()).Stops);
        Assert.True(await post.Of<Functions.Returning.OptOuts>().Stopped(Post.Person, new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public async Task A_hundred_thousand_copies_go_a_share_at_a_time_and_none_waits_for_ever()
    {
        await using var post = new Post();
        for (var i = 0; i < Copies.MostAtOnce * 2; i++)
            Planted(post, Carrier.Line, Post.Person, "outbound-api");
        await post.Pass(TimeSpan.FromMinutes(31));
        post.Asked.Clear();
        var run = await post.Run();
        Assert.Equal((Copies.MostAtOnce, Copies.MostAtOnce, true), (run.Deleted, run.Left, run.More));
        Assert.Equal(run.Requests, post.Asked.Count);
        Assert.Equal((Copies.MostAtOnce, false), ((await post.Run()) is var next ? next.Deleted : 0, next.More));
    }

    private static KeptMessage Planted(Post post, string from, string to, string direction, string status = "delivered", string? sid = null)
    {
        var now = post.Clock.GetUtcNow();
        return post.Provider.Messages.Add(new KeptMessage
        {
            Sid = sid ?? Carrier.Sid("SM"),
            Direction = direction,
            From = from,
            To = to,
            Body = "words",
            Status = direction == "inbound" ? "received" : status,
            Created = now,
            DateSent = now,
            Updated = now,
        });
    }

    private static List<string> Touched(Post post) =>
        [.. post.Asked.Where(asked => FakeProvider.KindOf(asked.Method, asked.Path) is RequestKind.RedactMessage or RequestKind.DeleteMessage).Select(asked => Sid(asked.Path)).Distinct()];

    /// <summary>Texts that came in, were emptied or deleted, and lie nowhere with us.</summary>
    private static async Task<List<string>> DeletedUnheld(Post post)
    {
        var held = (await post.Rows("turn|")).Select(row => row.Key["turn|".Length..]).ToHashSet(StringComparer.Ordinal);
        return [.. Touched(post).Where(sid => !held.Contains(post.Of<Pseudonyms>().OfTurn(sid)))];
    }

    private static string Sid(string path) => path.Split('/')[^1].Split('.')[0];
}
