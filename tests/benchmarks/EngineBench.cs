using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Flows.Engine;

namespace Hotline.Benchmarks;

/// <summary>
/// The engine alone, as the peers are measured: session bytes in, step, reply text, session bytes out; 200 conversations interleaved, half Khmer,
/// half English; every reply is compared with the expected one before anything is timed.
/// </summary>
public static class EngineBench
{
    private const int Conversations = 20_000;
    private const int Interleaved = 200;
    private const int Held = 100_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(string path)
    {
        var scenario = Scenario.Load(path);
        var flow = new ScenarioFlow(scenario);
        var engines = scenario.Langs.Select(flow.In).ToArray();
        for (var language = 0; language < engines.Length; language++)
            Check(scenario, scenario.Langs[language], engines[language]);

        for (var i = 0; i < 3; i++)
            Round(scenario, engines, null);
        Thread.Sleep(300);
        using var me = Process.GetCurrentProcess();
        me.Refresh();
        var before = me.TotalProcessorTime;
        var seconds = Enumerable.Range(0, 5).Select(_ => Round(scenario, engines, null)).Order().ToArray();
        me.Refresh();
        var turns = (double)Conversations * scenario.Script.Count;
        var cpu = (me.TotalProcessorTime - before).TotalMicroseconds / (5 * turns);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Round(scenario, engines, null);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var latency = new double[(int)turns];
        Round(scenario, engines, latency);
        Array.Sort(latency);
        var seeds = Enumerable.Range(0, 200).Select(i => Midway(scenario, engines[i & 1], i)).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["peer"] = "ours",
            ["title"] = "Hotline",
            ["version"] = "-",
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["turns_per_s"] = Math.Round(turns / seconds[2]),
            ["best_turns_per_s"] = Math.Round(turns / seconds[0]),
            ["cpu_us"] = Math.Round(cpu, 3),
            ["mean_us"] = Math.Round(seconds[2] / turns * 1e6, 3),
            ["p50_us"] = Math.Round(latency[latency.Length / 2], 3),
            ["p99_us"] = Math.Round(latency[(int)(latency.Length * .99)], 3),
            ["p999_us"] = Math.Round(latency[(int)(latency.Length * .999)], 3),
            ["session_bytes_utf8"] = Math.Round(seeds.Average(seed => seed.Length)),
            ["held_100k_MB"] = Megabytes(i => (byte[])seeds[i % seeds.Length].Clone()),
            ["live_100k_MB"] = Megabytes(i => SessionJson.Read(seeds[i % seeds.Length])),
            ["alloc_bytes_turn"] = Math.Round(allocated / turns),
            ["rss_MB"] = Environment.WorkingSet >> 20,
        }, Json));
    }

    /// <summary>
    /// One turn as it is stored and loaded. Chance is handed in, as the peers are handed their session's name. A finished conversation has
    /// nothing left to store, which is the empty array.
    /// </summary>
    internal static byte[] Step(Conversation engine, byte[]? state, string text, ulong chance, out string reply)
    {
        var session = state is null ? null : SessionJson.Read(state);
        var turn = engine.Step(session, new Input.Text(text), new Circumstances(Channel.Text, false, "KH"), DateTimeOffset.UtcNow, new Chance(new UInt128(chance, chance)));
        reply = turn.Texts.Count == 1 ? turn.Texts[0] : string.Join('\n', turn.Texts);
        return turn.Next is null ? [] : SessionJson.Write(turn.Next);
    }

    /// <summary>"Not one of the answers" and the question again are two prompts of ours, packed into one message by a line break where the peers have a space.</summary>
    private static void Check(Scenario scenario, string language, Conversation engine)
    {
        byte[]? state = null;
        for (var i = 0; i < scenario.Script.Count; i++)
        {
            state = Step(engine, state, scenario.Script[i], 1, out var reply);
            var expected = scenario.Expected[language][i];
            if (reply.Replace('\n', ' ') != expected)
                throw new InvalidOperationException($"{language}, message {i}: the reply is \"{reply}\", expected \"{expected}\".");
        }
    }

    private static double Round(Scenario scenario, Conversation[] engines, double[]? latency)
    {
        var at = 0;
        var states = new byte[Interleaved][];
        var begun = Stopwatch.GetTimestamp();
        for (var first = 0; first < Conversations; first += Interleaved)
        {
            Array.Clear(states);
            for (var i = 0; i < scenario.Script.Count; i++)
                for (var k = 0; k < Interleaved; k++)
                {
                    var from = latency is null ? 0 : Stopwatch.GetTimestamp();
                    states[k] = Step(engines[k & 1], states[k], scenario.Script[i], (ulong)(first + k), out _);
                    if (latency is not null)
                        latency[at++] = (Stopwatch.GetTimestamp() - from) * 1e6 / Stopwatch.Frequency;
                }
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static byte[] Midway(Scenario scenario, Conversation engine, int id)
    {
        byte[]? state = null;
        for (var i = 0; i < scenario.Midway; i++)
            state = Step(engine, state, scenario.Script[i], (ulong)id, out _);
        return state!;
    }

    private static double Megabytes<T>(Func<int, T> make)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var held = new Dictionary<string, T>();
        for (var i = 0; i < Held; i++)
            held["h" + i] = make(i);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(held);
        return Math.Round((after - before) / 1048576.0, 1);
    }
}
