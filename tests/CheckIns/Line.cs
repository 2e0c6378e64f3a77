using System.Diagnostics;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Tests.Golden;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.CheckIns;

/// <summary>The check-in line from the switchboard to the disk, with a clock moved by hand and everything that can be watched from outside.</summary>
internal sealed class Line : IAsyncDisposable
{
    public const string Number = "85512000099";

    private readonly Scratch scratch = new();
    private readonly ServiceProvider services;

    /// <param name="inMemory">Without the disk's noise in every time.</param>
    public Line(bool inMemory = false)
    {
        var keys = KeyRing.OpenOrCreate(scratch.Path("keys"), dataExists: false);
        Store = new WatchedStore(inMemory ? new MemoryStore() : SqliteStore.Open(scratch.Path("hotline.db")));
        services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Hotlines.Conversation)
            .AddSingleton(keys).AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys))
            .AddSingleton<IStore>(Store)
            .AddTurns().AddSingleton<ClientBook>()
            .BuildServiceProvider();
    }

    public WatchedStore Store { get; }

    public CapturedLogs Logs { get; } = new();

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));

    public ClientBook Book => services.GetRequiredService<ClientBook>();

    public PageKeeper Pages => services.GetRequiredService<PageKeeper>();

    public Sealer Sealer => services.GetRequiredService<Sealer>();

    public ValueTask<FiledReport?> Report(string hash) => services.GetRequiredService<FiledReports>().Read(hash);

    public Task<int> Sweep() => services.GetRequiredService<Sweeper>().SweepOnce();

    public CallerId Caller(string phone) => services.GetRequiredService<Pseudonyms>().OfNumber(phone);

    /// <returns>What was answered, and how long it took.</returns>
    public async Task<(byte[] Reply, Turn? Turn, long Ticks)> Say(string? phone, Channel channel, Input input, string? call = null)
    {
        var caller = phone is null ? services.GetRequiredService<Pseudonyms>().OfCall(call!) : Caller(phone);
        var request = new TurnRequest(caller, Number, Guid.NewGuid().ToString(), input, new Circumstances(channel, phone is null, "KH", call), phone, CheckIn: true);
        var started = Stopwatch.GetTimestamp();
        var answered = await services.GetRequiredService<Switchboard>().Take(request, Render);
        return (answered.Reply, answered.Turn, Stopwatch.GetTimestamp() - started);
    }

    public ValueTask<Answered> Take(TurnRequest request) => services.GetRequiredService<Switchboard>().Take(request, Render);

    /// <summary>Written straight into the store, as the desk would after all its checks: a thousand enrolments take no minute.</summary>
    public async Task Enrol(string phone, Client client)
    {
        var (caller, key) = (Caller(phone), RowKeys.Client(Caller(phone)));
        await Store.Commit(caller.Shard, [new Insert(key, Sealer.Seal(caller.Shard, key, new ClientRow(client, phone).ToJson()))]);
    }

    public async Task<IReadOnlyList<Row>> Rows(string prefix)
    {
        List<Row> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange(await Store.Scan(shard, prefix, RowKeys.After(prefix)));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        scratch.Dispose();
    }

    private static byte[] Render(Turn turn) => TwimlDocument.Render([.. turn.Texts.Select(text => new Message(text)), .. turn.Says.Where(_ => turn.Texts.Count == 0).Select(say => new Functions.Twiml.Say(say.Key, "en-US"))]);
}
