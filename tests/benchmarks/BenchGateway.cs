using Hotline.Flows.Engine;
using Hotline.Functions.Audio;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Doors;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Benchmarks;

/// <summary>The gateway's own parts, put together as it does itself, with the scenario or the product's own flows.</summary>
internal static class BenchGateway
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";

    /// <summary>A made-up value for loopback, the same as the peers'.</summary>
    public const string AuthToken = "0123456789abcdef0123456789abcdef";

    /// <summary>The scenario in Khmer; begins the database anew.</summary>
    public static void Add(IServiceCollection services, string scenario, string database, string publicUrl)
    {
        var flow = new ScenarioFlow(Scenario.Load(scenario), restart: "hello");
        Add(services, flow.Phrases, flow.In("km"), database, publicUrl);
    }

    /// <summary>Begins the database anew. The store is durable at each commit, as always.</summary>
    private static void Add(IServiceCollection services, Phrasebook phrases, Conversation conversation, string database, string publicUrl)
    {
        database = Path.GetFullPath(database);
        foreach (var file in new[] { database, database + "-wal", database + "-shm", database + ".keys" })
            File.Delete(file);
        var keys = KeyRing.OpenOrCreate(database + ".keys", dataExists: false);
        services.AddSingleton(TimeProvider.System)
            .AddSingleton(phrases)
            .AddSingleton(conversation)
            .AddSingleton(new Sealer(keys))
            .AddSingleton(keys)
            .AddSingleton(new Pseudonyms(keys))
            .AddSingleton(_ => SqliteStore.Open(database))
            .AddSingleton<IStore>(provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton(new DoorSettings(publicUrl, ProviderKind.Twilio, AccountSid, [AuthToken], KnownParameters.BuiltIn))
            .AddSingleton(AudioFiles.In(Path.Combine(DataFiles.Folder("localization"), "audio")))
            .AddSingleton(provider => new VoicePrompts(phrases, provider.GetRequiredService<AudioFiles>(), publicUrl))
            .AddSingleton<BrokenReply>()
            .AddTurns()
            .AddSingleton(new CheckInLine(null)).AddSingleton(new Staff([]))
            .AddSingleton<Callers>().AddSingleton<Door>();
    }

    public static ServiceProvider Build(string scenario, string database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Add(services, scenario, database, "http://127.0.0.1");
        return services.BuildServiceProvider();
    }

    /// <summary>The product's own conversations, by a clock that can be moved.</summary>
    public static ServiceProvider Build(Phrasebook phrases, Conversation conversation, string database, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Add(services, phrases, conversation, database, "http://127.0.0.1");
        services.AddSingleton(clock ?? TimeProvider.System);
        return services.BuildServiceProvider();
    }

    public static byte[] Render(Turn turn) => TwimlDocument.Render([.. turn.Texts.Select(text => new Message(text))]);
}
