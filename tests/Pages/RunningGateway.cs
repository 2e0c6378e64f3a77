using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Hotline.Functions.Commands;
using Hotline.Functions.Setup;
using Hotline.Localization.Writing;
using Hotline.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Pages;

/// <summary>The whole gateway on a port of its own, with a data folder of its own.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningGateway(WebApplication app, Scratch data, string address) => (this.app, Data, Url) = (app, data, address);

    /// <summary>Where it listens, and for which address webhooks are signed.</summary>
    public string Url { get; }

    public Scratch Data { get; }

    /// <param name="more">Settings beside the usual ones.</param>
    public static async Task<RunningGateway> Start(string environment = "Development", params string[] more)
    {
        KhmerHumanizer.Register();
        var data = new Scratch();
        var url = $"http://127.0.0.1:{FreePort()}";
        var app = Gateway.Build([$"--environment={environment}", $"--urls={url}", $"--Hotline:DataPath={data.Folder}", .. more]);
        await app.StartAsync();
        return new RunningGateway(app, data, url);
    }

    /// <summary>What `-- reports --json` prints: one object a line.</summary>
    public async Task<IReadOnlyList<JsonElement>> Reports()
    {
        using var output = new StringWriter();
        await app.Services.GetRequiredService<ReportsCommand>().Run(["reports", "--json"], output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Data.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
