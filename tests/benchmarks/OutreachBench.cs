using System.Diagnostics;
using System.Globalization;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.Benchmarks;

/// <summary>
/// To-dos through a provider that takes 100 ms to answer, at a rate and without one; and what a sweep costs that finds nothing due, in an empty store and in one with a million rows.
/// </summary>
internal static class OutreachBench
{
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(100);

    private static readonly DateTimeOffset InAYear = DateTimeOffset.UtcNow.AddYears(1);

    public static async Task Run(int rows)
    {
        await Sent(400, 10);
        await Sent(2_000, 40);
        await Sent(2_000, 1_000_000);
        await Idle(0);
        await Idle(rows);
    }

    private static async Task Sent(int count, double perSecond)
    {
        await using var shop = new Shop(perSecond);
        var rows = shop.Rows;
        for (var i = 0; i < count; i++)
        {
            var shard = CallerId.AllShards[i % CallerId.Shards];
            await shop.Store.Commit(shard, [rows.New(shard, Slow.Name, i.ToString(CultureInfo.InvariantCulture), DateTimeOffset.UtcNow, "x", DateTimeOffset.UtcNow)]);
        }

        var started = Stopwatch.GetTimestamp();
        while (shop.Done < count)
        {
            await shop.Sweeper.Round();
            await Task.Delay(TimeSpan.FromMilliseconds(perSecond > count ? 0 : 50));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Line($"{count:N0} to-dos, 100 ms an answer, {(perSecond > count ? "no limit" : $"{perSecond:F0} a second allowed")}: {count / seconds:F1} a second");
    }

    private static async Task Idle(int stored)
    {
        await using var shop = new Shop(1);
        for (var i = 0; i < stored; i += StoreLimits.WritesPerCommit)
        {
            var shard = CallerId.AllShards[i / StoreLimits.WritesPerCommit % CallerId.Shards];
            // Half of them reports, half to-dos of next year: what a sweep has to pass by.
            await shop.Store.Commit(shard, [.. Enumerable.Range(i, StoreLimits.WritesPerCommit).Select(nth => new Insert(
                nth % 2 == 0 ? RowKeys.Report($"{nth:D22}") : RowKeys.Due(InAYear.ToUnixTimeSeconds() + nth, "contact", nth.ToString(CultureInfo.InvariantCulture)), new byte[300]))]);
        }

        for (var warm = 0; warm < 20; warm++)
            await shop.Sweeper.Round();
        var times = new List<double>();
        for (var round = 0; round < 200; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await shop.Sweeper.Round();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        times.Sort();
        Line($"a sweep with nothing due, {stored:N0} rows stored: {times[times.Count / 2]:F0} µs median, {times[^2]:F0} µs at worst but one, 0 rows read in {CallerId.Shards} ranges");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Slow : IPerformer
    {
        public const string Name = "errand";

        private int done;

        public string Kind => Name;

        public Outlet Outlet => Outlet.Texts;

        public int Done => done;

        public async Task Perform(Lease lease, CancellationToken cancel)
        {
            await Task.Delay(Answer, cancel);
            await lease.Done();
            Interlocked.Increment(ref done);
        }
    }

    private sealed class Shop : IAsyncDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hotline-outreach-");
        private readonly ServiceProvider services;
        private readonly Slow slow = new();

        public Shop(double perSecond)
        {
            var keys = KeyRing.OpenOrCreate(Path.Combine(folder.FullName, "keys"), dataExists: false);
            var context = DataFiles.Load();
            Store = SqliteStore.Open(Path.Combine(folder.FullName, "bench.db"));
            services = new ServiceCollection().AddLogging(logging => logging.ClearProviders())
                .AddSingleton(TimeProvider.System).AddSingleton(context.Phrases).AddSingleton(new Flows.Engine.Conversation(context.Flows, context.Phrases))
                .AddSingleton(keys).AddSingleton(new Sealer(keys)).AddSingleton(new Pseudonyms(keys)).AddSingleton(Store)
                .AddSingleton(new OutreachSettings { TextsPerSecond = perSecond }).AddSingleton<IPerformer>(slow)
                .AddTurns().BuildServiceProvider();
        }

        public IStore Store { get; }

        public Sweeper Sweeper => services.GetRequiredService<Sweeper>();

        public ToDoRows Rows => services.GetRequiredService<ToDoRows>();

        public int Done => slow.Done;

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await Store.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
