using System.Diagnostics.CodeAnalysis;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Outreach;

/// <summary>
/// One evening on which everything goes wrong in an order of its own: somebody is to be reached, somebody is in danger, somebody lets it ring. Requests are
/// lost before and after they are taken, the process dies between any two steps, the clock jumps. The same for a seed.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Schedule
{
    private static readonly TimeSpan Storm = TimeSpan.FromHours(2);

    private readonly Town town;
    private readonly MortalStore store;
    private readonly Random dice;
    private readonly int seed;
    private readonly int known;
    private readonly string client;
    private readonly string caller;
    private readonly string ringer;
    private readonly Enrolment enrolment;
    private readonly List<string> broken = [];
    /// <summary>How much had gone out by then: the clock itself may be set back.</summary>
    private int? acknowledged;

    public Schedule(Town town, MortalStore store, int seed)
    {
        (this.town, this.store, this.seed, dice) = (town, store, seed, new Random(seed));
        (client, caller, ringer) = ($"+85510{seed:D6}", $"+85511{seed:D6}", $"+85512{seed + 500_000:D6}");
        known = town.Provider.Ledger.All.Count;
        var today = CheckInPlan.Today(town.Now);
        enrolment = SampleClient.In("km").Enrolment! with
        {
            From = new TimeOnly(7, 0),
            To = new TimeOnly(21, 0),
            Weekdays = Enum.GetValues<DayOfWeek>(),
            Channel = (Reach)dice.Next(3),
            Opener = $"{dice.Next(1, 6)}",
            Tries = dice.Next(1, 4),
            ConsentOn = today.AddDays(-8),
            Start = today.AddDays(-6),
            SharedPhone = true,
        };
    }

    public async Task<IReadOnlyList<string>> Run()
    {
        town.Provider.Phones[client].Rung = _ => new Answering.NotAnswered();
        town.Provider.Phones[ringer].Rung = _ => dice.Next(2) == 0 ? new Answering.NotAnswered() : new Answering.By(call => call.Over ? Task.CompletedTask : call.Press("1"));
        await town.Services.GetRequiredService<ClientBook>().Enrol(enrolment, client, town.Now);
        // To the morning on which the first contact is planned.
        town.Clock.Advance(CheckInPlan.Contacts(enrolment).First() - town.Now);
        await town.Settle();
        var storm = town.Now + Storm;
        town.Provider.Faults.Rates = new FaultRates
        {
            TooMany = Some(),
            Unavailable = Some(),
            ErrorBefore = Some(),
            ErrorAfter = Some(),
            Unreachable = Some(),
            LostBefore = Some(),
            LostAfter = Some(),
            TimeOutAfter = Some(),
            Torn = Some(),
        };
        await Danger();
        await LetItRing();
        while (town.Now < storm)
            await Step(TimeSpan.FromSeconds(dice.Next(1, 900)));
        town.Provider.Faults.Rates = FaultRates.None;
        store.Live();
        await Acknowledge();
        await Quiet(TimeSpan.FromHours(40));
        await Judge();
        await Close();
        return broken;
    }

    private double Some() => dice.Next(2) == 0 ? 0 : dice.NextDouble() * 0.15;

    /// <summary>A death now and then, a clock that jumps, and then time goes on.</summary>
    private async Task Step(TimeSpan by)
    {
        if (dice.Next(3) == 0)
            store.DieIn(dice.Next(6), dice.Next(2) == 0);
        try
        {
            await town.Settle();
        }
        catch (OperationCanceledException)
        {
            // Died. What follows is the next start.
        }

        store.Live();
        if (acknowledged is null && dice.Next(12) == 0)
            await Acknowledge();
        town.Clock.Advance(dice.Next(15) == 0 ? TimeSpan.FromMinutes(dice.Next(-10, 20)) : by);
    }

    private async Task Danger()
    {
        foreach (var body in new[] { "they beat us and we cannot leave", "1", "1" })
            await town.Provider.Receive(caller, Town.Public, body, WebhookFault.None);
    }

    private async Task LetItRing() => await new PhoneRobot(town.Provider, ringer).Call(Town.MissedCalls);

    private async Task Acknowledge()
    {
        if (acknowledged is not null)
            return;
        if (Alert() is not { } alert)
            return;
        store.Live();
        var (_, heard) = await town.Provider.Receive(ScheduleTests.Duty, Town.Public, alert, WebhookFault.None);
        if (heard is not null)
            acknowledged = Mine().Count;
    }

    /// <summary>The six letters under which people on duty were told of the danger; what the client's silence brings comes later.</summary>
    private string? Alert() => Mine().FirstOrDefault(one => one.Kind == SentKind.Text && Phones.Same(one.To, ScheduleTests.Duty))?.Body.Split(' ')[^1];

    private async Task Quiet(TimeSpan length)
    {
        var end = town.Now + length;
        await town.Live(end, TimeSpan.FromMinutes(1));
        if (acknowledged is null)
        {
            await Acknowledge();
            await town.Live(town.Now + TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));
        }
    }

    private async Task Judge()
    {
        var mine = Mine();
        var reached = mine.Where(one => Phones.Same(one.To, client)).ToList();
        Expect(reached.Count <= enrolment.Tries, $"{reached.Count} texts and calls to a client with {enrolment.Tries} tries");
        Expect(reached.Zip(reached.Skip(1)).All(pair => pair.Second.Accepted - pair.First.Accepted >= Ladder.LeastGap - TimeSpan.FromMinutes(11)), "a client was reached twice at once");
        Expect(reached.All(one => CheckInPlan.IsSafe(enrolment, one.Accepted)), "a client was reached outside the safe hours");
        Expect(mine.Count(one => one.Kind == SentKind.Call && Phones.Same(one.To, ringer)) <= 1, "rung back twice");
        var alerts = Alert() is { } alert ? mine.Where(one => one.Body.Contains(alert, StringComparison.Ordinal)).ToList() : [];
        Expect(alerts.Count > 0, "nobody was told of the danger");
        Expect(acknowledged is not null, "nobody could say that they know");
        Expect(!mine.Skip(acknowledged ?? 0).Any(alerts.Contains), "told after somebody knew");
        Expect(mine.All(one => one.Kind != SentKind.Text || one.Body.Length <= 70), "a text longer than one segment");
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await town.Store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)))
                Expect(RowKeys.DueOf(row.Key) > town.Now - TimeSpan.FromMinutes(10), $"a {RowKeys.KindOf(row.Key)} is stuck");
        var after = (await town.Clients()).Select(item => item.Seen.Row).Single(found => found.Phone == client).Client;
        Expect(after.Contact?.Tries.All(made => made.End != TryEnd.Going) == true, "a try of which nobody knows how it ended");
        Expect(after.Contact is { UnderWay: false } || ContactLadder.RaisedBy(after) > town.Now, "a contact that nobody ended");
    }

    /// <summary>The case is closed, and the desk is empty for the next evening.</summary>
    private async Task Close()
    {
        var (shard, seen) = (await town.Clients()).Single(item => item.Seen.Row.Phone == client);
        await store.Commit(shard, [new Delete(seen.Key)]);
        foreach (var each in CallerId.AllShards)
            foreach (var row in await town.Store.Scan(each, RowKeys.Kept, RowKeys.After(RowKeys.Kept)))
                await store.Commit(each, [new Delete(row.Key)]);
        await town.Settle();
    }

    /// <summary>What phones got of our own accord.</summary>
    private List<Sent> Mine() => [.. town.Provider.Ledger.From(known).Where(one => one.Kind is SentKind.Text or SentKind.Call)];

    private void Expect(bool holds, string promise)
    {
        if (!holds)
            broken.Add($"{seed}: {promise}");
    }
}
