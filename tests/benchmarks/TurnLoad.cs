using System.Diagnostics;
using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Benchmarks;

/// <summary>
/// Callers that go through whole conversations at once, by way of the switchboard: load, step, seal, commit, reply. Every commit is on the disk
/// before its turn counts. Prints the waiting times, the longest too, and how many turns share an fsync.
/// </summary>
internal static class TurnLoad
{
    public static async Task Run(int callers, double seconds, string path)
    {
        var scenario = Scenario.Load(path);
        var folder = Directory.CreateTempSubdirectory("hotline-turns-");
        await using (var services = BenchGateway.Build(path, Path.Combine(folder.FullName, "bench.db")))
        {
            await Round(services, scenario, callers, 2);
            var store = services.GetRequiredService<SqliteStore>();
            var (commits, groups) = (store.Commits, store.GroupCommits);
            using var me = Process.GetCurrentProcess();
            var cpu = me.TotalProcessorTime;
            var (bytes, collections) = (GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
            var watch = Stopwatch.StartNew();
            var all = await Round(services, scenario, callers, seconds);
            var elapsed = watch.Elapsed.TotalSeconds;
            me.Refresh();
            Array.Sort(all);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
                {"callers":{{callers}},"turns_per_s":{{all.Length / elapsed:F0}},"cpu_us":{{(me.TotalProcessorTime - cpu).TotalMicroseconds / all.Length:F1}},"p50_ms":{{all[all.Length / 2]:F3}},"p99_ms":{{all[(int)(all.Length * .99)]:F3}},"max_ms":{{all[^1]:F2}},"commits_per_turn":{{(store.Commits - commits) / (double)all.Length:F2}},"fsyncs_per_turn":{{(store.GroupCommits - groups) / (double)all.Length:F4}},"alloc_bytes_turn":{{(GC.GetTotalAllocatedBytes() - bytes) / all.Length}},"collections_per_1000":{{(GC.CollectionCount(0) - collections) * 1000.0 / all.Length:F2}}}
                """));
        }

        folder.Delete(recursive: true);
    }

    /// <returns>Milliseconds of each turn.</returns>
    private static async Task<double[]> Round(ServiceProvider services, Scenario scenario, int callers, double seconds)
    {
        var until = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var lists = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Caller(services, scenario, caller, until))));
        return [.. lists.SelectMany(list => list)];
    }

    private static async Task<List<double>> Caller(ServiceProvider services, Scenario scenario, int number, long until)
    {
        var switchboard = services.GetRequiredService<Switchboard>();
        var pseudonyms = services.GetRequiredService<Pseudonyms>();
        var milliseconds = new List<double>(100_000);
        for (var at = 0; Stopwatch.GetTimestamp() < until; at++)
        {
            // Another phone for each conversation, as on a real line.
            var phone = string.Create(CultureInfo.InvariantCulture, $"+8551{number:D3}{at / scenario.Script.Count % 10_000:D4}");
            var text = scenario.Script[at % scenario.Script.Count];
            var begun = Stopwatch.GetTimestamp();
            await switchboard.Take(
                new TurnRequest(pseudonyms.OfNumber(phone), "85512000000", Guid.NewGuid().ToString(), new Input.Text(text), new Circumstances(Channel.Text, false, "KH"), phone),
                BenchGateway.Render);
            milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return milliseconds;
    }
}
