using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Doors;
using Hotline.Functions.InboundSms;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Carriers;
using Hotline.Tests.Golden;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Reconciling;

/// <summary>The gateway without a web server between a store in memory and a fake provider, on a clock moved by hand. It can die and be started again.</summary>
internal sealed class Post : IAsyncDisposable
{
    public const string Person = "+85512987654";
    public const string CheckIns = "+85512000099";
    public const string OnDuty = "+85512000001";

    private readonly Scratch scratch = new();
    private readonly KeyRing keys;
    private ServiceProvider services;
    private ProviderClient client;

    public Post(int seed = 1, ProviderKind kind = ProviderKind.Twilio)
    {
        keys = KeyRing.OpenOrCreate(scratch.Path("keys"), dataExists: false);
        Provider = new FakeProvider(Clock, seed, kind);
        Provider.OurNumbers.Add(CheckIns);
        Provider.Webhooks.Keeps = false;
        Provider.Webhooks.Sink = Hear;
        Provider.Before = (asked, _) =>
        {
            lock (Asked)
                Asked.Add(asked);
            return Task.CompletedTask;
        };
        (services, client) = Started();
    }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public FakeProvider Provider { get; }

    public SharedStore Store { get; } = new();

    public CapturedLogs Logs { get; } = new();

    /// <summary>Every request that the provider got.</summary>
    public List<Asked> Asked { get; } = [];

    public T Of<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Sends a text of which no webhook tells us.</summary>
    public async Task<string> Unheard(string body, string from = Person, string to = Carrier.Line) => (await Provider.Receive(from, to, body, WebhookFault.Lost)).Sid;

    public async Task<(string Sid, Heard? Answer)> Text(string body, string from = Person, string to = Carrier.Line) => await Provider.Receive(from, to, body, WebhookFault.None);

    /// <summary>The webhook of a text after all.</summary>
    public Task<Heard> LateWebhook(string sid)
    {
        var kept = Provider.Messages.Find(sid)!;
        return Answer(new Received { Kind = WebhookKind.Sms, Id = sid, MessageSid = sid, From = kept.From, To = kept.To, Body = kept.Body });
    }

    public Task<Reconciled> Run() => Of<Reconciler>().Run();

    public async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        await Provider.Advance();
    }

    /// <summary>Due texts go out and arrive, one a second at most.</summary>
    public async Task Sweep(int rounds = 4)
    {
        for (var i = 0; i < rounds; i++)
        {
            await Of<Sweeper>().SweepOnce();
            await Pass(TimeSpan.FromSeconds(2));
        }
    }

    /// <summary>The process ends wherever it is, and another begins.</summary>
    public void Restart()
    {
        Store.DiesAt = 0;
        services.Dispose();
        client.Dispose();
        (services, client) = Started();
    }

    public async Task<IReadOnlyList<Row>> Rows(string prefix)
    {
        List<Row> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange(await Store.Scan(shard, prefix, RowKeys.After(prefix)));
        return rows;
    }

    /// <summary>Everything that one person said and that lies somewhere, in the order in which it was heard.</summary>
    public async Task<IReadOnlyList<string>> Words(string from = Person, string line = Carrier.Line)
    {
        var caller = Of<Pseudonyms>().OfNumber(from);
        var key = RowKeys.Session(caller, line.TrimStart('+'), line == CheckIns);
        return await Store.Read(caller.Shard, key) is { } row ? Of<TurnRows>().Open(caller.Shard, row).Session.Words : [];
    }

    public async Task Enrol(string phone, Client enrolled)
    {
        var caller = Of<Pseudonyms>().OfNumber(phone);
        var key = RowKeys.Client(caller);
        await Store.Commit(caller.Shard, [new Insert(key, Of<Sealer>().Seal(caller.Shard, key, new ClientRow(enrolled, phone).ToJson()))]);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        client.Dispose();
        scratch.Dispose();
    }

    private (ServiceProvider, ProviderClient) Started()
    {
        var watch = new ProviderWatch(Clock);
        var provider = new ProviderClient(Provider.Account, Clock, patience: Bench.Quick, handler: Provider.Handler, watch: watch);
        var settings = new Settings
        {
            Development = false,
            PublicUrl = Signed.Origin,
            DataPath = "",
            KeyPath = "",
            Provider = Provider.Kind,
            AccountSid = Provider.AccountSid,
            AuthTokens = [Provider.Token],
            ApiUrl = Provider.ApiUrl,
            MediaHosts = Provider.Account.MediaHosts,
            CheckInNumber = CheckIns,
            StaffNumbers = [OnDuty],
            Outreach = new OutreachSettings { Number = Carrier.Line, TextsPerSecond = 1000 },
        };
        return (new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Information))
            .AddSingleton<TimeProvider>(Clock).AddSingleton(Hotlines.Conversation).AddSingleton(Hotlines.Context.Phrases)
            .AddSingleton(keys).AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys)).AddSingleton<IStore>(Store)
            .AddSingleton(settings).AddSingleton(settings.Outreach).AddSingleton(Lines.Of(settings)).AddSingleton(watch).AddSingleton<IProvider>(provider)
            .AddSingleton(new CheckInLine(CheckIns)).AddSingleton(new Staff([OnDuty])).AddSingleton<Callers>().AddSingleton<WaitingRoom>().AddSingleton<ClientBook>()
            .AddSingleton<Functions.Returning.OptOuts>().AddSingleton<Fates>().AddSingleton<Sender>().AddSingleton<IPerformer, TextPerformer>()
            .AddTurns().AddReconciling()
            .BuildServiceProvider(), provider);
    }

    private Task<Heard> Hear(Signed request) => request.Kind == WebhookKind.Sms && request.Read() is Accepted accepted
        ? Answer(accepted.Received)
        : Task.FromResult(new Heard(204, []));

    private async Task<Heard> Answer(Received received)
    {
        var answered = await Of<Inbox>().Take(received, turn => TwimlDocument.Render([.. turn.Texts.Select(text => new Message(text))]), late: null, default);
        return new Heard(200, answered is null || answered.Reply.Length == 0 ? TwimlDocument.Render([]) : answered.Reply);
    }
}
