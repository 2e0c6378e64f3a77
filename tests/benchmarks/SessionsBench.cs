using System.Diagnostics;
using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Benchmarks;

/// <summary>
/// Many open sessions, each by real turns: the conversations of the golden transcripts, each broken off at a random place. What they take on
/// the disk and in this process, turns among them, sweeps over them, and opening the store with them.
/// </summary>
internal static class SessionsBench
{
    private const int Callers = 64;
    private const int Warm = 4_000;
    private const int Turns = 1_000;

    /// <summary>An answer is kept for a quarter of an hour; wake-ups come half an hour after the last word.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromMinutes(16);

    public static async Task Run(int sessions)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-sessions-");
        var database = Path.Combine(folder.FullName, "bench.db");
        var context = DataFiles.Load();
        context.Phrases.Answers!.Find("x");
        var clock = new BenchClock();
        await using (var services = BenchGateway.Build(context.Phrases, new Conversation(context.Flows, context.Phrases), database, clock))
        {
            var line = new OpenSessions(services);
            var store = services.GetRequiredService<SqliteStore>();
            await line.OpenUpTo(Warm, Callers, clock);
            var memory = new List<(int Sessions, long Heap, long Resident)> { Memory(line.Open) };
            var (begun, cpu, commits) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, store.Commits);
            for (var part = 1; part <= 4; part++)
            {
                await line.OpenUpTo(sessions * part / 4, Callers, clock);
                memory.Add(Memory(line.Open));
            }

            var (first, last) = (memory[0], memory[^1]);
            Line($"{line.Open:N0} open sessions by {line.Turns:N0} turns in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s, {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (store.Commits - commits):F0} µs CPU a commit");
            foreach (var (open, heap, resident) in memory)
                Line($"memory with {open,7:N0}: heap {heap / 1048576.0:F1} MB, working set {resident / 1048576.0:F0} MB");
            Line($"slope: heap {(last.Heap - first.Heap) / (double)(last.Sessions - first.Sessions):F1}, working set {(last.Resident - first.Resident) / (double)(last.Sessions - first.Sessions):F1} bytes a session");

            await Settled(database, line.Open, "on the disk");
            await Rows(store, line.Open);
            await Turned(line, "among them");
            await Swept(services, clock, TimeSpan.Zero, "nothing due, all answers of the last quarter of an hour to look at");
            await Swept(services, clock, Answers, "nothing due, those answers taken away");
            await Settled(database, line.Open, "on the disk, answers gone");
            await Swept(services, clock, TimeSpan.Zero, "nothing due, no answers");
            await Swept(services, clock, await Until(store, clock, Turns), "a thousand due");
            Line($"memory at the end: heap {Memory(0).Heap / 1048576.0:F1} MB, working set {Environment.WorkingSet / 1048576.0:F0} MB");
        }

        for (var i = 0; i < 3; i++)
            await Opened(database);
        folder.Delete(recursive: true);
    }

    private static (int Sessions, long Heap, long Resident) Memory(int open)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        return (open, heap, Environment.WorkingSet);
    }

    /// <summary>The writer empties its log once nobody has written for two seconds.</summary>
    private static async Task Settled(string database, int open, string when)
    {
        await Task.Delay(TimeSpan.FromSeconds(4));
        var size = new FileInfo(database).Length + (File.Exists(database + "-wal") ? new FileInfo(database + "-wal").Length : 0);
        Line($"{when}: {size / 1048576.0:F0} MB, {size / open:N0} bytes a session");
    }

    private static async Task Rows(SqliteStore store, int open)
    {
        foreach (var prefix in new[] { "session|", RowKeys.Todo, RowKeys.Turns, RowKeys.Answers, RowKeys.Reports })
        {
            var (rows, bytes) = (0L, 0L);
            foreach (var shard in CallerId.AllShards)
                await foreach (var row in All(store, shard, prefix))
                    (rows, bytes) = (rows + 1, bytes + shard.Length + row.Key.Length + sizeof(long) + row.Body.Length);
            Line($"  {prefix.TrimEnd('|')}: {rows:N0} rows, {bytes / (double)Math.Max(1, rows):F0} bytes each with key and version, {bytes / (double)open:F0} bytes an open session");
        }
    }

    /// <summary>In parts, so that looking does not cost the memory that is measured.</summary>
    private static async IAsyncEnumerable<Row> All(SqliteStore store, string shard, string prefix)
    {
        const int part = 500;
        IReadOnlyList<Row> rows;
        for (var from = prefix; ; from = rows[^1].Key + " ")
        {
            rows = await store.Scan(shard, from, RowKeys.After(prefix), part);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < part)
                yield break;
        }
    }

    private static async Task Turned(OpenSessions line, string what)
    {
        var (before, bytes, cpu, most) = (Memory(0), GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, 0L);
        var milliseconds = new double[Turns];
        for (var i = 0; i < Turns; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await line.OneMore();
            milliseconds[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (i % 100 == 0)
                most = Math.Max(most, Environment.WorkingSet);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        Array.Sort(milliseconds);
        Line($"{Turns:N0} turns {what}, one after the other: {milliseconds[Turns / 2]:F2} ms at the median, {milliseconds[Turns * 99 / 100]:F1} at the 99th percentile, {cpu.TotalMicroseconds / Turns:F0} µs CPU and {bytes / Turns:N0} bytes a turn; working set {before.Resident / 1048576.0:F0} MB before, at most {most / 1048576.0:F0}");
    }

    private static async Task Swept(ServiceProvider services, BenchClock clock, TimeSpan later, string what)
    {
        clock.Advance(later);
        var (begun, cpu, bytes) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var due = await services.GetRequiredService<Sweeper>().SweepOnce();
        Line($"sweep, {what}: {due:N0} due, {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:N0} ms, {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:N0} ms CPU, {(GC.GetTotalAllocatedBytes() - bytes) >> 10:N0} KB allocated, working set {Environment.WorkingSet / 1048576.0:F0} MB");
    }

    /// <summary>How long until so many wake-ups are due.</summary>
    private static async Task<TimeSpan> Until(SqliteStore store, BenchClock clock, int due)
    {
        var seconds = new List<long>();
        foreach (var shard in CallerId.AllShards)
            await foreach (var row in All(store, shard, RowKeys.Todo))
                seconds.Add(long.Parse(row.Key.Split('|')[1], CultureInfo.InvariantCulture));
        seconds.Sort();
        return DateTimeOffset.FromUnixTimeSeconds(seconds[due - 1]) - clock.GetUtcNow();
    }

    private static async Task Opened(string database)
    {
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var store = SqliteStore.Open(database);
        Line($"opening the store: {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:N0} ms, {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:N0} ms CPU");
        await store.DisposeAsync();
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
