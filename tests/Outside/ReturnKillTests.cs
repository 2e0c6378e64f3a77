using System.Globalization;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>kill -9 while people add to their reports from other phones: every addition that was answered is there once.</summary>
[Collection(Alone.Name)]
public sealed class ReturnKillTests(ITestOutputHelper output)
{
    private const int UsualKills = 6;
    private const int Callers = 6;
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(500);

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    [Fact]
    public async Task No_answered_addition_is_lost_and_none_is_there_twice()
    {
        using var folder = new Scratch();
        string[] receipts;
        {
            var open = await Reopened.Start(folder.Folder);
            await using var gateway = open.Gateway;
            receipts = [.. await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => open.File()))];
        }

        var random = new Random(9);
        var tellers = receipts.Select((receipt, n) => new Teller(receipt, n)).ToArray();
        for (var round = 0; round < Kills; round++)
        {
            using var gateway = await RunningGateway.Start(folder.Folder);
            using var carrier = new Carrier(gateway.Address);
            var underWay = new TaskCompletionSource();
            var telling = tellers.Select(teller => Task.Run(() => teller.Tell(carrier, underWay))).ToArray();
            // However slow the machine is: a round in which nothing is told kills nothing.
            await underWay.Task.WaitAsync(TimeSpan.FromMinutes(1));
            // The moment is the point: a random part of a round, not an event.
            await Task.Delay(LongestRound * random.NextDouble());
            gateway.Kill();
            await Task.WhenAll(telling);
        }

        var after = await Reopened.Start(folder.Folder, new FakeClock(DateTimeOffset.UtcNow.AddMinutes(31)));
        await using var again = after.Gateway;
        await again.Sweep();
        foreach (var teller in tellers)
        {
            var added = (await after.Report(teller.Receipt))!.Amendments.Select(row => row.Amendment.Content).ToList();
            Assert.Equal(added.Count, added.Distinct().Count());
            Assert.Empty(teller.Answered.Except(added));
            Assert.Empty(added.Except(teller.Sent));
        }

        Assert.DoesNotContain(await after.Rows("todo|"), item => item.Row.Key.Contains("|amend|", StringComparison.Ordinal));
        output.WriteLine($"{Kills} kills, {tellers.Sum(teller => teller.Answered.Count)} additions answered of {tellers.Sum(teller => teller.Sent.Count)} sent");
        Assert.True(tellers.Sum(teller => teller.Answered.Count) >= Kills);
    }

    /// <summary>One phone that opens its report and adds until the gateway goes away; what was cut off is sent again as the same webhook.</summary>
    private sealed class Teller(string receipt, int number)
    {
        private readonly string from = Carrier.Number();
        private Hotline.Tests.Webhooks.Signed? cutOff;
        private int told;

        public string Receipt => receipt;

        public HashSet<string> Sent { get; } = [];

        public HashSet<string> Answered { get; } = [];

        public async Task Tell(Carrier carrier, TaskCompletionSource underWay)
        {
            try
            {
                if (cutOff is not null)
                    await carrier.Post(cutOff);
                cutOff = null;
                await carrier.Text(from, receipt);
                while (true)
                {
                    var words = $"they were moved again, {number} and {told++}";
                    Sent.Add(words);
                    cutOff = Carrier.Sms(from, words);
                    var heard = await carrier.Post(cutOff);
                    cutOff = null;
                    if (heard.Messages.Count > 0 && heard.Messages[0].StartsWith("បានបន្ថែមហើយ។", StringComparison.Ordinal))
                        Answered.Add(words);
                    underWay.TrySetResult();
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
            {
            }
        }
    }
}
