using System.Diagnostics.CodeAnalysis;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Keys;

/// <summary>People who report again and again over two gateways, each answer compared with what it has to be.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Dice for tests.")]
internal sealed class TalkLoad(Pair pair)
{
    private static readonly string[] Telling = [Reopened.Story, "1", "2", "2", "2", "1"];

    private readonly List<string> receipts = [];
    private readonly List<string> faults = [];
    private readonly Lock gate = new();
    private int said;

    /// <summary>What webhooks are signed with, one of them by lot.</summary>
    public IReadOnlyList<string> Tokens { get; set; } = [Signed.Token];

    public IReadOnlyList<string> Receipts => receipts;

    public IReadOnlyList<string> Faults => faults;

    public async Task Run(int people, CancellationToken stop)
    {
        var expected = await Calm();
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(async () =>
        {
            var dice = new Random(person);
            while (!stop.IsCancellationRequested)
                await Report(dice, expected);
        }, CancellationToken.None)));
    }

    /// <summary>Until so many more texts were answered.</summary>
    public async Task Meanwhile(int texts)
    {
        var until = Volatile.Read(ref said) + texts;
        while (Volatile.Read(ref said) < until)
            await Task.Yield();
    }

    /// <summary>Of a fresh process, after all is quiet: every report once, every row open, and nothing under a key that is gone.</summary>
    public async Task<IReadOnlyList<string>> Judge(params string[] goneKeys)
    {
        await pair.First.Sweep();
        await using var fresh = await Served.Start(pair.Folder, development: true, clock: new FakeClock(pair.Clock.GetUtcNow()));
        List<string> wrong = [.. faults];
        var filed = (await fresh.Filed()).Count;
        if (filed != receipts.Count)
            wrong.Add($"{receipts.Count} receipts were given and {filed} reports are there");
        var (ring, sealer, names, store) = (fresh.Services.GetRequiredService<LivingRing>().Now, fresh.Services.GetRequiredService<Sealer>(), fresh.Services.GetRequiredService<Pseudonyms>(), fresh.Services.GetRequiredService<IStore>());
        foreach (var receipt in receipts)
        {
            var found = 0;
            foreach (var hash in names.OfReceiptByEachKey(receipt))
                found += await store.Read(CallerId.Parse(hash)!.Value.Shard, RowKeys.Report(hash)) is null ? 0 : 1;
            if (found != 1)
                wrong.Add($"a receipt opens {found} reports");
        }

        await foreach (var (shard, row) in new Functions.Rotation.SealedStore(store, fresh.Services.GetRequiredService<IShards>()).Rows())
            if (Sealer.KeyOf(row.Body.Span) is { } key && (goneKeys.Contains(key) || sealer.Open(shard, row.Key, row.Body.Span) is null))
                wrong.Add($"a row of kind {row.Key.Split('|')[0]} does not open");
        wrong.AddRange(goneKeys.Where(key => ring.Find(key) is not null).Select(key => $"the key {key} is still there"));
        return wrong;
    }

    private async Task<IReadOnlyList<string>> Calm()
    {
        List<string> heard = [];
        var from = Carrier.Number();
        foreach (var text in Telling)
        {
            var answer = await pair.First.Carrier.Post(Carrier.Sms(from, text).Sign(Tokens[0]));
            Xunit.Assert.Equal(200, answer.Status);
            heard.Add(answer.Receipt is { } receipt ? Filed(receipt, answer.Text) : Outside.Receipts.Hide(answer.Text));
        }

        return heard;
    }

    private string Filed(string receipt, string text)
    {
        lock (gate)
            receipts.Add(receipt);
        return Outside.Receipts.Hide(text);
    }

    private async Task Report(Random dice, IReadOnlyList<string> expected)
    {
        var from = Carrier.Number();
        for (var i = 0; i < Telling.Length; i++)
        {
            var request = Carrier.Sms(from, Telling[i]).Sign(Tokens[dice.Next(Tokens.Count)]);
            var heard = await (dice.Next(2) == 0 ? pair.First : pair.Second).Carrier.Post(request);
            // Now and then the provider tells it again, to whichever gateway.
            if (dice.Next(8) == 0 && (await (dice.Next(2) == 0 ? pair.First : pair.Second).Carrier.Post(request)).Text != heard.Text)
                Wrong($"a webhook told again heard something else at {i}");
            var text = heard.Receipt is { } receipt ? Filed(receipt, heard.Text) : Outside.Receipts.Hide(heard.Text);
            Interlocked.Increment(ref said);
            if (heard.Status != 200 || text != expected[i])
            {
                Wrong($"answer {i} was another one ({heard.Status}, {pair.Clock.GetUtcNow():u}): {text}");
                return;
            }
        }
    }

    private void Wrong(string what)
    {
        lock (gate)
            faults.Add(what);
    }
}
