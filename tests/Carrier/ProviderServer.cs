using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Carriers;

/// <summary>The provider behind an HTTP server on the loopback: the API on one port, Somleng's storage on another.</summary>
internal sealed class ProviderServer : IAsyncDisposable
{
    private readonly FakeProvider provider;
    private readonly WebApplication app;

    private ProviderServer(FakeProvider provider, X509Certificate2? certificate)
    {
        this.provider = provider;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (certificate is null)
            builder.WebHost.UseUrls("http://127.0.0.1:0", "http://127.0.0.1:0");
        else
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            });
        app = builder.Build();
        app.Run(Serve);
    }

    /// <summary>From now on the provider's own addresses are this server's.</summary>
    /// <param name="certificate">For 127.0.0.1, over https; null: in the open, which only a gateway in Development accepts.</param>
    public static async Task<ProviderServer> Start(FakeProvider provider, X509Certificate2? certificate = null)
    {
        var server = new ProviderServer(provider, certificate);
        await server.app.StartAsync();
        var addresses = server.app.Urls.ToArray();
        (provider.ApiUrl, provider.StorageUrl) = (addresses[0], addresses[1]);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Serve(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (target, "") : (target[..mark], target[mark..]);
        var now = provider.Clock.GetUtcNow();
        var fault = provider.Faults.Choose(FakeProvider.KindOf(http.Request.Method, path), now);
        if (fault == Fault.Unreachable)
        {
            http.Abort();
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var asked = new Asked(http.Request.Method, new Uri($"http://127.0.0.1:{http.Connection.LocalPort}"), path, query,
            (string?)http.Request.Headers.Authorization, http.Request.ContentType, body.ToArray(), now);
        await Answer(http, await provider.Exchange(asked, fault));
    }

    private static async Task Answer(HttpContext http, Exchanged exchanged)
    {
        if (exchanged.Break == ConnectionBreak.Silence)
            await Gone(http.RequestAborted);
        if (exchanged.Reply is not { } reply)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = reply.Status;
        if (reply.Body.Length > 0)
            http.Response.ContentType = reply.ContentType;
        if (reply.Location is { } location)
            http.Response.Headers.Location = location.AbsoluteUri;
        if (reply.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (reply.Status == StatusCodes.Status204NoContent)
            return;
        http.Response.ContentLength = reply.Body.Length;
        var torn = exchanged.Break == ConnectionBreak.InTheBody;
        await http.Response.Body.WriteAsync(torn ? reply.Body.AsMemory(0, reply.Body.Length / 2) : reply.Body);
        await http.Response.Body.FlushAsync();
        if (torn)
            http.Abort();
    }

    /// <summary>When the client has given up.</summary>
    private static async Task Gone(CancellationToken aborted)
    {
        var gone = new TaskCompletionSource();
        await using var _ = aborted.Register(gone.SetResult);
        await gone.Task;
    }
}
