using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Hotline.Functions.Storage.Tables;

namespace Hotline.Benchmarks;

/// <summary>Our client of the table service alone: a point read, and a transaction of three rows as a turn writes them. One after the other; prints one JSON line.</summary>
public static class TablesBench
{
    private static readonly byte[] Body = RandomNumberGenerator.GetBytes(600);

    public static async Task Run(string connection, int number)
    {
        var parts = connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var table = new TableServiceClient(new Uri(parts["TableEndpoint"]), new TableSharedKeyCredential(parts["AccountName"], parts["AccountKey"])).GetTableClient($"ours{Stopwatch.GetTimestamp()}");
        await table.CreateIfNotExistsAsync();
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Entity("session"))]);
        for (var warm = 0; warm < number / 4; warm++)
        {
            await table.GetEntityIfExistsAsync<TableEntity>("00", "session");
            await Commit(table, $"w{warm}");
        }

        var (reads, readBytes) = await Timed(number, _ => table.GetEntityIfExistsAsync<TableEntity>("00", "session"));
        var (commits, commitBytes) = await Timed(number, turn => Commit(table, $"t{turn}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"client\":\"ours\",\"read_us\":{reads[number / 2]:F0},\"read_p99_us\":{reads[number * 99 / 100]:F0},\"commit_us\":{commits[number / 2]:F0},\"commit_p99_us\":{commits[number * 99 / 100]:F0},\"read_bytes\":{readBytes},\"commit_bytes\":{commitBytes}}}"));
    }

    private static Task Commit(TableClient table, string turn) => table.SubmitTransactionAsync(
    [
        new(TableTransactionActionType.UpsertReplace, Entity("session")),
        new(TableTransactionActionType.Add, Entity($"turn|{turn}")),
        new(TableTransactionActionType.Add, Entity($"answer|{turn}")),
    ]);

    private static TableEntity Entity(string key) => new("00", key) { ["Commit"] = "0123456789abcdef", ["Body"] = Body };

    private static async Task<(double[] Microseconds, long Bytes)> Timed(int number, Func<int, Task> one)
    {
        var times = new double[number];
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < number; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await one(i);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / number;
        Array.Sort(times);
        return (times, bytes);
    }
}
