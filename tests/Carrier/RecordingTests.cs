using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>What a caller said is told, fetched, and deleted where that can be.</summary>
public sealed class RecordingTests
{
    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task A_recording_is_told_when_it_is_ready_fetched_and_deleted(ProviderKind kind)
    {
        using var bench = new Bench(kind);
        var script = new Script(("/call", $"<Record action=\"{Signed.Origin}/call/1\" recordingStatusCallback=\"{Signed.Origin}/recording\"/>"), ("/call/1", "<Hangup/>"));
        bench.Provider.Webhooks.Sink = script.Post;
        var call = await new PhoneRobot(bench.Provider, Bench.Person).Call();
        await call.Speak(TimeSpan.FromSeconds(9));
        var address = script.Requests[^1].Value("RecordingUrl")!;
        Assert.IsType<Failure.TryLater>((await Fetch(bench, address)).Failure);
        await bench.Pass(TimeSpan.FromSeconds(11));
        var told = Assert.Single(script.Requests, request => request.Kind == WebhookKind.Recording);
        Assert.Equal((address, "completed", "9", call.Sid), (told.Value("RecordingUrl"), told.Value("RecordingStatus"), told.Value("RecordingDuration"), told.Value("CallSid")));
        var kept = Assert.Single(bench.Provider.Recordings.All);
        Assert.Equal(new FetchedRecording(kept.Sound.Length, "audio/x-wav"), (await Fetch(bench, address)).Value);
        Assert.Equal(1, kept.Fetched);
        var deleted = await bench.Client.DeleteRecording(kept.Sid, default);
        Assert.Equal(kind == ProviderKind.Twilio, deleted.Accepted && kept.Deleted);
        Assert.Equal(kind == ProviderKind.Somleng, (await Fetch(bench, address)).Accepted);
    }

    [Fact]
    public async Task Without_the_token_Twilio_gives_no_recording_and_with_it_the_storage_complains()
    {
        using var twilio = new Bench();
        var sid = twilio.Provider.Sids.Next("RE");
        var kept = twilio.Provider.Recordings.Add(sid, "CA" + sid[2..], TimeSpan.FromSeconds(1), twilio.Clock.GetUtcNow());
        twilio.Clock.Advance(TimeSpan.FromMinutes(1));
        using var open = new HttpClient(twilio.Provider.Handler());
        Assert.Equal(401, (int)(await open.GetAsync(new Uri(twilio.Provider.AddressOf(kept) + ".wav"))).StatusCode);
        using var somleng = new Bench(ProviderKind.Somleng);
        using var careless = new HttpClient(somleng.Provider.Handler());
        careless.DefaultRequestHeaders.Authorization = new("Basic", "eDp5");
        await Assert.ThrowsAsync<InvalidOperationException>(() => careless.GetAsync(new Uri(somleng.Provider.StorageUrl + "/recordings/x.wav")));
    }

    private static async Task<ProviderResult<FetchedRecording>> Fetch(Bench bench, string address)
    {
        using var into = new MemoryStream();
        var result = await bench.Client.FetchRecording(address, into, default);
        Assert.True(!result.Accepted || into.ToArray().SequenceEqual(bench.Provider.Recordings.All.Single().Sound));
        return result;
    }
}
