using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Doors;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hotline.Benchmarks;

/// <summary>
/// POST /turn: the whole turn through the gateway's own door, switchboard, seals, store and renderer. POST /sms: the door alone and a fixed
/// reply. One difference from the gateway: every request of the load generator carries the same MessageSid, which would be one turn and its
/// retries, so a counter is put behind the turn's id.
/// </summary>
internal static class TurnServer
{
    private const string FixedReply = "ចម្លើយមិនត្រឹមត្រូវ។ ខេត្តណា? ផ្ញើលេខខេត្ត ពី 1 ដល់ 25 ចម្លើយមិន ខេត្តណា? ល";

    // As the gateway does: settings are read once.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    private static long turns;

    public static async Task Run(string port, string scenario, string database)
    {
        var url = $"http://127.0.0.1:{port}";
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [NoReload], ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // The peers write no log. The gateway writes a line a turn, which costs about a fifth of it; see the README.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        BenchGateway.Add(builder.Services, scenario, database, url);
        builder.Services.AddHostedService<Sweeps>();
        await using var app = builder.Build();
        var door = app.Services.GetRequiredService<Door>();
        var switchboard = app.Services.GetRequiredService<Switchboard>();
        var callers = app.Services.GetRequiredService<Callers>();
        var broken = app.Services.GetRequiredService<BrokenReply>();

        async ValueTask<byte[]?> Turn(Received received, CancellationToken cancel)
        {
            var request = callers.Request(received, Channel.Text, new Input.Text(received.Body));
            var unique = request with { Id = request.Id + Interlocked.Increment(ref turns).ToString(CultureInfo.InvariantCulture) };
            return (await switchboard.Take(unique, BenchGateway.Render, cancel)).Reply;
        }

        app.MapPost("/turn", (RequestDelegate)(http => door.Run(http, WebhookKind.Sms, 0, Turn, broken.ToText)));
        app.MapPost("/sms", (RequestDelegate)(http => door.Run(http, WebhookKind.Sms, 0, (_, _) => new(TwimlDocument.Render([new Message(FixedReply)])), broken.ToText)));
        await app.RunAsync();
    }
}
