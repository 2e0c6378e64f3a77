using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Localization.Writing;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>The whole gateway on a port of its own, with a data folder of its own.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    /// <summary>Somebody named a provider, so the simulator brings no numbers of its own. Nothing listens there.</summary>
    public const string NoNumbers = "--Provider:ApiUrl=http://127.0.0.1:9";

    private readonly WebApplication app;

    private RunningGateway(WebApplication app, Scratch data, string address) => (this.app, Data, Url) = (app, data, address);

    /// <summary>Where it listens, and for which address webhooks are signed.</summary>
    public string Url { get; }

    public Scratch Data { get; }

    /// <param name="more">Settings beside the usual ones.</param>
    public static Task<RunningGateway> Start(string environment = "Development", params string[] more) => StartAt(TimeProvider.System, environment, more);

    public static Task<RunningGateway> StartAt(TimeProvider clock, string environment, params string[] more) => Start(clock, environment, more, _ => { });

    /// <summary>In Development, and of its own accord it does nothing: no sweeps, nothing deleted at the provider.</summary>
    public static Task<RunningGateway> StartIdle(params string[] more) => Start(TimeProvider.System, "Development", more, builder => builder.Services.RemoveAll<IHostedService>());

    private static async Task<RunningGateway> Start(TimeProvider clock, string environment, string[] more, Action<WebApplicationBuilder> change)
    {
        KhmerHumanizer.Register();
        var data = new Scratch();
        var url = $"http://127.0.0.1:{FreePort()}";
        var app = Gateway.Build([$"--environment={environment}", $"--urls={url}", $"--Hotline:DataPath={data.Folder}", .. more], change: builder =>
        {
            builder.Services.AddSingleton(clock);
            change(builder);
        });
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

    /// <summary>As `-- clients enrol` does it.</summary>
    /// <returns>The client's short name.</returns>
    public async Task<string> Enrol(string phone)
    {
        using var input = new StringReader($$"""{ "phone": "{{phone}}", "enrolment": {{Enrolments.Json}} }""");
        using var output = new StringWriter();
        Assert.Equal(0, await app.Services.GetRequiredService<ClientsCommand>().Run(["clients", "enrol"], input, output));
        return output.ToString().Split(' ')[2].TrimEnd('.');
    }

    /// <summary>As `-- clients move` does it: the next contact comes on that day.</summary>
    public async Task Move(string client, DateOnly day) => Assert.Equal(0, await app.Services.GetRequiredService<ClientsCommand>().Run(["clients", "move", client, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], TextReader.Null, TextWriter.Null));

    /// <summary>To-dos of this kind that are not done.</summary>
    public async Task<int> Owed(string kind)
    {
        var owed = 0;
        foreach (var shard in CallerId.AllShards)
            owed += (await Of<IStore>().Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Count(row => RowKeys.KindOf(row.Key) == kind);
        return owed;
    }

    public T Of<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>What `-- clients show` prints: the client, then one line for each check-in.</summary>
    public async Task<IReadOnlyList<JsonElement>> CheckIns(string client)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await app.Services.GetRequiredService<ClientsCommand>().Run(["clients", "show", client, "--json"], TextReader.Null, output));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => JsonDocument.Parse(line).RootElement)];
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
