using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>Random and almost-right requests at every door, half of them validly signed: each is answered soon, and nothing breaks.</summary>
public sealed class HostileTests(ITestOutputHelper output)
{
    private const int UsualRequests = 10_000;
    private const int AtOnce = 16;
    private const long MostMemory = 200L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static int Requests => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_HOSTILE"), CultureInfo.InvariantCulture, out var requests) ? requests : UsualRequests;

    [Theory]
    [InlineData("Development", 0.8)]
    [InlineData("Production", 0.2)]
    public async Task Nothing_that_is_sent_breaks_a_door_or_holds_it_open(string environment, double share)
    {
        using var folder = new Scratch();
        using var gateway = await RunningGateway.Start(folder.Folder, environment);
        using var carrier = new Carrier(gateway.Address);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => carrier.Text(Carrier.Number(), $"warm {i}")));
        var memory = gateway.Memory;
        var statuses = new ConcurrentDictionary<int, int>();
        var wrong = new ConcurrentQueue<string>();
        var slowest = new ConcurrentBag<TimeSpan>();
        var requests = (int)(Requests * share);
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var hostile = Hostile.Draw(new Random(i));
            var watch = Stopwatch.StartNew();
            var heard = await carrier.Post(hostile.Target, hostile.Body, hostile.Signature, hostile.ContentType, hostile.Method);
            slowest.Add(watch.Elapsed);
            statuses.AddOrUpdate(heard.Status, 1, (_, count) => count + 1);
            if (heard.Status >= 500 || watch.Elapsed > Longest)
                wrong.Enqueue($"request {i} to {hostile.Target}: {heard.Status} after {watch.Elapsed.TotalMilliseconds:F0} ms");
        });
        output.WriteLine($"{requests} requests, slowest {slowest.Max().TotalMilliseconds:F0} ms; {string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"))}");
        output.WriteLine($"memory {memory >> 20} MB, then {gateway.Memory >> 20} MB");
        Assert.Empty(wrong);
        Assert.Equal(HttpStatusCode.OK, await carrier.Health());
        // A request that broke inside and was excused at the door would stand here.
        Assert.DoesNotContain("fail:", gateway.Output, StringComparison.Ordinal);
        Assert.True(gateway.Memory - memory < MostMemory, "The memory grew.");
        // The requests were hostile, and not merely all refused at the first look.
        Assert.True(statuses.GetValueOrDefault(200) > requests / 20, "Too few were let in.");
        Assert.True(statuses.GetValueOrDefault(400) > requests / 20, "Too few were refused for what they hold.");
        Assert.True(statuses.GetValueOrDefault(403) > requests / 10, "Too few were refused for their signature.");
    }
}
