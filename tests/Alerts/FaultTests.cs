using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hotline.Functions.Alerts;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Alerts;

/// <summary>
/// Bad nights: 429, 5xx, lost answers, a provider that is away, a process that dies between any two steps, a clock that jumps. Each alert reaches a phone
/// or stays due, is never told faster than the plan says, and never after somebody said that they know.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
public sealed class FaultTests(ITestOutputHelper output)
{
    private const string Shard = "03";

    private const string Calm = "no deaths, provider there";

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(15);

    private static int Schedules => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_ALERT_SCHEDULES"), CultureInfo.InvariantCulture, out var schedules) ? schedules : 500;

    [Fact]
    public async Task Each_alert_reaches_a_phone_or_stays_due_never_too_fast_and_never_after_it_was_seen()
    {
        using var folder = new Scratch();
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        var first = new List<(string Kind, TimeSpan After)>();
        var (broken, struck, seen, told) = (0, 0, 0, 0);
        for (var seed = 1; seed <= Schedules; seed++)
        {
            await using var night = await Run(keys, seed, first);
            broken += night.Night.Store.Broken;
            struck += night.Night.Provider.Faults.Struck.Where(fault => fault.Key != Fault.None).Sum(fault => fault.Value);
            seen += night.Seen ? 1 : 0;
            told += night.Night.Provider.Ledger.All.Count;
        }

        output.WriteLine($"{Schedules} nights, {told} texts and calls, {struck} faults at the provider, {broken} deaths, {seen} alerts seen");
        output.WriteLine("nights                          n   first phone after: median    95 %   worst (minutes)");
        foreach (var kind in first.GroupBy(night => night.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var after = kind.Select(night => night.After.TotalMinutes).Order().ToList();
            output.WriteLine($"{kind.Key,-28} {after.Count,4} {after[after.Count / 2],27:F1} {after[after.Count * 95 / 100],7:F1} {after[^1],7:F1}");
        }

        // Where nothing but the provider errs and nothing dies, the plan's own spans are kept.
        Assert.All(first.Where(night => night.Kind == Calm), night => Assert.True(night.After < TimeSpan.FromMinutes(15), $"{night.After}"));
        Assert.True(broken > Schedules && struck > Schedules && seen > Schedules / 4);
    }

    [Fact]
    public async Task An_alert_that_goes_on_after_it_was_seen_would_be_noticed() => Assert.Contains("after it was seen", await Noticed(night => night.Store.Deaf = true, _ => Task.CompletedTask), StringComparison.Ordinal);

    [Fact]
    public async Task An_alert_that_forgets_what_it_did_would_be_noticed() => Assert.Contains("twice within", await Noticed(_ => { }, async night =>
    {
        foreach (var row in await night.Store.Scan(Shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)))
            await night.Store.Commit(Shard, [new Delete(row.Key), night.Get<AlertRows>().New(Shard, RowKeys.Waiting("alert", "bcdfgh"), AlertGrade.Now, night.Now.AddSeconds(-1))]);
    }), StringComparison.Ordinal);

    [Fact]
    public async Task An_alert_that_is_lost_would_be_noticed() => Assert.Contains("it is not due", await Noticed(_ => { }, async night =>
    {
        foreach (var row in await night.Store.Scan(Shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)))
            await night.Store.Commit(Shard, [new Delete(row.Key)]);
    }), StringComparison.Ordinal);

    /// <returns>What is wrong in the first of a few nights in which something was planted.</returns>
    private static async Task<string> Noticed(Action<Night> plant, Func<Night, Task> afterSweep)
    {
        using var folder = new Scratch();
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        for (var seed = 1; seed <= 40; seed++)
            try
            {
                await using var night = await Run(keys, seed, [], plant, afterSweep);
            }
            catch (Xunit.Sdk.XunitException e)
            {
                return e.Message;
            }
            catch (StoreUnavailable)
            {
                // What was planted died of it.
            }

        return "";
    }

    private static async Task<Outcome> Run(KeyRing keys, int seed, List<(string Kind, TimeSpan After)> first, Action<Night>? plant = null, Func<Night, Task>? afterSweep = null)
    {
        var dice = new Random(seed);
        string[] staff = [.. new[] { Duty.Officer, Duty.Second }.Take(dice.Next(0, 3))];
        var night = new Night(keys, seed, new OutreachSettings { Number = Town.Public, SupervisorNumbers = staff.Length == 0 || dice.Next(2) == 0 ? [Duty.Supervisor] : [] }, staff);
        var everyone = staff.Concat(night.Get<OutreachSettings>().SupervisorNumbers).ToArray();
        var id = await night.Raise(Shard, AlertGrade.Now);
        plant?.Invoke(night);
        night.Store.Rate = new[] { 0, 0.02, 0.1 }[dice.Next(3)];
        var rate = new[] { 0, 0.05, 0.15 }[dice.Next(3)];
        night.Provider.Faults.Rates = new FaultRates { TooMany = rate, Unavailable = rate / 2, ErrorBefore = rate / 2, ErrorAfter = rate / 2, Unreachable = rate / 2, LostBefore = rate / 2, LostAfter = rate / 2, Torn = rate / 4 };
        night.Provider.Faults.RetryAfter = TimeSpan.FromSeconds(dice.Next(1, 600));
        var away = dice.Next(4) == 0;
        var nightly = away ? "provider away 0-80 minutes" : night.Store.Rate == 0 ? Calm : $"{night.Store.Rate:P0} of all steps die";
        if (away)
            night.Provider.Faults.Down(night.Now.AddMinutes(dice.Next(20)), night.Now.AddMinutes(dice.Next(20, 80)));
        var seenAt = dice.Next(2) == 0 ? dice.Next(1, 500) : int.MaxValue;
        var jumps = new List<DateTimeOffset>();
        var passed = TimeSpan.Zero;
        TimeSpan? reached = null;
        var toldWhenSeen = -1;
        // Two bad hours, and a good one.
        for (var sweep = 0; sweep < 720; sweep++)
        {
            if (sweep == 480)
                (night.Store.Rate, night.Provider.Faults.Rates) = (0, FaultRates.None);
            if (sweep < 480 && dice.Next(200) == 0)
            {
                night.Clock.Advance(TimeSpan.FromMinutes(dice.Next(3) == 0 ? -dice.Next(1, 10) : dice.Next(1, 60)));
                jumps.Add(night.Now);
            }

            if (sweep == seenAt)
            {
                var rateBefore = night.Store.Rate;
                night.Store.Rate = 0;
                await night.Get<Acknowledgements>().Remember(id, everyone[0], $"turn {seed}", night.Now, default);
                night.Store.Rate = rateBefore;
                toldWhenSeen = night.Provider.Creates.Count;
            }

            await night.Sweep(Shard);
            if (afterSweep is not null)
                await afterSweep(night);
            if (night.Provider.Ledger.All.Count > 0)
                reached ??= passed;
            night.Clock.Advance(Sweep);
            passed += Sweep;
        }

        var outcome = new Outcome(night, toldWhenSeen >= 0);
        var todos = (await night.Store.Scan(Shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Count;
        if (toldWhenSeen >= 0)
        {
            Assert.True(night.Provider.Creates.Count == toldWhenSeen, $"night {seed}: told after it was seen");
            Assert.True(todos == 0, $"night {seed}: still due after it was seen");
        }
        else
        {
            Assert.True(todos == 1, $"night {seed}: nobody has seen it, and it is not due");
            Assert.True(reached is not null, $"night {seed}: it reached nobody");
            // The good hour alone has rounds enough, whatever the bad ones left behind.
            Assert.All(everyone, number => Assert.InRange(night.Provider.Ledger.To(number).Count(sent => sent.Accepted >= night.Now.AddHours(-1)), 3, 10));
        }

        if (reached is { } after)
            first.Add((nightly, after));
        foreach (var number in everyone)
            foreach (var kind in new[] { SentKind.Text, SentKind.Call })
                if (TooFast([.. night.Provider.Ledger.To(number).Where(sent => sent.Kind == kind).Select(sent => sent.Accepted)], jumps) is { } wrong)
                    Assert.Fail($"night {seed}: {kind} {wrong}");
        return outcome;
    }

    /// <summary>Two of a kind to one phone that are closer than any span of the plan, unless the clock jumped between them.</summary>
    private static string? TooFast(IReadOnlyList<DateTimeOffset> sent, IReadOnlyList<DateTimeOffset> jumps) =>
        sent.Zip(sent.Skip(1)).Where(pair => pair.Second - pair.First < AlertPlan.Again && !jumps.Any(jump => jump > pair.First.AddMinutes(-10) && jump <= pair.Second.AddMinutes(10)))
            .Select(pair => $"twice within {(pair.Second - pair.First).TotalSeconds:F0} s").FirstOrDefault();

    private sealed record Outcome(Night Night, bool Seen) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Night.DisposeAsync();
    }
}
