using Hotline.Functions.Alerts;
using Hotline.Functions.Audio;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Doors;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Golden;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Alerts;

/// <summary>The queue and its performers without a web server: hundreds of them a minute.</summary>
internal sealed class Night : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Night(KeyRing keys, int seed, OutreachSettings outreach, params string[] staff)
    {
        Provider = new FakeProvider(Clock, seed);
        foreach (var number in new[] { Town.Public, Town.MissedCalls })
            Provider.OurNumbers.Add(number);
        Store = new Breaking(new MemoryStore(), seed);
        var settings = new Settings
        {
            Development = true,
            PublicUrl = Signed.Origin,
            DataPath = "",
            KeyPath = "",
            Provider = ProviderKind.Twilio,
            AccountSid = Signed.Account,
            AuthTokens = [Signed.Token],
            ApiUrl = "https://api.twilio.com",
            MediaHosts = [],
            StaffNumbers = staff,
            Outreach = outreach,
        };
        services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Hotlines.Conversation).AddSingleton(Hotlines.Context).AddSingleton(Hotlines.Context.Phrases)
            .AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys)).AddSingleton(keys)
            .AddSingleton(settings).AddSingleton<IStore>(Store)
            .AddSingleton(AudioFiles.In("none")).AddSingleton(new CheckInLine(null)).AddSingleton<OffThePhone>()
            .AddSingleton(provider => new VoicePrompts(Hotlines.Context.Phrases, provider.GetRequiredService<AudioFiles>(), Signed.Origin))
            .AddSingleton<IProvider>(provider => new ProviderClient(Provider.Account, Clock, patience: Bench.Quick, handler: Provider.Handler, watch: provider.GetRequiredService<ProviderWatch>()))
            .AddOutreach(settings).AddTurns()
            .BuildServiceProvider();
    }

    public Breaking Store { get; }
    public FakeProvider Provider { get; }
    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
    public DateTimeOffset Now => Clock.GetUtcNow();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>One sweep of one shard, as a process does that may die at any step.</summary>
    public async Task Sweep(string shard)
    {
        try
        {
            foreach (var probe in services.GetServices<IRegularWork>().OfType<ProviderProbe>())
                await probe.Run(Now, default);
            foreach (var row in await Store.Scan(shard, RowKeys.Todo, RowKeys.TodoBefore(Now.ToUnixTimeSeconds() + 1)))
                await Get<Worker>().Try(shard, row, default);
        }
        catch (StoreUnavailable)
        {
            // The process died here; the next sweep is that of the one which comes after.
        }
    }

    /// <summary>What waits on the desk, and the to-do for it.</summary>
    public async Task<string> Raise(string shard, AlertGrade grade)
    {
        var key = RowKeys.Waiting("alert", "bcdfgh");
        await Store.Commit(shard, [new Insert(key, new byte[64]), Get<AlertRows>().New(shard, key, grade, Now)]);
        return "bcdfgh";
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
