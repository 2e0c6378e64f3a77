using System.Diagnostics;
using Hotline.Flows.Engine;
using Hotline.Functions.Telemetry;
using Hotline.Tests.Outside;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Telemetry;

[Collection(Alone.Name)]
public sealed class PoolTests : IDisposable
{
    private const int Many = 20_000;

    private readonly ITestOutputHelper output;

    public PoolTests(ITestOutputHelper output)
    {
        this.output = output;
        TurnPool.Forget();
    }

    public void Dispose() => TurnPool.Forget();

    [Fact]
    public void Seven_callers_let_nothing_out_however_much_they_do_and_the_eighth_lets_out_all()
    {
        var let = 0;
        for (var round = 0; round < 5; round++)
            for (var caller = 1; caller < TurnPool.Callers; caller++)
                TurnPool.Add($"caller {caller}", new Noted(() => let++));
        Assert.Equal(0, let);
        TurnPool.Add("another", new Noted(() => let++));
        Assert.Equal(5 * (TurnPool.Callers - 1) + 1, let);
        TurnPool.Add("another", new Noted(() => let++));
        Assert.Equal(5 * (TurnPool.Callers - 1) + 1, let);
    }

    [Fact]
    public void Whoever_floods_fills_no_memory()
    {
        var let = 0;
        for (var turn = 0; turn < 3 * TurnPool.Most; turn++)
            TurnPool.Add("one", new Noted(() => let++));
        for (var caller = 1; caller < TurnPool.Callers; caller++)
            TurnPool.Add($"caller {caller}", new Noted(() => let++));
        Assert.Equal(TurnPool.Most, let);
    }

    [Fact]
    public void They_come_out_in_another_order()
    {
        List<int> order = [];
        for (var turn = 0; turn < 1000; turn++)
        {
            var mine = turn;
            TurnPool.Add("one", new Noted(() => order.Add(mine)));
        }

        for (var caller = 1; caller < TurnPool.Callers; caller++)
            TurnPool.Add($"caller {caller}", new Noted(() => { }));
        Assert.Equal(1000, order.Count);
        Assert.NotEqual(order.Order(), order);
    }

    [Fact]
    public void While_nobody_listens_a_turn_allocates_nothing()
    {
        Watch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++)
            Watch();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < Many; turn++)
            Watch();
        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalNanoseconds / Many:F0} ns a turn while nobody listens");
        using var overheard = new Overheard();
        before = GC.GetAllocatedBytesForCurrentThread();
        began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < Many; turn++)
            Listened(turn);
        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalNanoseconds / Many:F0} ns and {(GC.GetAllocatedBytesForCurrentThread() - before) / Many} bytes a turn, with its spans, while somebody does");
    }

    [Fact]
    public void What_a_turn_asked_of_the_store_is_counted_with_it()
    {
        using var overheard = new Overheard();
        for (var caller = 0; caller < TurnPool.Callers; caller++)
        {
            var turn = WatchedTurn.Begin()!;
            WatchedTurn.StoreWasAsked();
            WatchedTurn.StoreWasAsked();
            turn.On("public", Channel.Text, $"caller {caller}");
            turn.Stored(new Turn(null, [], ["hello"], null, []));
            turn.End();
        }

        Assert.Equal(TurnPool.Callers, overheard.Heard["hotline.turn.store_requests"]);
        Assert.Equal(TurnPool.Callers, overheard.Heard["turn"]);
        Assert.Null(WatchedTurn.Current);
    }

    [Fact]
    public void A_turn_that_nobody_placed_on_a_line_and_one_that_was_not_stored_are_not_seen()
    {
        using var overheard = new Overheard();
        for (var caller = 0; caller < 3 * TurnPool.Callers; caller++)
        {
            var hidden = WatchedTurn.Begin()!;
            hidden.Stored(new Turn(null, [], ["hello"], null, []));
            hidden.End();
            var broken = WatchedTurn.Begin()!;
            broken.On("public", Channel.Text, $"caller {caller}");
            broken.End();
        }

        Assert.Empty(overheard.Heard);
    }

    private static void Watch()
    {
        var turn = WatchedTurn.Begin();
        turn?.Done(TurnStep.Verify);
        WatchedTurn.Current?.Done(TurnStep.Commit);
        WatchedTurn.StoreWasAsked();
        turn?.End();
        Trouble.OfProvider("send a text", null);
    }

    private static void Listened(int number)
    {
        var turn = WatchedTurn.Begin()!;
        turn.On("public", Channel.Text, $"caller {number % TurnPool.Callers}");
        foreach (var step in Enum.GetValues<TurnStep>())
            turn.Done(step);
        turn.Stored(new Turn(null, [], ["hello"], null, []));
        turn.End();
    }

    private sealed class Noted(Action note) : ISeen
    {
        public void LetOut() => note();
    }
}
