using System.Diagnostics;
using System.Globalization;
using Hotline.Tests.Storage;
using Hotline.Tests.Tables;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>kill -9 at random moments while people report: nothing that was answered is lost, nothing is there twice.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private const int UsualKills = 50;
    private const int UsualKillsOnATable = 15;
    private const int Callers = 10;
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(400);

    /// <summary>The emulator takes a tenth of the turns that a file does.</summary>
    private static readonly TimeSpan LongestRoundOnATable = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ReadyAgain = TimeSpan.FromSeconds(2);

    private static int Kills(int usual) => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : usual;

    [Fact]
    public Task No_answered_report_is_lost_and_none_is_there_twice() => Kill(Kills(UsualKills), null);

    [Fact]
    public Task The_same_holds_on_a_table() => Kill(Kills(UsualKillsOnATable), azurite.Settings(Azurite.NewTable()));

    private async Task Kill(int kills, (string Name, string? Value)[]? table)
    {
        using var folder = new Scratch();
        var chance = new Random(50);
        var tales = new List<Tale>();
        var starts = new List<TimeSpan>();
        var watch = Stopwatch.StartNew();
        var unanswered = new List<Tale>();
        for (var round = 0; round < kills; round++)
        {
            using var gateway = await RunningGateway.Start(folder.Folder, settings: table ?? []);
            if (round > 0)
                starts.Add(gateway.ReadyAfter);
            using var carrier = new Carrier(gateway.Address);
            var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Talk(carrier, $"tale-{round}-{caller}", caller < unanswered.Count ? unanswered[caller] : null))).ToArray();
            // The moment is the point: a random part of a round, not an event.
            await Task.WhenAny(Task.Delay((table is null ? LongestRound : LongestRoundOnATable) * chance.NextDouble()), Task.WhenAll(callers));
            gateway.Kill();
            var told = (await Task.WhenAll(callers)).SelectMany(all => all).ToArray();
            tales.AddRange(told.Except(tales));
            // Half of those cut off try the same webhook again when we are back, as a provider does; the others never write again.
            unanswered = [.. told.Where(tale => !tale.Over && chance.Next(2) == 0).Take(Callers)];
        }

        watch.Stop();
        output.WriteLine($"{kills} kills, {tales.Count} stories, {tales.Count(tale => tale.FirstAnswered)} answered, {tales.Count(tale => tale.Over)} with a receipt, {watch.Elapsed.TotalSeconds:F0} s");
        var ordered = starts.Order().ToArray();
        if (ordered.Length > 0)
            output.WriteLine($"ready again after {ordered[ordered.Length / 2].TotalMilliseconds:F0} ms (median), {ordered[^1].TotalMilliseconds:F0} ms (worst)");
        Assert.Empty(await Judgement.Of(folder.Folder, tales, table?.Select(setting => $"--{setting.Name.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}").ToList()));
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

    [Fact]
    public async Task The_judge_sees_a_lost_report_a_double_one_and_one_that_nobody_sent()
    {
        using var folder = new Scratch();
        var tales = new List<Tale>();
        await using (var gateway = await Served.Start(folder.Folder))
            foreach (var tag in new[] { "kept.", "lost.", "double.", "double.", "unknown." })
            {
                var tale = new Tale(tag);
                while (!tale.Over)
                    Assert.True(await tale.Step(gateway.Carrier));
                tales.Add(tale);
            }

        tales.RemoveAll(tale => tale.Tag == "unknown.");
        using (var file = Database.Open(folder.Folder))
        await using (var gateway = await Served.Start(folder.Folder))
            Database.Ask(file, $"DELETE FROM rows WHERE key = '{Judgement.Row(gateway.Services, tales.Single(tale => tale.Tag == "lost.")).Key}'");
        Assert.Equal(
            ["double. is there 2 times", "unknown. was never sent", "lost. was answered and is not there", "lost. has a receipt that opens nothing"],
            await Judgement.Of(folder.Folder, tales));
    }
}
