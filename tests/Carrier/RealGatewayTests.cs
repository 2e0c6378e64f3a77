using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>Calls that we start, at today's gateway: its door knows them, and whoever answers is the person at To.</summary>
public sealed class RealGatewayTests
{
    [Fact]
    public async Task An_outgoing_call_is_taken_by_the_gateway_and_its_end_is_told()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var provider = new FakeProvider(gateway.Clock, seed: 5) { Webhooks = { Sink = gateway.Carrier.Post } };
        var person = new PhoneRobot(provider, Bench.Person).Answers("1", "silence", "hang up");
        KeptCall call;
        lock (provider.Gate)
            call = provider.Calls.Start(person.Number, Carrier.Line, Signed.Origin + "/call", Signed.Origin + "/call", ["completed"], TimeSpan.FromSeconds(30));
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await provider.Advance();
        Assert.NotEmpty(call.Talk!.Heard);
        Assert.DoesNotContain(call.Talk.Heard, part => part.Kind == HeardKind.ApplicationError);
        Assert.Equal(("completed", true), (call.Status, call.Lasted > TimeSpan.Zero));
        Assert.All(provider.Webhooks.Posted, posted => Assert.InRange(posted.Status, 200, 204));
        Assert.Equal(person.Number, Assert.Single(provider.Ledger.Calls).To);
    }

    [Fact]
    public async Task Many_hands_at_once_lose_nothing()
    {
        using var bench = new Bench();
        await Parallel.ForAsync(0, 2000, async (i, _) => await bench.Send($"{i}"));
        await Parallel.ForAsync(0, 200, async (i, _) => await bench.Provider.Receive($"+8551{2_000_000 + i}", Carrier.Line, $"in {i}"));
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(2000, bench.Provider.Ledger.To(Bench.Person).DistinctBy(sent => (sent.Sid, sent.Body)).Count(sent => sent.Reached is not null));
        Assert.Equal((2000, 200), ((await bench.List(inbound: false)).Count, (await bench.List(inbound: true)).Count));
    }
}
