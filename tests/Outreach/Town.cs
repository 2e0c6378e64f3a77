using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Outreach;

/// <summary>A whole town: the gateway behind its web server, a provider that fails as told, phones, and one clock for all of them that is moved by hand.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Public = Carrier.Line;
    public const string CheckIns = "+85512000099";
    public const string MissedCalls = "+85512000098";

    private readonly Scratch folder = new();
    private readonly WebApplication app;

    private Town(WebApplication app, FakeProvider provider, FakeClock clock, Scratch folder)
    {
        (this.app, Provider, Clock, this.folder) = (app, provider, clock, folder);
        Carrier = new Carrier(app.Urls.Single());
        provider.Webhooks.Sink = Carrier.Post;
    }

    public FakeProvider Provider { get; }
    public FakeClock Clock { get; }
    public Carrier Carrier { get; }
    public IServiceProvider Services => app.Services;
    public Sweeper Sweeper => Services.GetRequiredService<Sweeper>();
    public IStore Store => Services.GetRequiredService<IStore>();
    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<Town> Build(int seed, DateTimeOffset? start = null, bool inMemory = true, Func<IStore, IStore>? store = null, ILoggerProvider? logs = null, string[]? more = null, Func<IProvider, IProvider>? plant = null)
    {
        var folder = new Scratch();
        var clock = new FakeClock(start ?? new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var provider = new FakeProvider(clock, seed) { CallStatusWebhook = "/call" };
        // Shorter ones the client waits out itself, by the machine's clock.
        provider.Faults.RetryAfter = TimeSpan.FromSeconds(20);
        foreach (var number in new[] { Public, CheckIns, MissedCalls })
            provider.OurNumbers.Add(number);
        string[] settings =
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--Hotline:DataPath={folder.Folder}", $"--Hotline:PublicUrl={Signed.Origin}",
            $"--Hotline:DutyNumber={Served.Duty}", $"--Provider:AccountSid={Signed.Account}", $"--Provider:AuthToken={Signed.Token}",
            $"--Provider:Number={Public}", $"--Provider:CheckInNumber={CheckIns}", $"--Provider:MissedCallNumber={MissedCalls}",
            "--Provider:TextsPerSecond=1000", "--Provider:CallsPerSecond=1000", .. more ?? [],
        ];
        var app = Gateway.Build(settings, serving: false, builder =>
        {
            builder.Logging.ClearProviders();
            if (logs is not null)
                builder.Logging.AddProvider(logs);
            builder.Services.AddSingleton<TimeProvider>(clock);
            // Repeats at once: they wait by the machine's clock, to-dos by ours.
            builder.Services.AddSingleton<IProvider>(services =>
            {
                var client = new ProviderClient(provider.Account, clock, patience: Bench.Quick, handler: provider.Handler, watch: services.GetRequiredService<ProviderWatch>());
                return plant is null ? client : plant(client);
            });
            if (inMemory)
                builder.Services.AddSingleton<IStore>(_ => store is null ? new MemoryStore() : store(new MemoryStore()));
            else if (store is not null)
                builder.Services.AddSingleton<IStore>(services => store(services.GetRequiredService<SqliteStore>()));
        });
        await app.StartAsync();
        return new Town(app, provider, clock, folder);
    }

    /// <summary>What is due now, at the provider and here, until nothing more comes of it.</summary>
    public async Task Settle()
    {
        for (var rounds = 0; rounds < 50; rounds++)
        {
            var happened = await Provider.Advance();
            // The first time with all that every sweep does, asking after an absent provider among it.
            var due = rounds == 0 ? await Sweeper.SweepOnce() : await Sweeper.Round();
            if (happened == 0 && due == 0)
                return;
            if (happened == 0 && await NextDue() > Now)
                return;
        }
    }

    /// <summary>The next moment at which something is due, here or at the provider; null: never.</summary>
    public async Task<DateTimeOffset?> Next()
    {
        DateTimeOffset?[] moments = [await NextDue(), Provider.Agenda.NextDue];
        return moments.Min();
    }

    /// <summary>Up to a moment, from event to event.</summary>
    /// <param name="grain">Events so close together happen together, as they do between two sweeps.</param>
    public async Task Live(DateTimeOffset until, TimeSpan grain)
    {
        while (await Next() is { } next && next <= until)
        {
            var at = Now > next ? Now + grain : next + TimeSpan.FromTicks((grain - TimeSpan.FromTicks(next.UtcTicks % grain.Ticks)).Ticks);
            Clock.Advance((at < until ? at : until) - Now);
            await Settle();
            if (Now >= until)
                return;
        }

        if (until > Now)
            Clock.Advance(until - Now);
    }

    public async Task<IReadOnlyList<(string Shard, ClientSeen Seen)>> Clients() => await Services.GetRequiredService<ClientBook>().All();

    public async ValueTask DisposeAsync()
    {
        Carrier.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    private async Task<DateTimeOffset?> NextDue()
    {
        DateTimeOffset? first = null;
        foreach (var shard in CallerId.AllShards)
            if (await Store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo), 1) is [var row] && RowKeys.DueOf(row.Key) is var due && !(first <= due))
                first = due;
        return first;
    }
}
