using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;

namespace Hotline.Benchmarks;

/// <summary>
/// Whole turns on the embedded store: one scan of a caller's rows and one commit of three writes of 600 bytes (session replaced, answered turn
/// and to-do inserted, what is 4 turns old deleted), for 1, 8 and 64 callers. Prints turns/s, waiting times and commits per fsync.
/// </summary>
public static class StoreBench
{
    private const int Shards = 32;
    private const int BodyBytes = 600;

    // Sealed bodies look like this; drawing new ones would cost as much as the turn.
    private static readonly byte[] Body = RandomNumberGenerator.GetBytes(BodyBytes);

    private static int people;

    /// <param name="args">Folder for the database (a new temporary one if none), seconds a round (3), people (100,000; with 1,000 the rows stay in memory).</param>
    public static async Task Run(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Directory.CreateTempSubdirectory("hotline-store-").FullName;
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 3;
        people = (args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000) / Shards;
        var path = Path.Combine(folder, $"bench-{Environment.ProcessId}.db");
        Console.WriteLine($"{Environment.ProcessorCount} cores, {new DriveInfo(folder).DriveFormat}, {Shards * people:N0} sessions of {BodyBytes} bytes");
        await using (var store = SqliteStore.Open(path))
        {
            await Fill(store);
            await Round(store, 8, 1);
            foreach (var callers in new[] { 1, 8, 64 })
                Print(callers, await Round(store, callers, seconds));
        }

        foreach (var file in Directory.GetFiles(folder, Path.GetFileName(path) + "*"))
            File.Delete(file);
    }

    /// <summary>The slope from 1 to 64 callers, on a table or on a file, in one run: a scan and a commit each turn.</summary>
    /// <param name="connection">Of the emulator.</param>
    public static async Task Slope(string connection, double seconds)
    {
        people = 3_200 / Shards;
        var folder = Directory.CreateTempSubdirectory("hotline-store-").FullName;
        await using (var file = SqliteStore.Open(Path.Combine(folder, "slope.db")))
        await using (var table = StorageSettings.Read(_ => connection, "Storage:Account", $"slope{Stopwatch.GetTimestamp()}")!.Open())
        {
            foreach (var (name, store) in new (string, IStore)[] { ("SQLite, FULL", file), ("Azurite", table) })
            {
                Console.WriteLine(name);
                await Fill(store);
                await Round(store, 8, 1);
                foreach (var callers in new[] { 1, 2, 4, 8, 16, 32, 64 })
                    Print(callers, await Round(store, callers, seconds));
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private sealed record Measured(double Seconds, double[] Milliseconds, long Conflicts, double PerFsync, long Bytes, double CpuMicroseconds);

    private static async Task<Measured> Round(IStore store, int callers, double seconds)
    {
        var file = store as SqliteStore;
        var (commits, groups) = (file?.Commits ?? 0, file?.GroupCommits ?? 0);
        var (bytes, cpu) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
        var watch = Stopwatch.StartNew();
        var turns = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Caller(store, caller, watch, seconds))));
        var elapsed = watch.Elapsed.TotalSeconds;
        var all = turns.SelectMany(turn => turn.Milliseconds).ToArray();
        Array.Sort(all);
        return new(elapsed, all, turns.Sum(turn => turn.Conflicts), file is null ? 1 : (file.Commits - commits) / (double)(file.GroupCommits - groups),
            (GC.GetTotalAllocatedBytes() - bytes) / all.Length, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / all.Length);
    }

    private static async Task<(List<double> Milliseconds, long Conflicts)> Caller(IStore store, int seed, Stopwatch watch, double seconds)
    {
        // Another seed each round, or the ids of the last round would come again.
        var random = new Random(HashCode.Combine(seed, watch.GetHashCode()));
        var milliseconds = new List<double>(200_000);
        long conflicts = 0;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var begun = watch.Elapsed;
            if (await Turn(store, random) == CommitResult.Conflict)
                conflicts++;
            milliseconds.Add((watch.Elapsed - begun).TotalMilliseconds);
        }

        return (milliseconds, conflicts);
    }

    private static async Task<CommitResult> Turn(IStore store, Random random)
    {
        var shard = Shard(random.Next(Shards));
        var caller = Caller(random.Next(people));
        var rows = await store.Scan(shard, caller + "|", caller + "~");
        var session = rows[0];
        var id = random.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
        var writes = new List<Write>(4)
        {
            new Replace(session.Key, session.Version, Body),
            new Insert($"{caller}|turn|{id}", Body),
            // What is due comes in the order of time, as in life.
            new Insert($"todo|{Stopwatch.GetTimestamp():x16}|{id}", Body),
        };
        if (rows.Count > 4)
            writes.Add(new Delete(rows[1].Key));
        return await store.Commit(shard, writes);
    }

    private static async Task Fill(IStore store)
    {
        for (var shard = 0; shard < Shards; shard++)
        {
            foreach (var some in Enumerable.Range(0, people).Chunk(StoreLimits.WritesPerCommit))
                await store.Commit(Shard(shard), [.. some.Select(caller => new Insert($"{Caller(caller)}|session", Body))]);
        }
    }

    private static string Shard(int number) => number.ToString("x2", CultureInfo.InvariantCulture);

    private static string Caller(int number) => $"caller|{(uint)number * 2654435761u:x8}-pseudonym";

    private static void Print(int callers, Measured run)
    {
        double At(double part) => run.Milliseconds[(int)(run.Milliseconds.Length * part)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{callers,3} callers  {run.Milliseconds.Length / run.Seconds,8:N0} turns/s  p50 {At(.5),6:F3} ms  p99 {At(.99),6:F2} ms  worst {run.Milliseconds[^1],6:F1} ms  {run.PerFsync,5:F1} commits an fsync  {run.CpuMicroseconds,5:F0} us CPU and {run.Bytes:N0} bytes a turn  {run.Conflicts} conflicts"));
    }
}
