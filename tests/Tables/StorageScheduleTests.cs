using System.Globalization;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Tables;

/// <summary>People report through two processes while a share of all requests to the table service goes wrong, in every way it can.</summary>
public sealed class StorageScheduleTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private const int AtOnce = 8;
    private const int MostTries = 60;
    private static readonly int Schedules = int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_SCHEDULES"), CultureInfo.InvariantCulture, out var schedules) ? schedules : 2_000;

    [Fact]
    public async Task No_answered_report_is_lost_and_none_is_there_twice()
    {
        var (wrong, tellers, struck) = await Run(Schedules, name => name);
        output.WriteLine($"{Schedules} schedules, {tellers.Count(teller => teller.Over)} with a receipt, {tellers.Count(teller => !teller.Over && teller.Step > 0)} cut off; {struck}");
        Assert.Empty(wrong);
        Assert.Contains(tellers, teller => teller is { Over: false, Step: > 0 });
        Assert.True(tellers.Count(teller => teller.Over) > Schedules / 2, "Too few came to an end to show anything.");
    }

    [Fact]
    public async Task A_webhook_that_is_taken_for_a_new_one_each_time_is_noticed()
    {
        var tries = 0;
        Assert.NotNull(await Record.ExceptionAsync(async () => Assert.Empty((await Run(60, name => $"{name}/{Interlocked.Increment(ref tries)}")).Wrong)));
    }

    private async Task<(IReadOnlyList<string> Wrong, IReadOnlyCollection<Teller> Tellers, string Struck)> Run(int schedules, Func<string, string> id)
    {
        using var folder = new Scratch();
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        var table = Azurite.NewTable();
        FaultyTransport[] networks = [new(1), new(2)];
        await using var first = new Office(await azurite.Open(table, LostAnswerTests.Faulty(networks[0])), keys, clock);
        await using var second = new Office(await azurite.Open(table, LostAnswerTests.Faulty(networks[1])), keys, clock);
        Office[] offices = [first, second];
        foreach (var network in networks)
            network.Share = 0.25;
        var tellers = new Teller[schedules];
        await Parallel.ForAsync(0, schedules, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            await Tell(tellers[number] = new Teller($"tale-{number}.", Carrier.Number()), offices, new Random(number), id));
        foreach (var network in networks)
            network.Share = 0;
        // Those cut off say nothing more: half an hour later what they said is filed, and lands.
        for (var round = 0; round < 3; round++)
        {
            clock.Advance(TimeSpan.FromMinutes(31));
            await offices[round % 2].Sweep();
        }

        var struck = networks.SelectMany(network => network.Struck).GroupBy(pair => pair.Key).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Sum(pair => pair.Value)}");
        return (await Audit.Of(first, tellers), tellers, string.Join(", ", struck));
    }

    private static async Task Tell(Teller teller, Office[] offices, Random dice, Func<string, string> id)
    {
        var steps = dice.Next(4) == 0 ? dice.Next(1, 6) : int.MaxValue;
        while (!teller.Over && teller.Step < steps)
            teller.Hear(await Answer(teller, offices, dice, id));
    }

    /// <summary>The provider sends the same webhook again until it has an answer; sometimes twice at once, to two processes.</summary>
    private static async Task<string> Answer(Teller teller, Office[] offices, Random dice, Func<string, string> id)
    {
        for (var tries = 0; ; tries++)
            try
            {
                var one = offices[dice.Next(2)].Text(teller.From, id(teller.Id), teller.Says);
                if (dice.Next(10) > 0)
                    return await one;
                var other = offices[dice.Next(2)].Text(teller.From, id(teller.Id), teller.Says);
                var answers = await Task.WhenAll(one, other);
                return answers[0] == answers[1] ? answers[0] : throw new InvalidOperationException($"{teller.Tag}: one webhook was answered in two ways.");
            }
            catch (Exception e) when (e is StoreUnavailable or TurnTooBusy && tries < MostTries)
            {
            }
    }
}
