using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hotline.Functions.Storage;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outside;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Reconciling;

/// <summary>We were away, or the provider was, or both died at the worst moment.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
public sealed class OutageTests(ITestOutputHelper output)
{
    [Fact]
    public async Task After_a_day_without_us_everything_is_made_good_in_one_run_in_order_per_person()
    {
        await using var post = new Post();
        var people = Enumerable.Range(0, 20).Select(i => $"+8551298{i:D4}").ToArray();
        for (var hour = 0; hour < 24; hour++)
        {
            foreach (var person in people)
                await post.Unheard(Words(person, hour), from: person);
            await post.Pass(TimeSpan.FromHours(1));
        }

        post.Asked.Clear();
        var run = await post.Run();
        Assert.Equal((true, people.Length * 24, 0), (run.Complete, run.TakenIn.Unanswered, run.TakenIn.Answered));
        Assert.Equal(people.Length * 24, run.Deleted);
        await post.Sweep();
        Assert.Empty(post.Provider.Ledger.All);
        await AssertInOrder(post, people, 24);
        output.WriteLine($"{run.TakenIn.All} texts of a day: {run.Requests} requests.");
    }

    [Fact]
    public async Task After_ten_days_without_us_too()
    {
        await using var post = new Post();
        await post.Run();
        await post.Unheard("a girl is missing");
        await post.Pass(TimeSpan.FromDays(10));
        Assert.Equal(1, (await post.Run()).TakenIn.Unanswered);
    }

    [Fact]
    public async Task Ten_thousand_texts_are_taken_in_once()
    {
        await using var post = new Post();
        for (var i = 0; i < 10_000; i++)
        {
            await post.Unheard(Words("", i), from: $"+855129{i % 2000:D5}");
            post.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await post.Pass(TimeSpan.FromMinutes(30));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var run = await post.Run();
        output.WriteLine($"10,000 texts in {System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {run.Requests} requests.");
        Assert.Equal((10_000, 0, true), (run.TakenIn.Unanswered, run.TakenIn.Waiting, run.More));
        Assert.Equal(10_000, (await post.Rows("turn|")).Count);
        Assert.Equal(0, (await post.Run()).TakenIn.All);
    }

    [Fact]
    public async Task Nothing_is_taken_in_of_a_list_that_broke_off()
    {
        await using var post = new Post();
        for (var i = 0; i < 150; i++)
            await post.Unheard(Words("", i));
        await post.Pass(TimeSpan.FromMinutes(3));
        // The newest hundred are read, the older fifty are not.
        post.Provider.Faults.Next(Fault.None, RequestKind.ListMessages);
        post.Provider.Faults.Next(Fault.Unavailable, RequestKind.ListMessages, 9);
        var run = await post.Run();
        Assert.Equal((false, 0, 0), (run.Complete, run.TakenIn.All, run.Deleted));
        post.Restart();
        for (var i = 0; i < 9; i++)
            run = await post.Run();
        Assert.Equal(150, (await post.Words()).Count + ((await post.Rows("report|")).Count * 100));
    }

    [Fact]
    public async Task Two_at_once_take_in_once()
    {
        await using var post = new Post();
        for (var i = 0; i < 50; i++)
            await post.Unheard(Words("", i), from: $"+8551298{i:D4}");
        await post.Pass(TimeSpan.FromMinutes(5));
        var runs = await Task.WhenAll(Task.Run(post.Run), Task.Run(post.Run));
        Assert.Equal(50, runs.Sum(run => run.TakenIn.Answered));
        for (var i = 0; i < 20; i++)
            await post.Sweep();
        Assert.Empty(post.Provider.Ledger.Repeated());
        Assert.Equal(50, post.Provider.Ledger.All.Select(sent => sent.To).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_between_any_two_steps_it_loses_and_repeats_nothing(bool after)
    {
        var (kills, expected) = (0, await Expected());
        for (var at = 1; at < 60; at++)
        {
            await using var post = new Post(seed: at);
            string[] people = ["+85512980001", "+85512980002"];
            for (var i = 0; i < 3; i++)
            {
                foreach (var person in people)
                    await post.Unheard(Words(person, i), from: person);
                await post.Pass(TimeSpan.FromMinutes(1));
            }

            (post.Store.DiesAt, post.Store.DiesAfter) = (at, after);
            kills += await Dies(post) ? 1 : 0;
            post.Restart();
            for (var i = 0; i < 4; i++)
            {
                await Round(post);
                // Longer, in all, than a lease that nobody gives back.
                await post.Pass(TimeSpan.FromMinutes(2));
            }

            await AssertInOrder(post, people, 3);
            // At most once: what was taken out of the queue before the end may have gone out, and is not sent again.
            Assert.InRange(people.Sum(person => post.Provider.Ledger.To(person).Count), (2 * expected) - 1, 2 * expected);
        }

        Assert.InRange(kills, 10, 59);

        static async Task<bool> Dies(Post post)
        {
            try
            {
                await Round(post);
                return false;
            }
            catch (StoreUnavailable)
            {
                return true;
            }
        }

        static async Task Round(Post post)
        {
            await post.Run();
            await post.Sweep();
        }
    }

    [Fact]
    public async Task Random_faults_lose_and_repeat_nothing()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            await using var post = new Post(seed);
            var dice = new Random(seed);
            var people = Enumerable.Range(0, 4).Select(i => $"+8551298{i:D4}").ToArray();
            post.Provider.Faults.Rates = FaultRates.Bad;
            var said = people.ToDictionary(person => person, _ => 0, StringComparer.Ordinal);
            for (var minute = 0; minute < 60; minute++)
            {
                if (minute < 30 && people[dice.Next(people.Length)] is var person)
                    await post.Provider.Receive(person, Carrier.Line, Words(person, said[person]++), dice.Next(2) == 0 ? WebhookFault.Lost : WebhookFault.None);
                await post.Pass(TimeSpan.FromMinutes(1));
                if (minute % 5 == 0)
                    await post.Run();
                await post.Sweep(1);
                if (dice.Next(20) == 0)
                    post.Restart();
            }

            post.Provider.Faults.Rates = FaultRates.None;
            for (var i = 0; i < 3; i++)
            {
                await post.Pass(TimeSpan.FromHours(2));
                await post.Run();
                await post.Sweep();
            }

            Assert.Equal(said.Values.Sum(), (await post.Rows("turn|")).Count);
            Assert.All(post.Provider.Ledger.Texts.GroupBy(sent => sent.To), texts => Assert.True(texts.Count() <= said[texts.Key] * 3));
            Assert.Empty(post.Provider.Messages.All);
        }
    }

    /// <summary>How many texts a person gets who writes three times, when nothing goes wrong.</summary>
    private static async Task<int> Expected()
    {
        await using var post = new Post();
        for (var i = 0; i < 3; i++)
        {
            await post.Unheard(Words("+85512980001", i), from: "+85512980001");
            await post.Pass(TimeSpan.FromMinutes(1));
        }

        await post.Run();
        await post.Sweep();
        return post.Provider.Ledger.All.Count;
    }

    private static string Words(string person, int nth) => string.Create(CultureInfo.InvariantCulture, $"{nth:D5} of {person}: a man keeps the passports of the girls in a house by the river");

    private static async Task AssertInOrder(Post post, IEnumerable<string> people, int each)
    {
        var filed = await Told.All(post);
        foreach (var person in people)
            Assert.Equal(Enumerable.Range(0, each).Select(nth => Words(person, nth)), [.. filed.Where(words => words.Contains(person, StringComparison.Ordinal)), .. await post.Words(person)]);
    }
}
