using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Telemetry;

/// <summary>A collector on the loopback that keeps what it is sent, byte by byte.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body, string Headers)> taken = new();

    private Collector(Task answering)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            taken.Enqueue((http.Request.Path, body.ToArray(), string.Join('\n', http.Request.Headers.Select(header => $"{header.Key}: {header.Value}"))));
            await answering.WaitAsync(http.RequestAborted);
        });
    }

    public string Address => app.Urls.Single();

    public IReadOnlyList<(string Path, byte[] Body, string Headers)> Taken => [.. taken];

    public IReadOnlyList<Told> Spans => [.. Taken.Where(one => one.Path == "/v1/traces").SelectMany(one => Otlp.Spans(one.Body))];

    /// <summary>The last state of every metric; they count from the start.</summary>
    public IReadOnlyList<Told> Points => [.. Taken.LastOrDefault(one => one.Path == "/v1/metrics") is { Body: { } body } ? Otlp.Points(body) : []];

    /// <param name="answering">Answers wait for this: a collector that hangs.</param>
    public static async Task<Collector> Start(Task? answering = null)
    {
        var collector = new Collector(answering ?? Task.CompletedTask);
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
