using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Benchmarks;

/// <summary>
/// A turn for each way a text may go: the engine alone (stored session in, reply and stored session out), beside a turn of the scenario that
/// `engine` measures, in the same rounds; and the whole turn through the switchboard with SQLite at FULL, 64 callers at once.
/// </summary>
internal static class RoutedBench
{
    private const int Rounds = 9;
    private const int Times = 1_800;
    private const int Callers = 64;

    public static async Task Run(string path)
    {
        var context = DataFiles.Load();
        var conversation = new Conversation(context.Flows, context.Phrases);
        context.Phrases.Answers!.Find("x");
        foreach (var one in RoutedCase.All)
            one.Check(conversation);
        var engine = Engine(conversation, Scenario.Load(path));
        var whole = await Whole(context.Phrases, conversation);
        Line($"| the text | engine µs | times a scenario turn | bytes | whole turn µs | times \"answer, a key\" |");
        Line($"|---|--:|--:|--:|--:|--:|");
        Line($"| a turn of the scenario | {engine[0].Microseconds:F1} | 1 | {engine[0].Bytes:N0} | | |");
        for (var i = 0; i < RoutedCase.All.Count; i++)
            Line($"| {RoutedCase.All[i].Name} | {engine[i + 1].Microseconds:F1} | {engine[i + 1].Microseconds / engine[0].Microseconds:F1} | {engine[i + 1].Bytes:N0} | {whole[i]:F0} | {whole[i] / whole[2]:F1} |");
    }

    /// <returns>The scenario first, then the cases: CPU microseconds and bytes a turn, medians of rounds that go through all of them.</returns>
    private static List<(double Microseconds, long Bytes)> Engine(Conversation conversation, Scenario scenario)
    {
        var flow = new ScenarioFlow(scenario);
        List<Action> turns = [() => Conversation(scenario, flow.In(scenario.Langs[0]))];
        foreach (var one in RoutedCase.All)
        {
            var before = one.Prelude(conversation);
            turns.Add(() => RoutedCase.Step(conversation, before, one.Text, out _));
        }

        var all = turns.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds + 3; round++)
            for (var i = 0; i < turns.Count; i++)
            {
                var cpu = Environment.CpuUsage.TotalTime;
                for (var n = 0; n < (i == 0 ? Times / scenario.Script.Count : Times); n++)
                    turns[i]();
                all[i].Add((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (i == 0 ? Times / scenario.Script.Count * scenario.Script.Count : Times));
            }

        return [.. turns.Select((turn, i) =>
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            turn();
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            return (Median(all[i].Skip(3)), i == 0 ? bytes / scenario.Script.Count : bytes);
        })];
    }

    private static void Conversation(Scenario scenario, Conversation engine)
    {
        byte[]? state = null;
        foreach (var text in scenario.Script)
            state = EngineBench.Step(engine, state, text, 1, out _);
    }

    /// <returns>CPU microseconds of the process a turn, medians.</returns>
    private static async Task<double[]> Whole(Localization.Phrasebook phrases, Conversation conversation)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-routed-");
        var all = RoutedCase.All.Select(_ => new List<double>()).ToArray();
        await using (var services = BenchGateway.Build(phrases, conversation, Path.Combine(folder.FullName, "bench.db")))
        {
            var phone = 0;
            for (var round = 0; round < Rounds; round++)
                for (var i = 0; i < all.Length; i++)
                    all[i].Add(await Turns(services, RoutedCase.All[i], phone += Times));
        }

        folder.Delete(recursive: true);
        return [.. all.Select(list => Median(list.Skip(2)))];
    }

    private static async Task<double> Turns(ServiceProvider services, RoutedCase one, int phone)
    {
        foreach (var text in one.Before)
            await All(services, text, phone);
        var cpu = Environment.CpuUsage.TotalTime;
        await All(services, one.Text, phone);
        return (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (Times / Rounds);
    }

    /// <summary>The same text from many phones.</summary>
    private static Task All(ServiceProvider services, string text, int phone)
    {
        var switchboard = services.GetRequiredService<Switchboard>();
        var pseudonyms = services.GetRequiredService<Pseudonyms>();
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var n && n < Times / Rounds)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"+855{10_000_000 + phone + n}");
                await switchboard.Take(new TurnRequest(pseudonyms.OfNumber(number), "85512000000", Guid.NewGuid().ToString(), new Input.Text(text), RoutedCase.Caller, number), BenchGateway.Render);
            }
        })));
    }

    private static double Median(IEnumerable<double> all) => all.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
