using System.Collections.Concurrent;
using System.Globalization;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Golden;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.ToDos;

/// <summary>Workers beside one store, each as a process of its own would be: nothing is shared but rows. They do to-dos of a kind of ours.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly Scratch folder = new();
    private readonly KeyRing keys;
    private readonly List<ServiceProvider> workers = [];
    private int made;

    /// <param name="store">Null: a file, or memory.</param>
    public Workshop(bool inMemory = false, IStore? store = null)
    {
        keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        Store = store ?? (inMemory ? new MemoryStore() : SqliteStore.Open(folder.Path("hotline.db")));
    }

    public IStore Store { get; }
    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
    public ProviderWatch Watch { get; private set; } = null!;

    /// <param name="does">Performs; null: done at once.</param>
    public Sweeper Worker(Func<Lease, Task>? does = null, double perSecond = 100_000, Outlet outlet = Outlet.Texts)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Hotlines.Conversation)
            .AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys)).AddSingleton(keys)
            .AddSingleton(Store)
            .AddSingleton(new OutreachSettings { TextsPerSecond = perSecond, CallsPerSecond = perSecond })
            .AddSingleton<IPerformer>(new Errand(does ?? (async lease => await lease.Done()), outlet))
            .AddTurns().BuildServiceProvider();
        workers.Add(services);
        Watch = services.GetRequiredService<ProviderWatch>();
        return services.GetRequiredService<Sweeper>();
    }

    public ToDoDesk Desk() => new(Store, new ToDoRows(new Sealer(keys)), Clock);

    public int Waiting() => workers[^1].GetRequiredService<QueueState>().Waiting;

    /// <param name="person">Several for one person go in the order in which they were made.</param>
    public async Task Owe(string body, string? person = null, TimeSpan? dueIn = null)
    {
        var shard = CallerId.AllShards[(person is null ? made : person.Sum(c => c)) % CallerId.Shards];
        var id = person is null ? made.ToString(CultureInfo.InvariantCulture) : Hotline.Functions.Turns.RowKeys.OneOfMany(person, made);
        made++;
        Assert(await Store.Commit(shard, [new ToDoRows(new Sealer(keys)).New(shard, Errand.Name, id, Clock.GetUtcNow() + (dueIn ?? TimeSpan.Zero), body, Clock.GetUtcNow())]));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
            await worker.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }

    private static void Assert(CommitResult result) => Xunit.Assert.Equal(CommitResult.Committed, result);

    private sealed class Errand(Func<Lease, Task> does, Outlet outlet) : IPerformer
    {
        public const string Name = "errand";

        public string Kind => Name;

        public Outlet Outlet => outlet;

        public Task Perform(Lease lease, CancellationToken cancel) => does(lease);
    }
}
