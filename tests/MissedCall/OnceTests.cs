using System.Diagnostics.CodeAnalysis;
using Hotline.Functions.Keys;
using Hotline.Functions.MissedCall;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Alerts;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.MissedCall;

/// <summary>Bad nights for missed calls: whatever the provider loses and wherever a process dies, one missed call is at most one call.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests, the same for a seed.")]
public sealed class OnceTests(ITestOutputHelper output)
{
    private const int Nights = 300;

    [Fact]
    public async Task One_missed_call_is_at_most_one_call()
    {
        using var folder = new Scratch();
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        var (missed, rung, broken) = (0, 0, 0);
        for (var seed = 1; seed <= Nights; seed++)
        {
            var dice = new Random(seed);
            await using var night = new Night(keys, seed, new OutreachSettings { Number = Town.Public, MissedCallNumber = Town.MissedCalls });
            var rate = new[] { 0, 0.1, 0.3 }[dice.Next(3)];
            night.Provider.Faults.Rates = new FaultRates { TooMany = rate, Unavailable = rate / 2, ErrorAfter = rate / 2, LostBefore = rate / 2, LostAfter = rate / 2, Torn = rate / 4 };
            var numbers = Enumerable.Range(0, 4).Select(n => $"+8551270{seed:D3}{n}").ToList();
            foreach (var number in numbers)
                missed += await Miss(night, number, new[] { 0, 0.05, 0.2 }[dice.Next(3)]) ? 1 : 0;
            night.Store.Rate = new[] { 0, 0.05, 0.2 }[dice.Next(3)];
            for (var sweep = 0; sweep < 120; sweep++)
            {
                if (sweep == 100)
                    night.Store.Rate = 0;
                foreach (var shard in numbers.Select(number => night.Get<Pseudonyms>().OfNumber(number).Shard).Distinct())
                    await night.Sweep(shard);
                night.Clock.Advance(TimeSpan.FromSeconds(dice.Next(40) == 0 ? 600 : 15));
            }

            foreach (var number in numbers)
            {
                Assert.True(night.Provider.Ledger.To(number).Count <= 1, $"night {seed}: {night.Provider.Ledger.To(number).Count} calls");
                Assert.Empty(await night.Store.Scan(night.Get<Pseudonyms>().OfNumber(number).Shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)));
            }

            rung += night.Provider.Ledger.Calls.Count;
            broken += night.Store.Broken;
        }

        output.WriteLine($"{Nights} nights, {missed} missed calls taken, {rung} rung back, {broken} deaths");
        Assert.True(rung > missed / 3 && broken > Nights);
    }

    /// <summary>The webhook, and once more when the store broke, as a provider does.</summary>
    private static async Task<bool> Miss(Night night, string number, double rate)
    {
        var received = new Received { Kind = WebhookKind.Call, Id = Carrier.Sid("CA") + ":0", From = number, To = Town.MissedCalls, CallStatus = "ringing" };
        for (var tries = 0; tries < 2; tries++)
            try
            {
                night.Store.Rate = rate;
                await night.Get<MissedCallLine>().Answer(received, default);
                return true;
            }
            catch (StoreUnavailable)
            {
                // The caller heard "engaged"; the provider may ask again.
            }
            finally
            {
                night.Store.Rate = 0;
            }

        return false;
    }
}
