using System.Diagnostics.CodeAnalysis;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Tips;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Localization.Tips;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Golden;
using Hotline.Tests.Outside;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Tests.Tips;

/// <summary>Some people, an operator, and two workers beside one store, in an order of their own; the process dies at any step. Everything follows from the seed.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
internal sealed class Village
{
    private const string Public = "+85512000000";
    private const int Steps = 70;

    /// <summary>Longer than a broadcast lives, in steps that meet the hours of every day.</summary>
    private static readonly TimeSpan CalmDays = TimeSpan.FromDays(18), CalmStep = TimeSpan.FromHours(5);

    private static readonly KeyRing Keys = MakeKeys();
    private static readonly IReadOnlyList<Tip> Tips = [.. Hotlines.Context.Tips!.All.Take(6)];

    private readonly Random dice;
    private readonly Death death = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 4, 9, 20, 0, 0, TimeSpan.Zero));
    private readonly TimeProvider workerClock;
    private readonly HauntedStore store;
    private readonly MoodyProvider provider;
    private readonly TipHours hours = new([new DateOnly(2026, 4, 14), new DateOnly(2026, 4, 15)]);
    private readonly Sealer sealer = new(Keys);
    private readonly Pseudonyms pseudonyms = new(Keys);
    private readonly string[] people;
    private int stops;

    public Village(int seed, Action<HauntedStore>? plant = null, TimeSpan workersAreAhead = default)
    {
        dice = new Random(seed);
        workerClock = workersAreAhead == default ? clock : new AheadClock(clock, workersAreAhead);
        store = new HauntedStore(new MemoryStore(), death);
        plant?.Invoke(store);
        Watch = new VillageWatch(clock);
        provider = new MoodyProvider(dice, death, clock, Watch.Took);
        people = [.. Enumerable.Range(0, 8).Select(n => $"+8551{n:D7}")];
    }

    public VillageWatch Watch { get; }

    public async Task<IReadOnlyList<string>> Run()
    {
        for (var step = 0; step < Steps; step++)
            await OneStep();
        provider.Calm = true;
        for (var time = TimeSpan.Zero; time < CalmDays; time += CalmStep)
        {
            clock.Advance(CalmStep);
            await Alive(() => Sweep(one: true));
        }

        return [.. Watch.Wrong, .. await Unfinished()];
    }

    private Task OneStep()
    {
        var person = people[dice.Next(people.Length)];
        switch (dice.Next(20))
        {
            case < 4:
                return Change(person, joins: true, async (made, before) => await made.Joining.Join(new Pseudonyms(Keys).OfNumber(person), person, before, new Effect.JoinTips(TipInterest.All[dice.Next(3)], null, dice.Next(2) == 0 ? "km" : "en"), Now, default));
            case 4:
                return Change(person, joins: false, (_, before) => Task.FromResult(TipJoining.Leave(before, Now)));
            case 5:
                // Said again after a death, it is another one.
                return Change(person, joins: false, (made, before) => Task.FromResult<IReadOnlyList<Write>>([.. TipJoining.Leave(before, Now), made.OptOuts.Row(person, $"stop{stops++}")]));
            case 6:
                // Only the carrier heard it; the row of the subscription stays where it is.
                var told = $"stop{stops++}";
                Watch.Out(person);
                return Alive(() => Build().OptOuts.Remember(person, told, default));
            case < 10:
                var (tip, audience) = (Tips[dice.Next(Tips.Count)], dice.Next(2) == 0 ? Audience.Everybody : new Audience([TipInterest.All[dice.Next(3)]], []));
                return Alive(() => Build().Desk.Send(tip, audience));
            case 10:
                var name = Broadcast.NameOf(Tips[dice.Next(Tips.Count)].Id, TipHours.Today(Now));
                return Stop(name);
            case < 15:
                clock.Advance(TimeSpan.FromMinutes(Math.Pow(2, dice.Next(12))));
                return Task.CompletedTask;
            default:
                return Alive(() => Sweep(one: false));
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task Stop(string name)
    {
        var known = false;
        await Alive(async () => known = await Build().Desk.Stop(name) is not null);
        if (known)
            Watch.Stopped(name);
    }

    private async Task Change(string person, bool joins, Func<Made, Found<TipSubscription>?, Task<IReadOnlyList<Write>>> writes)
    {
        // Until they hear that it is done they may have left: nothing is promised of the moments between.
        await Alive(async () =>
        {
            var made = Build();
            var caller = pseudonyms.OfNumber(person);
            while (await store.Commit(caller.Shard, await writes(made, await made.Rows.Subscription(caller, default))) != CommitResult.Committed)
            {
            }
        });
        if (joins)
            Watch.In(person);
        else
            Watch.Out(person);
    }

    /// <summary>Half of the time the process dies somewhere; then it is started again and does it again.</summary>
    private async Task Alive(Func<Task> act)
    {
        if (!provider.Calm && dice.Next(2) == 0)
            death.ComeIn(dice.Next(12), dice.Next(2) == 0);
        while (true)
            try
            {
                await act();
                death.Leave();
                return;
            }
            catch (OperationCanceledException)
            {
                death.Leave();
            }
    }

    /// <summary>Two processes that saw the same rows.</summary>
    private async Task Sweep(bool one)
    {
        var (first, second) = (Build().Worker, Build().Worker);
        List<(string Shard, Row Row)> due = [];
        foreach (var shard in CallerId.AllShards)
            due.AddRange((await store.Scan(shard, RowKeys.Todo, RowKeys.TodoBefore(workerClock.GetUtcNow().ToUnixTimeSeconds() + 1))).Select(row => (shard, row)));
        foreach (var (shard, row) in due.OrderBy(_ => dice.Next()))
        {
            await first.Try(shard, row, default);
            if (!one && dice.Next(2) == 0)
                await second.Try(shard, row, default);
        }
    }

    /// <summary>Nothing stays behind unseen.</summary>
    private async Task<IReadOnlyList<string>> Unfinished()
    {
        List<string> left = [];
        foreach (var shard in CallerId.AllShards)
        {
            left.AddRange((await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Concat(await store.Scan(shard, RowKeys.AllDead, RowKeys.After(RowKeys.AllDead))).Select(_ => "a to-do stayed behind"));
            foreach (var broadcast in await Build().Rows.Broadcasts(default))
                left.AddRange((await Build().Rows.Recipients(shard, broadcast.Value.Name, default)).Where(found => found.Value.End is TipEnd.Waiting or TipEnd.Begun).Select(_ => "a recipient stayed behind"));
        }

        return left;
    }

    private Made Build()
    {
        var (rows, toDos, outreach, lines) = (new TipRows(store, sealer), new ToDoRows(sealer), new OutreachSettings { Number = Public, TextsPerSecond = 10_000 }, new Lines(Public, null, null));
        var settings = new Settings { Development = true, PublicUrl = "https://hotline.example.org", DataPath = "", KeyPath = "", Provider = ProviderKind.Twilio, AccountSid = "", AuthTokens = [], ApiUrl = "", MediaHosts = [], Outreach = outreach };
        var optOuts = new OptOuts(store, pseudonyms, clock);
        var performer = new TipPerformer(rows, hours, new Sender(provider, settings, clock), lines, optOuts, pseudonyms);
        return new Made(
            rows,
            optOuts,
            new TipJoining(store, rows, pseudonyms, optOuts),
            new BroadcastDesk(store, rows, toDos, hours, new TipRate(0.01), lines, clock),
            new Worker(store, toDos, [performer], new Rate(outreach, workerClock), new ProviderWatch(workerClock), workerClock, NullLogger<Worker>.Instance));
    }

    private static KeyRing MakeKeys()
    {
        var folder = Directory.CreateTempSubdirectory("hotline-");
        try
        {
            return KeyRing.OpenOrCreate(Path.Combine(folder.FullName, "keys"), dataExists: false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed record Made(TipRows Rows, OptOuts OptOuts, TipJoining Joining, BroadcastDesk Desk, Worker Worker);

    private sealed class AheadClock(TimeProvider inner, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + by;
    }
}
