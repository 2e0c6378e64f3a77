using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Hotline.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>Random and almost-right requests at every door, half of them validly signed: each is answered soon, and nothing breaks.</summary>
[Collection(Alone.Name)]
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
        var requests = (int)(Requests * share);
        var attack = await Attack(carrier, requests, Longest);
        output.WriteLine($"{requests} requests, slowest {attack.Slowest.TotalMilliseconds:F0} ms; {string.Join(", ", attack.Statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"))}");
        output.WriteLine($"memory {memory >> 20} MB, then {gateway.Memory >> 20} MB");
        Assert.Empty(attack.Wrong);
        Assert.Equal(HttpStatusCode.OK, await carrier.Health());
        // A request that broke inside and was excused at the door would stand here.
        var lines = gateway.Output.Split('\n');
        // Nobody is set who could be told of a danger, and some of these texts tell of one.
        Assert.Empty(lines.Zip(lines.Skip(1)).Where(pair => pair.First.StartsWith("fail:", StringComparison.Ordinal)).Select(pair => pair.Second.Trim())
            .Where(said => !said.StartsWith("Something urgent waits on the desk", StringComparison.Ordinal)).Distinct());
        Assert.True(gateway.Memory - memory < MostMemory, "The memory grew.");
        // The requests were hostile, and not merely all refused at the first look.
        Assert.True(attack.Statuses.GetValueOrDefault(200) > requests / 20, "Too few were let in.");
        Assert.True(attack.Statuses.GetValueOrDefault(400) > requests / 20, "Too few were refused for what they hold.");
        Assert.True(attack.Statuses.GetValueOrDefault(403) > requests / 10, "Too few were refused for their signature.");
    }

    [Fact]
    public async Task A_door_that_breaks_and_a_door_that_dawdles_are_seen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var (broken, slow) = (0, 0);
        app.Run(async http =>
        {
            if (http.Request.Path == "/sms" && Interlocked.Increment(ref broken) == 20)
                http.Response.StatusCode = 500;
            if (http.Request.Path == "/recording" && Interlocked.Increment(ref slow) == 20)
                await Task.Delay(TimeSpan.FromMilliseconds(900));
        });
        await app.StartAsync();
        using var carrier = new Carrier(app.Urls.Single());
        var wrong = (await Attack(carrier, 1000, TimeSpan.FromMilliseconds(800))).Wrong;
        Assert.Contains(wrong, request => request.Contains("/sms: 500", StringComparison.Ordinal));
        Assert.Contains(wrong, request => request.Contains("/recording: 200", StringComparison.Ordinal));
        await app.StopAsync();
    }

    private static async Task<(IReadOnlyCollection<string> Wrong, IReadOnlyDictionary<int, int> Statuses, TimeSpan Slowest)> Attack(Carrier carrier, int requests, TimeSpan longest)
    {
        var statuses = new ConcurrentDictionary<int, int>();
        var wrong = new ConcurrentQueue<string>();
        var times = new ConcurrentBag<TimeSpan>();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            var hostile = Hostile.Draw(new Random(i));
            var watch = Stopwatch.StartNew();
            var heard = await carrier.Post(hostile.Target, hostile.Body, hostile.Signature, hostile.ContentType, hostile.Method);
            var took = watch.Elapsed;
            times.Add(took);
            statuses.AddOrUpdate(heard.Status, 1, (_, count) => count + 1);
            if (heard.Status >= 500 || took > longest)
                wrong.Enqueue($"request {i} to {hostile.Target}: {heard.Status} after {took.TotalMilliseconds:F0} ms");
        });
        return (wrong, statuses, times.Max());
    }
}
