using System.Text.Json;
using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Node;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>The provider behind a socket.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task The_official_client_makes_fetches_lists_and_deletes()
    {
        using var bench = new Bench();
        await using var server = await ProviderServer.Start(bench.Provider);
        var (final, _) = await bench.Provider.Receive(Bench.Person, Carrier.Line, "in", WebhookFault.Lost);
        var job = new { address = bench.Provider.ApiUrl, account = Signed.Account, token = Signed.Token, to = Bench.Person, from = Carrier.Line, callback = Signed.Origin + "/delivery", final };
        var said = JsonDocument.Parse(await Task.Run(() => NodePeers.Run("../Carrier/official-client.js", JsonSerializer.Serialize(job)))).RootElement;
        string Said(string name) => said.GetProperty(name).ToString();
        Assert.Equal(("queued", "1", "សារ 0"), (Said("status"), Said("segments"), Said("fetched")));
        Assert.Equal("2026-11-22T02:00:00.000Z", Said("created"));
        Assert.Equal(["សារ 6", "សារ 5", "សារ 4", "សារ 3", "សារ 2", "សារ 1", "សារ 0"], said.GetProperty("listed").EnumerateArray().Select(body => body.GetString()));
        Assert.Equal(("20009", "21211", "21602", "20003", "20404"), (Said("early"), Said("badNumber"), Said("noBody"), Said("stranger"), Said("nobody")));
        Assert.Equal(("queued", "canceled", "21220"), (Said("call"), Said("ended"), Said("endedAgain")));
        Assert.Equal(("True", "20404"), (Said("deleted"), Said("deletedAgain")));
        Assert.Equal((7, 1), (bench.Provider.Ledger.Texts.Count, bench.Provider.Ledger.Calls.Count));
    }

    [Theory]
    [InlineData(Fault.None, true, null)]
    [InlineData(Fault.TooMany, false, typeof(Failure.TryLater))]
    [InlineData(Fault.Unavailable, false, typeof(Failure.Unknown))]
    [InlineData(Fault.ErrorAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.Unreachable, false, typeof(Failure.Unknown))]
    [InlineData(Fault.LostBefore, false, typeof(Failure.Unknown))]
    [InlineData(Fault.LostAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.TimeOutAfter, true, typeof(Failure.Unknown))]
    [InlineData(Fault.Torn, true, typeof(Failure.Unknown))]
    internal async Task Faults_come_through_the_socket(Fault fault, bool acted, Type? failure)
    {
        using var bench = new Bench();
        await using var server = await ProviderServer.Start(bench.Provider);
        using var client = new ProviderClient(bench.Provider.Account, bench.Clock, patience: Bench.Quick);
        using var enough = new CancellationTokenSource();
        // The client loses its patience when the provider has acted, however fast this machine is.
        bench.Provider.After = (_, _) => fault == Fault.TimeOutAfter ? enough.CancelAsync() : Task.CompletedTask;
        bench.Provider.Faults.RetryAfter = null;
        bench.Provider.Faults.Next(fault, RequestKind.CreateMessage, fault == Fault.TooMany ? 2 : 1);
        var result = await client.SendMessage(Bench.Message(), enough.Token);
        Assert.Equal(failure, result.Failure?.GetType());
        Assert.Equal(acted ? 1 : 0, bench.Provider.Ledger.All.Count);
    }

    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task Recordings_come_from_the_API_or_from_the_storage_on_its_own_port(ProviderKind kind)
    {
        using var bench = new Bench(kind);
        await using var server = await ProviderServer.Start(bench.Provider);
        using var client = new ProviderClient(bench.Provider.Account, bench.Clock, patience: Bench.Quick);
        var recording = bench.Provider.Recordings.Add(bench.Provider.Sids.Next("RE"), bench.Provider.Sids.Next("CA"), TimeSpan.FromSeconds(1), bench.Clock.GetUtcNow());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        using var into = new MemoryStream();
        Assert.True((await client.FetchRecording(bench.Provider.AddressOf(recording), into, default)).Accepted);
        Assert.Equal(recording.Sound, into.ToArray());
        Assert.Equal(kind == ProviderKind.Twilio, (await client.DeleteRecording(recording.Sid, default)).Accepted);
    }
}
