using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Azure.Cosmos.Table;

// The same as TablesBench does, through the deprecated client.
var number = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3_000;
var body = RandomNumberGenerator.GetBytes(600);
var table = CloudStorageAccount.Parse(args[0]).CreateCloudTableClient().GetTableReference($"old{Stopwatch.GetTimestamp()}");
await table.CreateIfNotExistsAsync();
await Commit("first");
for (var warm = 0; warm < number / 4; warm++)
{
    await Read();
    await Commit($"w{warm}");
}

var (reads, readBytes) = await Timed(_ => Read());
var (commits, commitBytes) = await Timed(turn => Commit($"t{turn}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{{\"client\":\"Microsoft.Azure.Cosmos.Table\",\"read_us\":{reads[number / 2]:F0},\"read_p99_us\":{reads[number * 99 / 100]:F0},\"commit_us\":{commits[number / 2]:F0},\"commit_p99_us\":{commits[number * 99 / 100]:F0},\"read_bytes\":{readBytes},\"commit_bytes\":{commitBytes}}}"));

Task Read() => table.ExecuteAsync(TableOperation.Retrieve<DynamicTableEntity>("00", "session"));

Task Commit(string turn) => table.ExecuteBatchAsync(
[
    TableOperation.InsertOrReplace(Entity("session")),
    TableOperation.Insert(Entity($"turn|{turn}")),
    TableOperation.Insert(Entity($"answer|{turn}")),
]);

DynamicTableEntity Entity(string key) => new("00", key)
{
    Properties = { ["Commit"] = EntityProperty.GeneratePropertyForString("0123456789abcdef"), ["Body"] = EntityProperty.GeneratePropertyForByteArray(body) },
};

async Task<(double[] Microseconds, long Bytes)> Timed(Func<int, Task> one)
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
