using System.Net;
using Hotline.Functions.Storage;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>The store cannot be written: the caller is told to try again, in their language, and never that anything was received.</summary>
public sealed class BrokenStoreTests
{
    private const string Khmer = "ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ មិនឱ្យចេញក្រៅ";
    private const string English = "My boss took my passport and we cannot leave";
    private const string TryAgain = "សូមទោស សូមសាកម្តងទៀត ឬហៅ 117 ឬ 1288។";

    [Fact]
    public async Task While_another_program_holds_the_database_nothing_is_claimed_and_afterwards_the_same_webhook_is_taken_in()
    {
        using var folder = new Scratch();
        using var gateway = await RunningGateway.Start(folder.Folder);
        using var carrier = new Carrier(gateway.Address);
        var from = Carrier.Number();
        var inKhmer = Carrier.Sms(from, Khmer);
        var inEnglish = Carrier.Sms(Carrier.Number(), English);
        using (var other = Database.Open(folder.Folder))
        {
            Database.Ask(other, "BEGIN IMMEDIATE");
            var told = await carrier.Post(inKhmer);
            Assert.Equal([TryAgain], told.IsTwiml(TwimlGrammar.Messaging).Messages);
            var toldInEnglish = await carrier.Post(inEnglish);
            Assert.StartsWith("សូមទោស", toldInEnglish.Messages[0], StringComparison.Ordinal);
            Assert.Contains("117", toldInEnglish.Messages[^1], StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await carrier.Health());
            Database.Ask(other, "ROLLBACK");
        }

        Assert.Equal(HttpStatusCode.OK, await carrier.Health());
        Assert.Contains("បានទុកសារនេះហើយ។", (await carrier.Post(inKhmer)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await carrier.Post(inEnglish)).Messages);
        gateway.Kill();
        await using var after = await Served.Start(folder.Folder, clock: new FakeClock(DateTimeOffset.UtcNow.AddMinutes(31)));
        await after.Sweep();
        Assert.Equal([English, Khmer], (await after.Filed()).SelectMany(report => report.Words).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_every_step_of_a_text_the_answer_is_to_try_again_and_the_retry_goes_on(bool reads)
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        var from = Carrier.Number();
        Heard heard = null!;
        foreach (var said in new[] { Khmer, "1", "2", "2", "2", "1" })
        {
            var request = Carrier.Sms(from, said);
            (store.Full, store.Away) = (reads, !reads);
            heard = await gateway.Carrier.Post(request);
            (store.Full, store.Away) = (false, false);
            // "1" is no language, so Khmer alone answers it.
            Assert.Equal([TryAgain], heard.IsTwiml(TwimlGrammar.Messaging).Messages);
            heard = await gateway.Carrier.Post(request);
            Assert.DoesNotContain("សូមសាកម្តងទៀត", heard.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(heard.Receipt);
        Assert.Equal([Khmer], Assert.Single(await gateway.Filed()).Words);
    }

    [Fact]
    public async Task A_caller_hears_both_languages_and_the_call_ends()
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        var call = new PhoneCall(gateway.Carrier, Carrier.Number());
        store.Full = true;
        (await call.Start()).IsTwiml(TwimlGrammar.Voice);
        Assert.True(call.Ended);
        Assert.EndsWith("/audio/km/everywhere.broken.1", call.Said[0], StringComparison.Ordinal);
        Assert.Contains(call.Said, said => said.StartsWith("Sorry", StringComparison.Ordinal));
        store.Full = false;
        await call.Start();
        Assert.False(call.Ended);
    }

    [Fact]
    public async Task A_turn_that_was_stored_though_the_disk_failed_to_say_so_is_not_done_again()
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        var from = Carrier.Number();
        Heard heard = null!;
        foreach (var said in new[] { Khmer, "1", "2", "2", "2", "1" })
        {
            var request = Carrier.Sms(from, said);
            store.LosesTheNextWord = true;
            Assert.Equal([TryAgain], (await gateway.Carrier.Post(request)).Messages);
            heard = await gateway.Carrier.Post(request);
            Assert.NotEmpty(heard.Messages);
        }

        Assert.NotNull(heard.Receipt);
        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        Assert.Equal([Khmer], Assert.Single(await gateway.Filed(), line => line.IsReport).Words);
    }

    [Fact]
    public async Task What_has_no_caller_to_hear_an_answer_is_refused_so_that_it_comes_again()
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        var recording = Carrier.Recording(Carrier.Sid("CA"), Carrier.Sid("RE"));
        var fromAName = Carrier.Sms("ACLEDA", "Your balance is low, call the bank");
        store.Full = true;
        Assert.Equal(503, (await gateway.Carrier.Post(recording)).Status);
        Assert.Equal(503, (await gateway.Carrier.Post(fromAName)).Status);
        store.Full = false;
        Assert.Equal(204, (await gateway.Carrier.Post(recording)).Status);
        Assert.True((await gateway.Carrier.Post(fromAName)).IsEmptyResponse);
        Assert.Equal(2, (await gateway.Filed()).Count(line => line.Type is "waiting" or "to-be-fetched"));
    }

    [Fact]
    public async Task A_report_whose_landing_failed_is_listed_at_once_and_lands_later()
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        var tale = new Tale("late.");
        for (var step = 0; step < 5; step++)
            await tale.Step(gateway.Carrier);
        // The turn commits, the landing behind it does not.
        store.FailsEvery = 2;
        await tale.Step(gateway.Carrier);
        store.FailsEvery = 0;
        Assert.True(tale.Over);
        Assert.Single(await gateway.Filed(), line => line.IsReport);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await gateway.Sweep();
        Assert.Single(await gateway.Filed(), line => line.IsReport);
        var (shard, key) = Judgement.Row(gateway.Services, tale);
        Assert.NotNull(await store.Read(shard, key));
    }

    [Fact]
    public async Task While_the_disk_hangs_the_caller_is_told_in_time_and_the_retry_hears_what_was_stored()
    {
        using var folder = new Scratch();
        FaultyStore store = null!;
        await using var gateway = await Start(folder, made => store = made);
        gateway.Services.GetRequiredService<Hotline.Functions.Doors.Door>().Patience = TimeSpan.FromMilliseconds(100);
        var request = Carrier.Sms(Carrier.Number(), Khmer);
        var disk = new TaskCompletionSource();
        store.Hanging = disk.Task;
        Assert.Equal([TryAgain], (await gateway.Carrier.Post(request)).IsTwiml(TwimlGrammar.Messaging).Messages);
        gateway.Services.GetRequiredService<Hotline.Functions.Doors.Door>().Patience = TimeSpan.FromSeconds(12);
        disk.SetResult();
        Assert.Contains("បានទុកសារនេះហើយ។", (await gateway.Carrier.Post(request)).Text, StringComparison.Ordinal);
        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        Assert.Equal([Khmer], Assert.Single(await gateway.Filed()).Words);
    }

    private static Task<Served> Start(Scratch folder, Action<FaultyStore> made) => Served.Start(folder.Folder, development: true, change: builder =>
        builder.Services.AddSingleton<IStore>(services =>
        {
            var store = new FaultyStore(services.GetRequiredService<SqliteStore>());
            made(store);
            return store;
        }));
}
