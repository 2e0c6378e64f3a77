using Hotline.Functions.Providers;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>Each fault is what it says: whether the provider acted, and what the real client makes of it.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(Fault.None, true, null)]
    [InlineData(Fault.Slow, true, null)]
    [InlineData(Fault.TooMany, false, typeof(Failure.TryLater))]
    [InlineData(Fault.Unreachable, false, typeof(Failure.TryLater))]
    [InlineData(Fault.Unavailable, false, typeof(Failure.Unknown))]
    [InlineData(Fault.ErrorBefore, false, typeof(Failure.Unknown))]
    [InlineData(Fault.ErrorAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.LostBefore, false, typeof(Failure.Unknown))]
    [InlineData(Fault.LostAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.TimeOutBefore, false, typeof(Failure.Unknown))]
    [InlineData(Fault.TimeOutAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.Torn, true, typeof(Failure.Unknown))]
    internal async Task A_fault_strikes_once_where_it_was_ordered(Fault fault, bool acted, Type? failure)
    {
        using var bench = new Bench();
        // What certainly did nothing is tried once more by the client itself.
        var times = fault is Fault.TooMany or Fault.Unreachable ? 2 : 1;
        bench.Provider.Faults.RetryAfter = null;
        bench.Provider.Faults.Next(fault, RequestKind.CreateMessage, times);
        Assert.Empty(await bench.List(inbound: false));
        Assert.Equal(failure, (await bench.Send("x")).Failure?.GetType());
        Assert.Equal(acted ? 1 : 0, bench.Provider.Ledger.All.Count);
        // An unknown send is found by listing exactly if it was taken on.
        Assert.Equal(acted ? 1 : 0, (await bench.List(inbound: false)).Count);
        Assert.True((await bench.Send("y")).Accepted);
        Assert.Equal(times, bench.Provider.Faults.Struck[fault] - (fault == Fault.None ? 3 : 0));
    }

    [Fact]
    public async Task A_provider_that_is_down_comes_back_at_its_time()
    {
        using var bench = new Bench();
        var now = bench.Clock.GetUtcNow();
        bench.Provider.Faults.Down(now.AddMinutes(1), now.AddMinutes(61));
        Assert.True((await bench.Send("before")).Accepted);
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.IsType<Failure.TryLater>((await bench.Send("in between")).Failure);
        await bench.Pass(TimeSpan.FromMinutes(59));
        Assert.IsType<Failure.TryLater>((await bench.Send("in between")).Failure);
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.True((await bench.Send("after")).Accepted);
        Assert.Equal(["before", "after"], bench.Provider.Ledger.All.Select(sent => sent.Body));
    }

    [Fact]
    public async Task Rates_are_kept_to()
    {
        using var bench = new Bench();
        bench.Provider.Faults.Rates = FaultRates.Bad;
        for (var i = 0; i < 5000; i++)
            await bench.Send($"{i}");
        var struck = bench.Provider.Faults.Struck;
        Assert.Equal(12, struck.Count);
        Assert.InRange(struck[Fault.None], 3850, 4150);
        Assert.InRange(struck[Fault.LostAfter], 60, 140);
        var acted = new[] { Fault.None, Fault.Slow, Fault.ErrorAfter, Fault.LostAfter, Fault.TimeOutAfter, Fault.Torn }.Sum(fault => struck[fault]);
        Assert.Equal(acted, bench.Provider.Ledger.All.Count);
    }

    [Fact]
    public async Task A_copy_is_seen_in_the_ledger()
    {
        using var bench = new Bench();
        await bench.Send("once");
        Assert.Empty(bench.Provider.Ledger.Repeated());
        await bench.Send("twice");
        await bench.Pass(TimeSpan.FromDays(2));
        await bench.Send("twice");
        Assert.Equal(2, Assert.Single(bench.Provider.Ledger.Repeated()).Count);
        Assert.Empty(bench.Provider.Ledger.Repeated(TimeSpan.FromDays(1)));
        Assert.Equal(2, bench.Provider.Ledger.Copies(Bench.Person, "twice"));
    }

    [Fact]
    public async Task A_text_that_was_just_made_may_not_be_listed_yet()
    {
        using var bench = new Bench();
        bench.Provider.ListingLag = TimeSpan.FromSeconds(30);
        await bench.Send("x");
        Assert.Empty(await bench.List(inbound: false));
        await bench.Pass(TimeSpan.FromSeconds(30));
        Assert.Single(await bench.List(inbound: false));
    }

    [Fact]
    public async Task What_a_test_does_between_taking_on_and_answering_happens_there()
    {
        using var bench = new Bench();
        bench.Provider.After = (_, reply) => reply.Status == 201 ? throw new HttpRequestException("killed") : Task.CompletedTask;
        Assert.IsType<Failure.Unknown>((await bench.Send("x")).Failure);
        Assert.Single(bench.Provider.Ledger.All);
    }
}
