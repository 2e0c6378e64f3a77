using System.Diagnostics;
using System.Security.Cryptography;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>Whoever guesses learns nothing, waits longer and longer, and keeps nobody else waiting.</summary>
public sealed class GuessingTests(ITestOutputHelper output)
{
    private const string Slow = "សូមទោស ឥឡូវនេះមើលមិនបានទេ។";
    private const string Unknown = "រកមិនឃើញលេខកូដនេះទេ។";

    [Fact]
    public async Task Never_existed_withdrawn_and_expired_get_the_same_words_rows_and_reads()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var withdrawn = await open.File();
        await open.Say(Carrier.Number(), withdrawn, "4", "1", "1");
        var expired = await open.File();
        var hash = gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(expired);
        await open.Store.Commit(FiledReports.ShardOf(hash), [new Hotline.Functions.Storage.Delete(RowKeys.Report(hash))]);
        List<(string Answer, string Asked)> all = [];
        foreach (var receipt in new[] { Code(1), withdrawn, expired, Code(2) })
        {
            open.Store.Forget();
            var answer = await open.Say(Carrier.Number(), receipt);
            all.Add((answer, string.Join('\n', open.Store.Asked)));
        }

        Assert.StartsWith(Unknown, all[0].Answer, StringComparison.Ordinal);
        Assert.All(all, one => Assert.Equal(all[0], one));
        output.WriteLine(all[0].Asked);
        // The control: a report that is there is told apart.
        open.Store.Forget();
        Assert.NotEqual(all[0].Answer, await open.Say(Carrier.Number(), await open.File()));
        Assert.NotEqual(all[0].Asked, string.Join('\n', open.Store.Asked));
    }

    [Fact]
    public async Task Five_tries_are_free_then_waits_double_and_outlive_a_restart_and_a_right_code_hears_the_same()
    {
        using var folder = new Scratch();
        var clock = new FakeClock(DateTimeOffset.UtcNow);
        var from = Carrier.Number();
        string receipt;
        {
            var open = await Reopened.Start(folder.Folder, clock);
            await using var gateway = open.Gateway;
            receipt = await open.File();
            for (var i = 0; i < Tries.Free; i++)
                Assert.StartsWith(Unknown, await open.Say(from, Code((ulong)i)), StringComparison.Ordinal);
            Assert.StartsWith(Slow, await open.Say(from, Code(99)), StringComparison.Ordinal);
        }

        var again = await Reopened.Start(folder.Folder, clock);
        await using var restarted = again.Gateway;
        again.Store.Forget();
        var (right, wrong) = (await again.Say(from, receipt), await again.Say(from, Code(98)));
        Assert.StartsWith(Slow, right, StringComparison.Ordinal);
        Assert.Equal(right, wrong);
        Assert.DoesNotContain(again.Store.Asked, one => one.EndsWith(" report", StringComparison.Ordinal));
        // Another phone is answered at once, with the same code.
        Assert.DoesNotContain(Slow, await again.Say(Carrier.Number(), receipt), StringComparison.Ordinal);
        foreach (var minutes in new[] { 1, 2, 4, 8, 16 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(5));
            Assert.StartsWith(Slow, await again.Say(from, receipt), StringComparison.Ordinal);
            clock.Advance(TimeSpan.FromSeconds(6));
            Assert.StartsWith(Unknown, await again.Say(from, Code((ulong)minutes + 100)), StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(Slow, await again.Say(from, receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retried_webhook_counts_as_one_try_and_a_wrong_check_digit_as_none()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var from = Carrier.Number();
        for (var i = 0; i < 4; i++)
        {
            var request = Carrier.Sms(from, Code((ulong)i));
            for (var copy = 0; copy < 3; copy++)
                await gateway.Carrier.Post(request);
            await open.Say(from, Code((ulong)i)[..15] + (Code((ulong)i)[15] == '0' ? '1' : '0'));
        }

        Assert.Equal(4, (await open.Rows(RowKeys.AllTried)).Count);
        Assert.StartsWith(Unknown, await open.Say(from, Code(77)), StringComparison.Ordinal);
        gateway.Clock.Advance(TimeSpan.FromHours(49));
        await gateway.Sweep();
        Assert.Empty(await open.Rows(RowKeys.AllTried));
    }

    [Fact]
    public async Task Many_who_guess_raise_one_alarm_a_day_and_slow_nobody()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder, new FakeClock(new DateTimeOffset(2026, 3, 9, 3, 0, 0, TimeSpan.Zero)));
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var (lookups, pseudonyms) = (gateway.Services.GetRequiredService<Lookups>(), gateway.Services.GetRequiredService<Pseudonyms>());
        async Task Fail(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var caller = pseudonyms.OfNumber(Carrier.Number());
                await open.Store.Commit(caller.Shard, [lookups.Failed(caller, pseudonyms.OfTurn(Carrier.Sid("SM")), gateway.Clock.GetUtcNow())]);
            }
        }

        async Task<int> Alarms()
        {
            gateway.Clock.Advance(TimeSpan.FromMinutes(11));
            await gateway.Services.GetRequiredService<Sweeper>().SweepOnce();
            return (await gateway.Filed()).Count(line => line.Type == "alert" && line.Line.GetProperty("reason").GetString() == GuessingWatch.Reason);
        }

        await Fail(GuessingWatch.MostInADay);
        Assert.Equal(0, await Alarms());
        await Fail(1);
        Assert.Equal(1, await Alarms());
        await Fail(5);
        Assert.Equal(1, await Alarms());
        Assert.Contains("Somebody may be guessing", (await open.Reports()).Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Slow, await open.Say(Carrier.Number(), receipt), StringComparison.Ordinal);
        gateway.Clock.Advance(TimeSpan.FromHours(22));
        await Fail(GuessingWatch.MostInADay + 1);
        Assert.Equal(2, await Alarms());
    }

    [Fact]
    public async Task A_million_guesses_against_ten_thousand_live_reports_hit_nothing()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var pseudonyms = gateway.Services.GetRequiredService<Pseudonyms>();
        var live = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 10_000; i++)
            live.Add(RowKeys.Report(pseudonyms.OfReceipt(Receipt.Draw(Chance()))));
        var planted = Receipt.Draw(Chance());
        live.Add(RowKeys.Report(pseudonyms.OfReceipt(planted)));
        var watch = Stopwatch.StartNew();
        var guesses = Enumerable.Range(0, 1_000_000).Select(_ => Receipt.Draw(Chance())).Append(planted);
        // By its own key, so that nothing but the receipt leads to a row.
        var hits = guesses.AsParallel().WithDegreeOfParallelism(2).Where(guess => Receipt.LooksLike(guess) && live.Contains(RowKeys.Report(pseudonyms.OfReceipt(guess)))).ToList();
        output.WriteLine($"1,000,001 guesses in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal([planted], hits);
        Assert.Equal(10_001, live.Count);
    }

    [Fact]
    public async Task One_who_guesses_all_day_gets_a_handful_of_tries_and_the_others_are_answered_meanwhile()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var guesser = Carrier.Number();
        var tried = 0;
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            if ((await open.Say(guesser, Code((ulong)minute))).StartsWith(Unknown, StringComparison.Ordinal))
                tried++;
            if (minute % 240 == 0)
                Assert.Contains("មិនទាន់បានអានទេ", await open.Say(Carrier.Number(), receipt), StringComparison.Ordinal);
            gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        output.WriteLine($"{tried} codes looked up in a day of guessing every five minutes");
        Assert.InRange(tried, Tries.Free, 16);
    }

    [Fact]
    public void A_wait_is_never_longer_than_a_day_nor_forgotten_by_a_clock_set_back()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        Assert.Null(Tries.WaitUntil([], now));
        Assert.Null(Tries.WaitUntil(Enumerable.Repeat(now.ToUnixTimeSeconds(), Tries.Free - 1), now));
        Assert.Equal(now.AddMinutes(1), Tries.WaitUntil(Enumerable.Repeat(now.ToUnixTimeSeconds(), Tries.Free), now));
        Assert.Equal(now.AddDays(1), Tries.WaitUntil(Enumerable.Repeat(now.ToUnixTimeSeconds(), 1_000), now));
        Assert.Equal(now.AddMinutes(11), Tries.WaitUntil(Enumerable.Repeat(now.AddMinutes(10).ToUnixTimeSeconds(), Tries.Free), now));
        Assert.Null(Tries.WaitUntil(Enumerable.Repeat(now.AddDays(-1).ToUnixTimeSeconds(), 1_000), now));
    }

    private static string Code(ulong number) => Receipt.Draw(new Chance(987_654_321_000_000UL + number));

    private static Chance Chance()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return new Chance(System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(bits));
    }
}
