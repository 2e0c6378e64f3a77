using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Outside;

/// <summary>The gateway on Kestrel inside the test, with a clock of ours and the sweeper run by hand.</summary>
internal sealed class Served : IAsyncDisposable
{
    public const string Duty = "+85512000001";

    private readonly WebApplication app;

    private Served(WebApplication app, FakeClock clock)
    {
        (this.app, Clock) = (app, clock);
        Carrier = new Carrier(app.Urls.Single());
    }

    public Carrier Carrier { get; }

    public FakeClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public string Address => app.Urls.Single();

    public IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public static async Task<Served> Start(string dataPath, bool development = false, FakeClock? clock = null, Action<WebApplicationBuilder>? change = null, string? checkInNumber = null, IReadOnlyList<string>? more = null)
    {
        clock ??= new FakeClock(DateTimeOffset.UtcNow);
        string[] settings =
        [
            $"--environment={(development ? "Development" : "Production")}", "--urls=http://127.0.0.1:0", $"--Hotline:DataPath={dataPath}", $"--Hotline:PublicUrl={Signed.Origin}",
            $"--Hotline:DutyNumber={Duty}", $"--Provider:AccountSid={Signed.Account}", $"--Provider:AuthToken={Signed.Token}", $"--Provider:CheckInNumber={checkInNumber}", .. more ?? [],
        ];
        var app = Gateway.Build(settings, serving: false, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            change?.Invoke(builder);
        });
        await app.StartAsync();
        return new Served(app, clock);
    }

    /// <summary>Due rows are done; twice, since a report filed by the first round may land in the second.</summary>
    public async Task Sweep()
    {
        var sweeper = Services.GetRequiredService<Sweeper>();
        await sweeper.SweepOnce();
        Clock.Advance(TimeSpan.FromSeconds(30));
        await sweeper.SweepOnce();
    }

    public Task<IReadOnlyList<Filed>> Filed() => Outside.Filed.Read(Services);

    public async ValueTask DisposeAsync()
    {
        Carrier.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
