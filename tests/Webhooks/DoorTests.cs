using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Hotline.Functions.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hotline.Tests.Webhooks;

/// <summary>The door on a real server, so that raw targets, chunks and limits are the real ones.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    public DoorTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async http =>
        {
            var kind = http.Request.Path.StartsWithSegments("/call", StringComparison.Ordinal) ? WebhookKind.Call : WebhookKind.Sms;
            var result = await WebhookDoor.Read(http, kind, 0, Signed.Settings(ProviderKind.Twilio));
            if (result is Refused refused)
                WebhookDoor.Answer(http, refused);
            else
                await http.Response.WriteAsync(((Accepted)result).Received.Id);
        });
    }

    private Uri Address => new(_app.Urls.First());

    public async Task InitializeAsync() => await _app.StartAsync();

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_Khmer_text_is_read() =>
        Assert.Equal((HttpStatusCode.OK, 34), await Post(Genuine.Sms(new Random(1), ProviderKind.Twilio, "ជំរាបសួរ 😀")));

    [Fact]
    public async Task A_percent_encoded_target_is_signed_as_it_was_sent()
    {
        var call = Genuine.Call(new Random(2), ProviderKind.Twilio) with { Target = "/call/%E1%9E%80?c=%E1%9E%80+a%20b'c" };
        Assert.Equal(HttpStatusCode.OK, await Raw(call.Sign()));
        Assert.Equal(HttpStatusCode.Forbidden, await Raw(call.Sign() with { Target = "/call/%e1%9e%80?c=%E1%9E%80+a%20b'c" }));
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_whole()
    {
        var sent = Genuine.Sms(new Random(3), ProviderKind.Twilio, new string('ក', 1500));
        Assert.Equal(HttpStatusCode.OK, await Raw(sent, chunk: 7));
        Assert.Equal(HttpStatusCode.OK, await Raw(sent, chunk: 5000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_body_over_64_KiB_is_too_large(int chunk)
    {
        var sent = Genuine.Sms(new Random(4), ProviderKind.Twilio, new string('x', 65 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Raw(sent, chunk));
    }

    [Fact]
    public async Task A_text_too_long_to_be_one_is_refused_after_its_signature() =>
        Assert.Equal((HttpStatusCode.BadRequest, 0), await Post(Genuine.Sms(new Random(4), ProviderKind.Twilio, new string('x', 3201))));

    [Fact]
    public async Task Only_post_is_allowed()
    {
        using var answer = await _client.GetAsync(new Uri(Address, "/sms"));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, string.Join(',', answer.Content.Headers.Allow)));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_refusal_says_nothing()
    {
        var sent = Genuine.Sms(new Random(5), ProviderKind.Twilio, "hi");
        Assert.Equal((HttpStatusCode.Forbidden, 0), await Post(sent with { Header = null }));
        Assert.Equal((HttpStatusCode.Forbidden, 0), await Post(sent.With("Body", "ho")));
        Assert.Equal((HttpStatusCode.BadRequest, 0), await Post(sent.With("To", "nobody").Sign()));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, 0), await Post(sent with { ContentType = "application/json" }));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, 0), await Post(sent with { ContentType = "application/x-www-form-urlencoded; charset=latin1" }));
    }

    [Fact]
    public async Task A_body_that_breaks_off_hurts_nobody()
    {
        using (var socket = await Connect())
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                "POST /sms HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: x\r\nContent-Length: 100\r\n\r\nBody=hi"));
        Assert.Equal((HttpStatusCode.OK, 34), await Post(Genuine.Sms(new Random(6), ProviderKind.Twilio, "still here")));
    }

    private async Task<(HttpStatusCode Status, int Length)> Post(Signed sent)
    {
        using var content = new ByteArrayContent(sent.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.ContentType);
        if (sent.Header is not null)
            content.Headers.Add("X-Twilio-Signature", sent.Header);
        using var answer = await _client.PostAsync(new Uri(Address, sent.Target), content);
        return (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    /// <summary>Byte for byte, since an HTTP client would tidy the target; in chunks of this size, or in one piece when it is 0.</summary>
    private async Task<HttpStatusCode> Raw(Signed sent, int chunk = 0)
    {
        string body = Encoding.ASCII.GetString(sent.Body);
        string head = $"POST {sent.Target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nX-Forwarded-Host: evil.example\r\n"
            + $"Content-Type: {sent.ContentType}\r\nX-Twilio-Signature: {sent.Header}\r\n";
        string request = chunk == 0
            ? $"{head}Content-Length: {body.Length}\r\n\r\n{body}"
            : $"{head}Transfer-Encoding: chunked\r\n\r\n{string.Concat(body.Chunk(chunk).Select(part => $"{part.Length:x}\r\n{new string(part)}\r\n"))}0\r\n\r\n";
        using var socket = await Connect();
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        byte[] answer = new byte[12];
        int read = 0;
        while (read < answer.Length && await socket.ReceiveAsync(answer.AsMemory(read)) is > 0 and var more)
            read += more;
        return (HttpStatusCode)int.Parse(Encoding.ASCII.GetString(answer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Address.Host, Address.Port);
        return socket;
    }
}
