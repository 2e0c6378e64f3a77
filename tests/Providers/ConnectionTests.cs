using Hotline.Functions.Providers;
using Xunit;

namespace Hotline.Tests.Providers;

/// <summary>With the framework's real handler on real connections: it has repeats of its own, on connections that were kept.</summary>
public sealed class ConnectionTests
{
    [Theory]
    [InlineData(new[] { false, true })]
    [InlineData(new[] { true, false, true })]
    [InlineData(new[] { true, true, false, false, true })]
    public async Task A_text_whose_answer_is_lost_arrives_once_even_on_a_kept_connection(bool[] answers)
    {
        using var server = new OneServer(answers);
        using var client = Client(server.Address);
        foreach (var (answer, number) in answers.Select((answer, number) => (answer, number)))
        {
            var result = await client.SendMessage(Ours.Message, default);
            Assert.Equal(number + 1, server.Arrived);
            if (answer)
                Assert.Equal(Ours.Text, result.Value?.Sid);
            else
                Assert.IsType<Failure.Unknown>(result.Failure);
        }
    }

    [Fact]
    public async Task A_deletion_whose_answer_is_lost_is_asked_again()
    {
        using var server = new OneServer(false, false, true);
        using var client = Client(server.Address);
        Assert.True((await client.DeleteMessage(Ours.Text, default)).Accepted);
        Assert.Equal(3, server.Arrived);
    }

    [Fact]
    public async Task A_redirect_is_followed_neither_by_us_nor_by_the_framework()
    {
        using var elsewhere = new OneServer(true);
        using var server = new OneServer(true) { Says = $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Address}\r\nContent-Length: 0\r\n\r\n" };
        using var client = Client(server.Address);
        Assert.IsType<Failure.RefusedForGood>((await client.SendMessage(Ours.Message, default)).Failure);
        Assert.IsType<Failure.RefusedForGood>((await client.FetchMessage(Ours.Text, default)).Failure);
        Assert.IsType<Failure.RefusedForGood>((await client.FetchRecording(server.Address + "/x.wav", Stream.Null, default)).Failure);
        Assert.Equal(0, elsewhere.Arrived);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        string address;
        using (var server = new OneServer(true))
            address = server.Address;
        using var client = Client(address);
        Assert.IsType<Failure.TryLater>((await client.SendMessage(Ours.Message, default)).Failure);
    }

    [Fact]
    public async Task A_connection_that_never_opens_has_sent_nothing()
    {
        using var client = Client("http://127.0.0.1:9", () => new SocketsHttpHandler { ConnectCallback = async (_, cancel) => { await Task.Delay(Timeout.Infinite, cancel); return Stream.Null; } });
        Assert.IsType<Failure.TryLater>((await client.SendMessage(Ours.Message, default)).Failure);
    }

    private static ProviderClient Client(string address, Func<HttpMessageHandler>? handler = null) =>
        new(Ours.Twilio with { ApiUrl = address, MediaHosts = [new Uri(address).Authority] }, InstantClock.At2026, patience: new Patience { OneTry = handler is null ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(50) }, handler: handler);
}
