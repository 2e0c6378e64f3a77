using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Recordings;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Pages;
using Xunit;

namespace Hotline.Tests.SimulatorApi;

/// <summary>The gateway's own provider client asks the simulator as it would ask a provider.</summary>
public sealed class ApiTests
{
    private const string Person = "+85512345678";

    [Theory]
    [InlineData("twilio")]
    [InlineData("somleng")]
    public async Task A_text_is_delivered_told_emptied_and_deleted(string kind)
    {
        await using var gateway = await RunningGateway.StartIdle($"--Provider:Kind={kind}");
        var (provider, settings, id) = (gateway.Of<IProvider>(), gateway.Of<Settings>(), SentId.Of(gateway.Of<Pseudonyms>(), "text", kind, 0));
        var sent = await provider.SendMessage(new OutboundMessage(Person, settings.Outreach.Number!, "សួស្តី") { StatusCallback = new Uri($"{gateway.Url}/delivery/{id}#rc=2") }, default);
        var sid = sent.Value!.Sid;
        var shard = gateway.Of<Pseudonyms>().OfNumber(Person).Shard;
        Fate? fate = null;
        // Each look is a question to the provider and one to the store.
        for (var looks = 0; looks < 2000 && fate?.Status != "delivered"; looks++)
        {
            Assert.Equal("delivered", (await provider.FetchMessage(sid, default)).Value!.Status);
            fate = await gateway.Of<Fates>().Read(shard, id, default);
        }

        Assert.Equal("delivered", fate?.Status);
        Assert.Equal("សួស្តី", Assert.Single(await Listed(gateway, inbound: false)).Body);
        Assert.True((await provider.RedactMessage(sid, default)).Value!.WasThere);
        Assert.Equal("", (await provider.FetchMessage(sid, default)).Value!.Body);
        Assert.True((await provider.DeleteMessage(sid, default)).Value!.WasThere);
        Assert.False((await provider.DeleteMessage(sid, default)).Value!.WasThere);
        Assert.Empty(await Listed(gateway, inbound: false));
        var inbox = (await Inbox(gateway)).GetProperty("texts").EnumerateArray().ToList();
        Assert.Equal("សួស្តី", Assert.Single(inbox).GetProperty("message").GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("somleng")]
    public async Task What_the_page_writes_and_what_answers_it_are_in_the_provider_s_list_page_by_page(string kind)
    {
        await using var gateway = await RunningGateway.StartIdle($"--Provider:Kind={kind}");
        using var http = new HttpClient();
        for (var i = 0; i < 120; i++)
            using (await http.PostAsJsonAsync(new Uri(gateway.Url + "/simulator/text"), new { from = Person, body = $"hello {i}" }))
            {
            }

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"hello {i}"), (await Listed(gateway, inbound: true)).Reverse().Select(text => text.Body));
        Assert.NotEmpty(await Listed(gateway, inbound: false));
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("somleng")]
    public async Task A_call_rings_on_the_page_and_is_ended(string kind)
    {
        await using var gateway = await RunningGateway.StartIdle($"--Provider:Kind={kind}");
        var (provider, settings) = (gateway.Of<IProvider>(), gateway.Of<Settings>());
        var address = new Uri($"{gateway.Url}/ring/{SentId.Of(gateway.Of<Pseudonyms>(), "ring", kind, 0)}#rc=2");
        var started = await provider.StartCall(new OutboundCall(Person, settings.Outreach.MissedCallNumber!, address) { StatusCallback = address, RingFor = TimeSpan.FromMinutes(1) }, default);
        var rings = Assert.Single((await Inbox(gateway)).GetProperty("calls").EnumerateArray().ToList());
        Assert.Equal((started.Value!.Sid, Person, "missed-call"), (rings.GetProperty("call").GetString(), rings.GetProperty("phone").GetString(), rings.GetProperty("line").GetString()));
        Assert.True((await provider.EndCall(started.Value.Sid, default)).Value!.WasThere);
        Assert.Empty((await Inbox(gateway)).GetProperty("calls").EnumerateArray());
        Assert.False((await provider.EndCall(started.Value.Sid, default)).Value!.WasThere);
    }

    [Fact]
    public async Task A_recording_is_a_sound_of_its_length_that_the_hotline_takes_and_deletes_there()
    {
        await using var gateway = await RunningGateway.StartIdle();
        using var http = new HttpClient();
        var call = (await Post(http, gateway, "call", new { from = Person })).GetProperty("call").GetString();
        var takes = "";
        foreach (var keys in "1 1 1 2 - 3 1 2 1 4 2 1 1 12#".Split(' '))
            takes = (await (keys == "-" ? Post(http, gateway, "silence", new { call }) : Post(http, gateway, "keys", new { call, keys }))).GetProperty("takes").GetString();
        Assert.Equal("recording", takes);
        await Post(http, gateway, "record", new { call, seconds = 7 });
        var address = await Address(gateway);
        using var sound = new MemoryStream();
        var fetched = await gateway.Of<IProvider>().FetchRecording(address, sound, default);
        Assert.Equal(("audio/x-wav", 44 + (7 * 16_000L)), (fetched.Value!.ContentType, fetched.Value.Length));
        Assert.True(sound.ToArray().AsSpan().StartsWith("RIFF"u8));
        // Fetched and sealed, then deleted there.
        for (var sweeps = 0; sweeps < 2; sweeps++)
            await gateway.Of<Sweeper>().SweepOnce();
        var kept = (await gateway.Of<RecordingBook>().Find(address))!.Recording;
        Assert.Equal((RecordingState.Kept, null), (kept.State, kept.Address));
        Assert.False((await gateway.Of<IProvider>().DeleteRecording(address[(address.LastIndexOf('/') + 1)..], default)).Value!.WasThere);
    }

    [Fact]
    public async Task Who_has_not_the_token_gets_nothing_and_a_foreign_name_finds_nothing()
    {
        await using var gateway = await RunningGateway.StartIdle();
        using var http = new HttpClient();
        var address = $"{gateway.Url}/simulator/2010-04-01/Accounts/{gateway.Of<Settings>().AccountSid}/Messages.json";
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri(address))).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "attacker.example" } };
        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(foreign)).StatusCode);
        var number = gateway.Of<Settings>().Outreach.Number!;
        Assert.Equal(RefusalKind.TheirNumber, ((Failure.RefusedForGood)(await gateway.Of<IProvider>().SendMessage(new OutboundMessage("12", number, "a"), default)).Failure!).Kind);
        Assert.Equal(RefusalKind.OurNumber, ((Failure.RefusedForGood)(await gateway.Of<IProvider>().SendMessage(new OutboundMessage(Person, "+85599999999", "a"), default)).Failure!).Kind);
    }

    private static async Task<IReadOnlyList<ProviderMessage>> Listed(RunningGateway gateway, bool inbound)
    {
        var now = DateTimeOffset.UtcNow;
        var query = new MessageQuery(gateway.Of<Settings>().Outreach.Number!, inbound, now.AddHours(-1), now.AddHours(1));
        List<ProviderMessage> all = [];
        string? next = null;
        do
        {
            var page = (await gateway.Of<IProvider>().ListMessages(query, next, default)).Value!;
            all.AddRange(page.Messages);
            next = page.Next;
        }
        while (next is not null);
        return all;
    }

    private static async Task<JsonElement> Inbox(RunningGateway gateway)
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<JsonElement>(new Uri(gateway.Url + "/simulator/inbox?since=0"));
    }

    private static async Task<JsonElement> Post(HttpClient http, RunningGateway gateway, string act, object body)
    {
        using var response = await http.PostAsJsonAsync(new Uri($"{gateway.Url}/simulator/{act}"), body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Where the provider said that the recording lies.</summary>
    private static async Task<string> Address(RunningGateway gateway)
    {
        var prefix = RowKeys.Recording("");
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await gateway.Of<IStore>().Scan(shard, prefix, RowKeys.After(prefix)))
                return gateway.Of<RecordingBook>().Open(shard, row).Address!;
        throw new InvalidOperationException("No recording was told of.");
    }
}
