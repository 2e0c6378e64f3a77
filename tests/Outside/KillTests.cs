using System.Diagnostics;
using System.Globalization;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>kill -9 at random moments while people report: nothing that was answered is lost, nothing is there twice.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int UsualKills = 50;
    private const int Callers = 10;
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ReadyAgain = TimeSpan.FromSeconds(2);

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    [Fact]
    public async Task No_answered_report_is_lost_and_none_is_there_twice()
    {
        using var folder = new Scratch();
        var chance = new Random(50);
        var tales = new List<Tale>();
        var starts = new List<TimeSpan>();
        var watch = Stopwatch.StartNew();
        var unanswered = new List<Tale>();
        for (var round = 0; round < Kills; round++)
        {
            using var gateway = await RunningGateway.Start(folder.Folder);
            if (round > 0)
                starts.Add(gateway.ReadyAfter);
            using var carrier = new Carrier(gateway.Address);
            var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Talk(carrier, $"tale-{round}-{caller}", caller < unanswered.Count ? unanswered[caller] : null))).ToArray();
            // The moment is the point: a random part of a round, not an event.
            await Task.WhenAny(Task.Delay(LongestRound * chance.NextDouble()), Task.WhenAll(callers));
            gateway.Kill();
            var told = (await Task.WhenAll(callers)).SelectMany(all => all).ToArray();
            tales.AddRange(told.Except(tales));
            // Half of those cut off try the same webhook again when we are back, as a provider does; the others never write again.
            unanswered = [.. told.Where(tale => !tale.Over && chance.Next(2) == 0).Take(Callers)];
        }

        watch.Stop();
        output.WriteLine($"{Kills} kills, {tales.Count} stories, {tales.Count(tale => tale.FirstAnswered)} answered, {tales.Count(tale => tale.Over)} with a receipt, {watch.Elapsed.TotalSeconds:F0} s");
        var ordered = starts.Order().ToArray();
        if (ordered.Length > 0)
            output.WriteLine($"ready again after {ordered[ordered.Length / 2].TotalMilliseconds:F0} ms (median), {ordered[^1].TotalMilliseconds:F0} ms (worst)");
        await Judge(folder.Folder, tales);
        Assert.True(ordered.Length == 0 || ordered[ordered.Length / 2] <= ReadyAgain, "Half of the starts took longer than two seconds.");
        // The killing hit people in the middle: some were answered and cut off, some were finished.
        Assert.Contains(tales, tale => tale is { FirstAnswered: true, Over: false });
        Assert.Contains(tales, tale => tale.Over);
    }

    private static async Task<List<Tale>> Talk(Carrier carrier, string tag, Tale? cutOff)
    {
        var tales = new List<Tale>();
        for (var number = 0; ; number++)
        {
            var tale = cutOff ?? new Tale($"{tag}-{number}.");
            cutOff = null;
            tales.Add(tale);
            while (!tale.Over)
                if (!await tale.Step(carrier))
                    return tales;
        }
    }

    private static async Task Judge(string data, List<Tale> tales)
    {
        Assert.Equal("ok", Database.Ask(data, "PRAGMA integrity_check"));
        await using var gateway = await Served.Start(data, clock: new FakeClock(DateTimeOffset.UtcNow.AddMinutes(31)));
        await gateway.Sweep();
        var counts = (await gateway.Filed()).Where(line => line.IsReport).SelectMany(report => report.Words).GroupBy(Tag).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(counts, count => Assert.Equal((count.Key, 1), (count.Key, count.Value)));
        Assert.Empty(tales.Where(tale => tale.FirstAnswered && !counts.ContainsKey(tale.Tag)).Select(tale => tale.Tag));
        Assert.Empty(counts.Keys.Except(tales.Select(tale => tale.Tag)));
        var store = gateway.Services.GetRequiredService<IStore>();
        var pseudonyms = gateway.Services.GetRequiredService<Pseudonyms>();
        foreach (var tale in tales.Where(tale => tale.Over))
        {
            var hash = pseudonyms.OfReceipt(tale.Receipt!);
            Assert.NotNull(await store.Read(CallerId.Parse(hash)!.Value.Shard, RowKeys.Report(hash)));
        }

        foreach (var shard in CallerId.AllShards)
            Assert.Empty(await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)));
    }

    private static string Tag(string words) => words.Split(' ')[0];
}
