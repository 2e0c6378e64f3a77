using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Tables;

/// <summary>Several processes take the turns of the same callers on one table, and the same turns twice.</summary>
public sealed class ProcessesTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private const int Processes = 8;
    private const int Callers = 200;
    private const int StepsOfATale = 6;
    private const int MostTries = 20;
    private static readonly int Turns = int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_TABLE_TURNS"), CultureInfo.InvariantCulture, out var turns) ? turns : 20_000;

    [Fact]
    public async Task Eight_processes_lose_no_turn_and_take_none_twice()
    {
        using var folder = new Scratch();
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        var table = Azurite.NewTable();
        await using var store = await azurite.Open(table);
        var watch = Stopwatch.StartNew();
        var tellers = new ConcurrentBag<Teller>();
        var twice = 0;
        var offices = Enumerable.Range(0, Processes).Select(_ => new OfficeClient([azurite.ConnectionString, table, folder.Path("keys")])).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var (dice, from) = (new Random(caller), Carrier.Number());
            for (var tale = 0; tale < Turns / Callers / StepsOfATale + 1; tale++)
            {
                var teller = new Teller($"tale-{caller}-{tale}.", from);
                tellers.Add(teller);
                while (!teller.Over)
                {
                    var one = offices[dice.Next(Processes)].Text(from, teller.Id, teller.Says);
                    if (dice.Next(5) == 0)
                    {
                        Interlocked.Increment(ref twice);
                        Assert.Equal(await one, await offices[dice.Next(Processes)].Text(from, teller.Id, teller.Says));
                    }
                    else if (dice.Next(5) == 0)
                    {
                        Interlocked.Increment(ref twice);
                        var other = offices[dice.Next(Processes)].Text(from, teller.Id, teller.Says);
                        Assert.Equal(await one, await other);
                    }

                    teller.Hear(await one);
                }
            }
        }));
        var counts = await Task.WhenAll(offices.Select(office => office.End()));
        watch.Stop();
        await using var judge = new Office(store, keys, new FakeClock(DateTimeOffset.UtcNow.AddMinutes(31)));
        await judge.Sweep();
        var taken = tellers.Count * StepsOfATale;
        output.WriteLine($"{Processes} processes, {Callers} callers, {taken} turns and {twice} of them twice, in {watch.Elapsed.TotalSeconds:F0} s; {counts.Sum(count => count.Conflicts)} conflicts, "
            + $"{(double)counts.Sum(count => count.Requests) / (taken + twice):F2} requests a webhook");
        Assert.Empty(await Audit.Of(judge, tellers));
        Assert.True(taken >= Turns && counts.Sum(count => count.Conflicts) > 0, "The processes never met: the test proves nothing.");
    }

    /// <summary>A process of its own that answers texts.</summary>
    private sealed class OfficeClient
    {
        private readonly Process process;
        private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> waiting = new();
        private readonly TaskCompletionSource<OfficeCount> count = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock gate = new();
        private int number;

        public OfficeClient(string[] arguments)
        {
            process = Process.Start(new ProcessStartInfo("dotnet", [typeof(OfficeClient).Assembly.Location, "office", .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            _ = Task.Run(Listen);
        }

        /// <summary>As a provider does: the same webhook again until it is answered.</summary>
        public async Task<string> Text(string from, string id, string text)
        {
            for (var tries = 0; tries < MostTries; tries++)
                if (await Once(from, id, text) is { } reply)
                    return reply;
            throw new InvalidOperationException("A turn could not be taken.");
        }

        public async Task<OfficeCount> End()
        {
            process.StandardInput.Close();
            var counted = await count.Task;
            await process.WaitForExitAsync();
            process.Dispose();
            return counted;
        }

        private Task<string?> Once(string from, string id, string text)
        {
            var mine = Interlocked.Increment(ref number);
            var reply = waiting[mine] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (count.Task.IsCompleted)
                throw new InvalidOperationException("An office is no more.");
            lock (gate)
            {
                process.StandardInput.WriteLine(JsonSerializer.Serialize(new OfficeText(mine, from, id, text)));
                process.StandardInput.Flush();
            }

            return reply.Task;
        }

        private async Task Listen()
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                if (line.Contains("\"Reply\"", StringComparison.Ordinal) && JsonSerializer.Deserialize<OfficeReply>(line) is { } reply)
                    waiting[reply.Number].SetResult(reply.Reply);
                else
                    count.TrySetResult(JsonSerializer.Deserialize<OfficeCount>(line)!);
            // A process that died leaves nobody waiting for ever.
            count.TrySetException(new InvalidOperationException("An office ended without its count."));
            foreach (var reply in waiting.Values)
                reply.TrySetException(new InvalidOperationException("An office ended before it answered."));
        }
    }
}
