using Hotline.Flows.Checking;
using Hotline.Flows.Engine;
using Hotline.Functions.Alerts;
using Hotline.Functions.Audio;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Functions.Delivery;
using Hotline.Functions.Doors;
using Hotline.Functions.Health;
using Hotline.Functions.Hosting;
using Hotline.Functions.InboundCall;
using Hotline.Functions.InboundSms;
using Hotline.Functions.Keys;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Simulator;
using Hotline.Functions.Storage;
using Hotline.Functions.Telemetry;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;
using Hotline.Localization;

namespace Hotline.Functions.Setup;

/// <summary>Puts the gateway together: settings, keys, store, flows, routes. The one place where everything meets.</summary>
public static class Gateway
{
    public static async Task<int> Serve(string[] args)
    {
        await using var app = Build(args);
        try
        {
            if (app.Services.GetRequiredService<IStore>() is TableStore tables)
                await StoreServices.Reach(tables);
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new SetupException($"The address {Address.OfServer(app.Configuration)} is taken by another program: stop it, or set ASPNETCORE_URLS to another address.");
        }
        catch (FormatException)
        {
            throw new SetupException("The setting ASPNETCORE_URLS has to be an address to listen on, like http://localhost:7071.");
        }

        Greeting.Write(app, Console.Out);
        await app.WaitForShutdownAsync();
        return FunctionsHost.Port is null ? 0 : FunctionsHost.StartAgain;
    }

    /// <param name="change">For tests: replaces services before they are used.</param>
    /// <exception cref="SetupException">One sentence: what is wrong and what to do.</exception>
    public static WebApplication Build(string[] args, bool serving = true, Action<WebApplicationBuilder>? change = null)
    {
        var reading = DataFiles.Begin();
        var hostPort = FunctionsHost.Port;
        var builder = Builder(args, hostPort);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Request lines would tell who called when; our own lines carry a turn and no person.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        var secrets = SecretSources.Open(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var context = Task.Run(() => reading.Finish(settings.DutyNumber, settings.RefuseUnverifiedNumbers));
        var checking = Task.Run(async () => Check(await context));
        // A first start makes keys and a database, and only for flows that can run.
        if (settings.Storage is null && !File.Exists(settings.KeyPath))
            checking.GetAwaiter().GetResult();
        AddServices(builder.Services, settings, context, secrets);
        builder.Services.AddTelemetry(settings, builder.Configuration);
        if (serving)
            AddClocks(builder.Services, hostPort is not null);
        change?.Invoke(builder);

        var app = builder.Build();
        try
        {
            Routes.Map(app, settings);
            if (hostPort is { } own)
                TimerDoor.Map(app, own);
        }
        finally
        {
            // Meanwhile the flows were checked. Nobody listens before that has ended well, and what it says is said first.
            checking.GetAwaiter().GetResult();
        }

        return app;
    }

    /// <summary>Settings are read once: nobody has to watch the folder for changes. The Functions host hands its own environment down; a page for developers must never open there.</summary>
    internal static WebApplicationBuilder Builder(string[] args, int? hostPort)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false", .. args], ContentRootPath = AppContext.BaseDirectory, EnvironmentName = hostPort is null ? null : Environments.Production });
        if (hostPort is { } port)
            FunctionsHost.Bind(builder.WebHost, port);
        else
            builder.WebHost.UseUrls(Address.ToListenOn(builder.Configuration));
        return builder;
    }

    /// <summary>Under the Functions host its timers are the clock.</summary>
    private static void AddClocks(IServiceCollection services, bool timers) =>
        _ = timers ? services.AddHostedService<HurryService>().AddHostedService<AnswersReady>() : services.AddHostedService<SweepService>().AddHostedService<ReconcileService>().AddHostedService<AnswersReady>();

    private static void Check(CheckContext context)
    {
        if (FlowCheck.All(context) is { Count: > 0 } findings)
            throw new SetupException($"{findings[0]} ({findings.Count} findings; -- check lists them all)");
    }

    private static void AddServices(IServiceCollection services, Settings settings, Task<CheckContext> context, SecretSources secrets)
    {
        var database = Path.Combine(settings.DataPath, "hotline.db");
        services.AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => context.GetAwaiter().GetResult())
            .AddSingleton(provider => provider.GetRequiredService<CheckContext>().Phrases)
            .AddSingleton(provider => new Conversation(provider.GetRequiredService<CheckContext>().Flows, provider.GetRequiredService<Phrasebook>()))
            .AddKeys(secrets, settings, dataExists: () => settings.Storage is null ? File.Exists(database) : StoreServices.HoldsRows(settings.Storage))
            .AddStore(settings.Storage, database)
            .AddSingleton<Pulses>().AddSingleton<HealthReport>().AddSingleton<Chores>()
            .AddSingleton(_ => AudioFiles.In(Path.Combine(DataFiles.Folder("localization"), "audio")))
            .AddSingleton(provider => new DoorSettings(settings.PublicUrl, settings.Provider, settings.AccountSid, provider.GetRequiredService<LivingTokens>(), KnownParameters.BuiltIn))
            .AddSingleton(provider => new VoicePrompts(provider.GetRequiredService<Phrasebook>(), provider.GetRequiredService<AudioFiles>(), settings.PublicUrl))
            .AddSingleton(provider => new VoiceReply(provider.GetRequiredService<VoicePrompts>(), settings.PublicUrl, settings.DutyNumber))
            .AddSingleton<OffThePhone>().AddSingleton<BrokenReply>()
            .AddProvider().AddOutreach(settings).AddTurns()
            .AddSingleton(new CheckInLine(settings.CheckInNumber)).AddSingleton(new Staff(StaffBook.AllOf(settings)))
            .AddSingleton<WaitingRoom>().AddSingleton<ClientBook>().AddSingleton<EnrolmentDesk>().AddSingleton<Desk>()
            .AddSingleton<Callers>().AddSingleton<Door>().AddSingleton<SmsDoor>().AddSingleton<CallDoor>().AddSingleton<RecordingDoor>().AddSingleton<DeliveryDoor>()
            .AddSingleton<Shelves>().AddSingleton<RecordingShelf>().AddSingleton<SoundCommand>().AddSingleton<ReportText>().AddSingleton<DeskCommand>().AddSingleton<ReportsCommand>().AddSingleton<QuestionsCommand>().AddSingleton<ClientsCommand>().AddSingleton<ToDoDesk>().AddSingleton<TodoCommand>().AddSingleton<ReconcileCommand>().AddSingleton<BroadcastCommand>().AddSingleton<FallbackCommand>();
        if (settings.Development)
            services.AddSingleton<SimulatorTurns>().AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<SimulatorTurns>());
        else
            services.AddSingleton<ITurnObserver, NobodyLooks>();
    }
}
