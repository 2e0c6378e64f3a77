using System.Collections.Concurrent;
using System.Globalization;
using Hotline.Functions.ToDos;
using Hotline.Tests.Tables;
using Xunit;

namespace Hotline.Tests.ToDos;

/// <summary>The durable queue: nothing done twice, nothing lost, nothing out of order, nothing given up out of sight.</summary>
public sealed class QueueTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task Two_workers_on_one_store_do_each_of_ten_thousand_things_once()
    {
        await using var shop = new Workshop();
        await DoEachOnce(shop, 10_000);
    }

    [Fact]
    public async Task And_each_of_a_thousand_on_a_table()
    {
        await using var shop = new Workshop(store: await azurite.Open(Azurite.NewTable()));
        await DoEachOnce(shop, 1_000);
    }

    private static async Task DoEachOnce(Workshop shop, int many)
    {
        var done = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var byWorker = new int[2];
        Sweeper Worker(int which) => shop.Worker(async lease =>
        {
            done.AddOrUpdate(lease.ToDo.Body, 1, (_, times) => times + 1);
            Interlocked.Increment(ref byWorker[which]);
            await Task.Yield();
            await lease.Done();
        });
        Sweeper[] workers = [Worker(0), Worker(1)];
        for (var i = 0; i < many; i++)
            await shop.Owe(i.ToString(CultureInfo.InvariantCulture));
        await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            while (await worker.Round() > 0)
            {
            }
        })));
        Assert.Equal(many, done.Count);
        Assert.All(done.Values, times => Assert.Equal(1, times));
        // Each had a part of it, or nothing was tested.
        Assert.All(byWorker, count => Assert.True(count > many / 10, $"{count} of {many}"));
    }

    [Fact]
    public async Task Without_the_lease_two_workers_would_do_things_twice()
    {
        await using var shop = new Workshop(inMemory: true);
        var times = 0;
        var gate = new TaskCompletionSource();
        var taken = new TaskCompletionSource();
        var first = shop.Worker(async lease =>
        {
            Interlocked.Increment(ref times);
            taken.SetResult();
            await gate.Task;
            await lease.Done();
        });
        var second = shop.Worker(async lease =>
        {
            Interlocked.Increment(ref times);
            await lease.Done();
        });
        await shop.Owe("one");
        var running = first.Round();
        await taken.Task;
        await second.Round();
        Assert.Equal(1, times);
        // Positive control: whoever holds a lease for longer than it lasts is taken for dead.
        shop.Clock.Advance(Worker.Ours + TimeSpan.FromSeconds(1));
        await second.Round();
        Assert.Equal(2, times);
        gate.SetResult();
        await running;
    }

    [Fact]
    public async Task Whoever_dies_with_a_lease_leaves_it_due_again_and_marked_as_begun()
    {
        await using var shop = new Workshop(inMemory: true);
        DateTimeOffset? begun = null;
        var dying = shop.Worker(_ => throw new OperationCanceledException());
        var next = shop.Worker(async lease =>
        {
            begun = lease.Begun;
            await lease.Done();
        });
        await shop.Owe("one");
        var died = shop.Clock.GetUtcNow();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying.Round());
        Assert.Equal(0, await next.Round());
        shop.Clock.Advance(Worker.Ours + TimeSpan.FromSeconds(1));
        await next.Round();
        Assert.Equal(died, begun);
        Assert.Equal(0, await next.Round());
    }

    [Fact]
    public async Task A_text_that_has_to_wait_holds_back_the_later_ones_to_the_same_person_and_no_others()
    {
        await using var shop = new Workshop(inMemory: true);
        var sent = new ConcurrentQueue<string>();
        var refuse = true;
        var worker = shop.Worker(async lease =>
        {
            if (lease.ToDo.Body == "sok 1" && refuse)
            {
                await lease.Later(lease.Now + TimeSpan.FromMinutes(3));
                return;
            }

            sent.Enqueue(lease.ToDo.Body);
            await lease.Done();
        });
        foreach (var body in new[] { "sok 1", "sok 2", "dara 1", "dara 2" })
            await shop.Owe(body, body.Split(' ')[0]);
        await worker.Round();
        await worker.Round();
        Assert.Equal(["dara 1", "dara 2"], sent.Order());
        refuse = false;
        shop.Clock.Advance(TimeSpan.FromMinutes(2));
        await shop.Owe("sok 3", "sok");
        await worker.Round();
        Assert.Equal(2, sent.Count);
        shop.Clock.Advance(TimeSpan.FromMinutes(2));
        await worker.Round();
        Assert.Equal(["sok 1", "sok 2", "sok 3"], sent.Where(body => body.StartsWith("sok", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_breaks_again_and_again_is_given_up_in_sight_and_can_be_put_back()
    {
        await using var shop = new Workshop(inMemory: true);
        var broken = true;
        var done = 0;
        var worker = shop.Worker(async lease =>
        {
            if (broken)
                throw new InvalidOperationException("a number would stand here");
            done++;
            await lease.Done();
        });
        await shop.Owe("one");
        for (var hours = 0; hours < 12; hours++)
        {
            await worker.Round();
            shop.Clock.Advance(TimeSpan.FromHours(1));
        }

        var dead = Assert.Single(await shop.Desk().Dead());
        Assert.Equal("It broke 8 times (InvalidOperationException).", dead.ToDo.Why);
        Assert.Empty(await shop.Desk().Queue());
        broken = false;
        Assert.True(await shop.Desk().Again(dead));
        await worker.Round();
        Assert.Equal(1, done);
        Assert.Empty(await shop.Desk().Dead());
    }

    [Fact]
    public async Task Nothing_goes_out_faster_than_the_rate_and_nothing_is_lost_for_it()
    {
        await using var shop = new Workshop(inMemory: true);
        var sent = new ConcurrentQueue<DateTimeOffset>();
        var worker = shop.Worker(async lease =>
        {
            sent.Enqueue(lease.Now);
            await lease.Done();
        }, perSecond: 10);
        for (var i = 0; i < 300; i++)
            await shop.Owe("a");
        var seconds = 0;
        for (; await worker.Round() > 0; seconds++)
            shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(300, sent.Count);
        Assert.All(sent.GroupBy(at => at), second => Assert.InRange(second.Count(), 1, 10));
        Assert.InRange(seconds, 29, 32);
    }

    [Fact]
    public async Task While_the_provider_is_away_nothing_is_tried_and_no_try_is_counted()
    {
        await using var shop = new Workshop(inMemory: true);
        var tried = new List<int>();
        var worker = shop.Worker(async lease =>
        {
            tried.Add(lease.ToDo.Tries);
            await lease.Done();
        });
        for (var lost = 0; lost < 3; lost++)
            shop.Watch.Saw(answered: false);
        await shop.Owe("one");
        for (var rounds = 0; rounds < 20; rounds++)
        {
            await worker.Round();
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(tried);
        Assert.Equal(1, shop.Waiting());
        shop.Watch.Saw(answered: true);
        await worker.Round();
        Assert.Equal([0], tried);
    }

    [Fact]
    public async Task More_than_one_page_of_due_rows_is_seen_in_one_round()
    {
        await using var shop = new Workshop(inMemory: true);
        var done = 0;
        var worker = shop.Worker(async lease =>
        {
            Interlocked.Increment(ref done);
            await lease.Done();
        }, outlet: Outlet.None);
        for (var i = 0; i < 1300; i++)
            await shop.Owe("a", "one");
        Assert.Equal(1300, await worker.Round());
        Assert.Equal(1300, done);
    }
}
