using System.Net.Http.Headers;
using Hotline.Functions.Providers;
using Hotline.Tests.Webhooks;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>Where recordings may come from, who learns our token there, and what counts as one.</summary>
public sealed class RecordingTests
{
    private const string AtTwilio = "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/REaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string AtSomleng = "https://api.somleng.org/2010-04-01/Accounts/0b5e7d1c-6a55-4b55-9c0e-1f2a3b4c5d6e/Calls/1/Recordings/2";
    private const string Stored = "https://storage.example.org/file?X-Signature=s3cr3t";

    [Theory]
    [InlineData(AtTwilio, ".wav")]
    [InlineData(AtTwilio + ".mp3", "")]
    public async Task A_recording_is_fetched_with_our_token_and_told_by_its_length(string address, string added)
    {
        var network = new ScriptedNetwork(Answer(Sound(100_000)));
        var (result, bytes) = await Fetch(network, address);
        Assert.Equal(new FetchedRecording(100_000, "audio/x-wav"), result.Value);
        Assert.Equal(100_000, bytes);
        Assert.Equal(address + added, network.Requests[0].Address.AbsoluteUri);
        Assert.StartsWith("Basic ", network.Requests[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_listed_host_is_followed_without_our_token()
    {
        var network = new ScriptedNetwork(Answer(302, "", ("Location", Stored)), Answer(Sound(10, "binary/octet-stream")));
        var (result, _) = await Fetch(network, AtSomleng, Ours.Somleng);
        Assert.True(result.Accepted);
        Assert.Equal(Stored, network.Requests[1].Address.AbsoluteUri);
        Assert.Null(network.Requests[1].Authorization);
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/x.wav")]
    [InlineData("https://storage.example.org:8443/x.wav")]
    [InlineData("https://storage.example.org.elsewhere.example/x.wav")]
    [InlineData("https://storage.example.org@elsewhere.example/x.wav")]
    [InlineData("https://user:word@storage.example.org/x.wav")]
    [InlineData("http://storage.example.org/x.wav")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("ftp://storage.example.org/x.wav")]
    [InlineData("file:///etc/passwd")]
    [InlineData("storage.example.org/x.wav")]
    [InlineData("")]
    [InlineData("//elsewhere.example.org/x.wav")]
    public async Task Other_hosts_are_not_asked_whether_a_webhook_or_a_redirect_names_them(string address)
    {
        var network = new ScriptedNetwork(Answer(Sound(10)));
        var (named, _) = await Fetch(network, address, Ours.Somleng);
        Assert.Equal(RefusalKind.MediaHost, Kind(named));
        Assert.Empty(network.Requests);

        // A redirect without a host stays on the same one, as does one without a place to go to: nowhere.
        if (address.Length > 0 && address.Contains("//", StringComparison.Ordinal))
        {
            network = new ScriptedNetwork(Answer(302, "", ("Location", address)), Answer(Sound(10)));
            var (led, _) = await Fetch(network, AtSomleng, Ours.Somleng);
            Assert.Equal(RefusalKind.MediaHost, Kind(led));
            Assert.Single(network.Requests);
        }
    }

    [Fact]
    public async Task A_redirect_in_a_circle_ends()
    {
        var network = new ScriptedNetwork(Answer(302, "", ("Location", AtSomleng + ".wav")));
        var (result, _) = await Fetch(network, AtSomleng, Ours.Somleng);
        Assert.Equal(RefusalKind.MediaHost, Kind(result));
        Assert.InRange(network.Requests.Count, 2, 5);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_is_not_there_yet_is_fetched_later(int status) =>
        Assert.IsType<Failure.TryLater>((await Fetch(new ScriptedNetwork(Answer(status)), AtTwilio)).Result.Failure);

    [Fact]
    public async Task A_closed_door_is_told_to_staff() =>
        Assert.Equal(RefusalKind.OurAccount, Kind((await Fetch(new ScriptedNetwork(Answer(401)), AtTwilio)).Result));

    [Fact]
    public async Task A_page_is_no_recording() =>
        Assert.Equal(RefusalKind.NoRecording, Kind((await Fetch(new ScriptedNetwork(Answer(Sound(10, "text/html"))), AtTwilio)).Result));

    [Fact]
    public async Task Half_a_recording_is_fetched_again_later()
    {
        var half = Sound(10);
        half.Headers.ContentLength = 20;
        Assert.IsType<Failure.TryLater>((await Fetch(new ScriptedNetwork(Answer(half)), AtTwilio)).Result.Failure);
        Assert.IsType<Failure.TryLater>((await Fetch(new ScriptedNetwork(Answer(Sound(0))), AtTwilio)).Result.Failure);
        Assert.IsType<Failure.TryLater>((await Fetch(new ScriptedNetwork(Lose), AtTwilio)).Result.Failure);
        Assert.IsType<Failure.TryLater>((await Fetch(new ScriptedNetwork(Refuse), AtTwilio)).Result.Failure);
    }

    [Fact]
    public async Task A_recording_without_end_is_given_up()
    {
        var endless = new StreamContent(new Endless());
        endless.Headers.ContentType = new MediaTypeHeaderValue("audio/x-wav");
        var (result, bytes) = await Fetch(new ScriptedNetwork(Answer(endless)), AtTwilio);
        Assert.Equal(RefusalKind.NoRecording, Kind(result));
        Assert.InRange(bytes, 1, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task A_full_disk_of_ours_is_no_matter_of_the_provider()
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(Sound(10))));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.FetchRecording(AtTwilio, new MemoryStream([], writable: false), default));
    }

    private static ByteArrayContent Sound(int length, string type = "audio/x-wav")
    {
        var content = new ByteArrayContent(new byte[length]);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static RefusalKind? Kind(ProviderResult<FetchedRecording> result) => (result.Failure as Failure.RefusedForGood)?.Kind;

    private static async Task<(ProviderResult<FetchedRecording> Result, long Bytes)> Fetch(ScriptedNetwork network, string address, ProviderAccount? account = null)
    {
        using var client = Ours.Client(network, account);
        using var into = new Counter();
        return (await client.FetchRecording(address, into, default), into.Written);
    }

    /// <summary>Counts and forgets.</summary>
    private sealed class Counter : MemoryStream
    {
        public long Written { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
