using System.Diagnostics;
using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>Texts at the fake provider, asked for by the real client.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task A_text_is_taken_on_arrives_is_emptied_and_is_deleted(ProviderKind kind)
    {
        using var bench = new Bench(kind);
        var sid = (await bench.Send("មួយ")).Value!.Sid;
        Assert.IsType<Failure.TryLater>((await bench.Client.DeleteMessage(sid, default)).Failure);
        Assert.IsType<Failure.TryLater>((await bench.Client.RedactMessage(sid, default)).Failure);
        await bench.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("sent", (await bench.Client.FetchMessage(sid, default)).Value!.Status);
        await bench.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal("delivered", (await bench.Client.FetchMessage(sid, default)).Value!.Status);
        Assert.True((await bench.Client.RedactMessage(sid, default)).Accepted);
        Assert.Equal("", (await bench.Client.FetchMessage(sid, default)).Value!.Body);
        Assert.Equal(new Gone(WasThere: true), (await bench.Client.DeleteMessage(sid, default)).Value);
        Assert.Equal(new Gone(WasThere: false), (await bench.Client.DeleteMessage(sid, default)).Value);
        var sent = Assert.Single(bench.Provider.Ledger.All);
        Assert.Equal(("មួយ", 1, bench.Clock.GetUtcNow()), (sent.Body, bench.Provider.Ledger.Copies(Bench.Person, "មួយ"), sent.Reached!.Value));
    }

    [Fact]
    public async Task What_Twilio_refuses_is_refused()
    {
        using var bench = new Bench();
        bench.Provider.Phones["+85523222333"].Landline = true;
        Assert.Equal((RefusalKind.TheirNumber, "21211"), Refused(await bench.Send(to: "012345678")));
        Assert.Equal((RefusalKind.TakesNoTexts, "21614"), Refused(await bench.Send(to: "+85523222333")));
        Assert.Equal((RefusalKind.OurRequest, "21617"), Refused(await bench.Send(new string('a', 1601))));
        Assert.Equal((RefusalKind.OurNumber, "21606"), Refused(await bench.Client.SendMessage(new(Bench.Person, "+15550001111", "x"), default)));
        Assert.Equal("20404", Refused(await bench.Client.FetchMessage("SM" + new string('0', 32), default)).Fault);
        using var stranger = new ProviderClient(bench.Provider.Account with { AuthToken = "x" }, bench.Clock, patience: Bench.Quick, handler: bench.Provider.Handler);
        Assert.Equal((RefusalKind.OurAccount, "20003"), Refused(await stranger.SendMessage(Bench.Message(), default)));
        Assert.Empty(bench.Provider.Ledger.All);
        Assert.Equal(5, bench.Provider.Creates.Count);
    }

    [Fact]
    public async Task After_stop_nothing_goes_to_that_person_from_that_number_until_start()
    {
        using var bench = new Bench();
        bench.Provider.OurNumbers.Add("+85512000009");
        await bench.Provider.Receive(Bench.Person, Carrier.Line, " stop ");
        Assert.IsType<Failure.OptedOut>((await bench.Send()).Failure);
        Assert.True((await bench.Client.SendMessage(new(Bench.Person, "+85512000009", "x"), default)).Accepted);
        Assert.True((await bench.Send(to: "+85512987655")).Accepted);
        await bench.Provider.Receive(Bench.Person, Carrier.Line, "START");
        Assert.True((await bench.Send()).Accepted);
    }

    [Fact]
    public async Task A_phone_that_is_off_gets_its_text_when_it_is_on_again_if_that_is_soon_enough()
    {
        using var bench = new Bench();
        bench.Provider.Phones[Bench.Person].Off = true;
        await bench.Client.SendMessage(Bench.Message("late") with { ValidFor = TimeSpan.FromHours(2) }, default);
        var never = (await bench.Client.SendMessage(Bench.Message("never") with { ValidFor = TimeSpan.FromMinutes(15) }, default)).Value!.Sid;
        await bench.Pass(TimeSpan.FromHours(1));
        bench.Provider.Phones[Bench.Person].Off = false;
        await bench.Pass(TimeSpan.FromHours(3));
        Assert.Equal(new bool[] { true, false }, bench.Provider.Ledger.All.Select(sent => sent.Reached is not null));
        var message = (await bench.Client.FetchMessage(never, default)).Value!;
        Assert.Equal(("undelivered", "30003"), (message.Status, message.Fault));
    }

    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task The_list_has_every_text_once_whatever_comes_and_goes_between_its_pages(ProviderKind kind)
    {
        using var bench = new Bench(kind);
        for (var i = 0; i < 250; i++)
            await bench.Send($"text {i}");
        await bench.Provider.Receive(Bench.Person, Carrier.Line, "in");
        await bench.Pass(TimeSpan.FromSeconds(3));
        var (now, query) = (bench.Clock.GetUtcNow(), default(MessagePage));
        query = (await bench.Client.ListMessages(new(Carrier.Line, false, now.AddHours(-1), now), null, default)).Value!;
        await bench.Client.DeleteMessage(query.Messages[^1].Sid, default);
        await bench.Send("new");
        List<ProviderMessage> all = [.. query.Messages];
        while (query.Next is { } next)
            all.AddRange((query = (await bench.Client.ListMessages(new(Carrier.Line, false, now.AddHours(-1), now), next, default)).Value!).Messages);
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"text {i}").Order(), all.Select(message => message.Body).Order());
        Assert.Equal("in", Assert.Single(await bench.List(inbound: true)).Body);
        Assert.Empty((await bench.Client.ListMessages(new(Carrier.Line, false, now.AddHours(1), now.AddHours(2)), null, default)).Value!.Messages);
    }

    [Fact]
    public async Task Ten_thousand_texts_take_seconds()
    {
        using var bench = new Bench();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
            await bench.Send($"text {i}", $"+8551{1_000_000 + i}");
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(10_000, bench.Provider.Ledger.All.Count(sent => sent.Reached is not null));
        Assert.Equal(10_000, (await bench.List(inbound: false)).Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public async Task The_same_seed_is_the_same_run()
    {
        Assert.Equal(await Run(7), await Run(7));
        Assert.NotEqual(await Run(7), await Run(8));

        static async Task<string> Run(int seed)
        {
            using var bench = new Bench(seed: seed);
            (bench.Provider.Faults.Rates, bench.Provider.Life.Undelivered) = (FaultRates.Bad, 0.2);
            var told = new List<string>();
            for (var i = 0; i < 100; i++)
                told.Add((await bench.Send($"{i}")).ToString());
            await bench.Pass(TimeSpan.FromMinutes(1));
            return string.Join('\n', told.Concat(bench.Provider.Messages.All.Select(message => $"{message.Sid} {message.Status}")));
        }
    }

    private static (RefusalKind Kind, string? Fault) Refused<T>(ProviderResult<T> result)
        where T : class
    {
        var refused = Assert.IsType<Failure.RefusedForGood>(result.Failure);
        return (refused.Kind, refused.Fault);
    }
}
