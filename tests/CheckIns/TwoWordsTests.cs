using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Transcripts;
using Hotline.Functions.Turns;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.CheckIns;

/// <summary>
/// Whoever holds the phone, reads the database without its keys, or times us, cannot tell the duress word from a wrong one. Ten thousand check-ins;
/// an observer looks at each feature alone and at the best linear combination, learnt on one half and judged on the other; in memory, where no disk adds its noise, and
/// again on SQLite.
/// </summary>
public sealed class TwoWordsTests(ITestOutputHelper output)
{
    private const int CheckIns = 10_000;
    private const int Seed = 4837;
    private const double Most = 0.05;

    private static readonly string[] Features =
    [
        "reply bytes", "texts", "text units", "waits", "ends", "reads", "scans", "commits", "inserts", "replaces", "deletes", "key bytes", "body bytes", "largest body", "largest to-do", "columns", "log", "ticks",
        "page writes", "page bytes", "page key bytes", "page ticks", "rows left", "bytes left",
    ];

    [Theory]
    [InlineData(CheckIns, true)]
    [InlineData(CheckIns / 5, false)]
    public async Task The_duress_word_and_a_wrong_word_are_told_apart_by_nothing_that_can_be_seen(int checkIns, bool inMemory)
    {
        var seen = await Watch(checkIns, null, inMemory);
        var areas = Areas(seen);
        foreach (var (name, area) in areas)
            output.WriteLine($"{name}: {area:F3}");
        // A fifth of the check-ins leaves more to chance.
        var most = inMemory ? Most : 2 * Most;
        Assert.All(areas, item => Assert.True(Math.Abs(item.Area - 0.5) < most, $"{item.Name} tells: {item.Area:F3}"));
    }

    /// <summary>The measurement itself, with one byte more in the page of a duress word.</summary>
    [Fact]
    public async Task One_byte_more_would_be_noticed()
    {
        var areas = Areas(await Watch(1_500, word => write => word() == WordKind.Duress && write is Insert { Key: var key, Body: var body } insert && key.Contains("|page|", StringComparison.Ordinal)
            ? insert with { Body = (byte[])[.. body.Span, 0] }
            : write));
        Assert.Contains(areas, item => item.Name == "largest to-do" && Math.Abs(item.Area - 0.5) > 0.4);
        Assert.Contains(areas, item => item.Name == "all together" && Math.Abs(item.Area - 0.5) > 0.4);
    }

    /// <summary>And the right word, which really is answered otherwise.</summary>
    [Fact]
    public async Task The_right_word_is_told_apart_at_once()
    {
        var seen = await Watch(1_000, null);
        Assert.Contains(Areas([.. seen.Where(item => item.Kind != WordKind.Duress).Select(item => (item.Kind == WordKind.Safe ? WordKind.Duress : item.Kind, item.Row))]), item => Math.Abs(item.Area - 0.5) > 0.4);
    }

    private static List<(string Name, double Area)> Areas(List<(WordKind Kind, double[] Row)> seen)
    {
        double[][] Of(WordKind kind, int half) => [.. seen.Where(item => item.Kind == kind).Select(item => item.Row).Where((_, i) => half < 0 || i % 2 == half)];
        var (duress, wrong) = (Of(WordKind.Duress, -1), Of(WordKind.Wrong, -1));
        List<(string, double)> areas = [.. Features.Select((name, i) => (name, Telling.Area([.. duress.Select(row => row[i])], [.. wrong.Select(row => row[i])])))];
        var score = Telling.Learn(Of(WordKind.Duress, 0), Of(WordKind.Wrong, 0));
        areas.Add(("all together", Telling.Area([.. Of(WordKind.Duress, 1).Select(score)], [.. Of(WordKind.Wrong, 1).Select(score)])));
        return areas;
    }

    private static async Task<List<(WordKind Kind, double[] Row)>> Watch(int checkIns, Func<Func<WordKind>, Func<Write, Write>>? plant, bool inMemory = true)
    {
        await using var line = new Line(inMemory);
        var pages = line.Pages;
        var random = new Random(Seed);
        var kind = WordKind.Wrong;
        List<(WordKind, double[])> seen = [];
        HashSet<string> duress = [];
        for (var i = 0; i < checkIns; i++)
        {
            var phone = $"+8551{i:D7}";
            var channel = random.Next(3) == 0 ? Channel.Voice : Channel.Text;
            var (safe, other, stray) = (Word(random, channel), Word(random, channel), Word(random, channel));
            var sample = SampleClient.In("km", $"{random.Next(1, 6)}");
            var client = sample with { Id = $"c{i:D5}", DoneUpTo = line.Clock.GetUtcNow(), Contact = Under(random, line.Clock.GetUtcNow(), channel), Enrolment = sample.Enrolment! with { SafeWord = safe, DuressWord = other, SafeCode = safe, DuressCode = other } };
            await line.Enrol(phone, client);
            var call = channel == Channel.Voice ? $"call{i}" : null;
            if (channel == Channel.Voice)
                await line.Say(phone, channel, new Input.CallStarted(), call);
            for (var before = random.Next(3); before > 0; before--)
                await line.Say(phone, channel, Said(channel, Word(random, channel)), call);

            kind = random.Next(8) switch { 0 or 1 => WordKind.Safe, < 5 => WordKind.Wrong, _ => WordKind.Duress };
            line.Store.Planted = plant?.Invoke(() => kind);
            line.Store.Forget();
            var logged = line.Logs.Text.Length;
            var (reply, turn, ticks) = await line.Say(phone, channel, Said(channel, kind switch { WordKind.Safe => safe, WordKind.Duress => other, _ => stray }), call);
            var turned = Counts(line.Store);
            line.Store.Planted = null;
            line.Clock.Advance(TimeSpan.FromSeconds(CheckInRows.PageAfter + 1));
            line.Store.Forget();
            var shard = line.Caller(phone).Shard;
            var due = (await line.Store.Scan(shard, RowKeys.Todo, RowKeys.TodoBefore(line.Clock.GetUtcNow().ToUnixTimeSeconds()))).Where(row => row.Key.Contains("|page|", StringComparison.Ordinal)).ToList();
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            if (plant is null)
                foreach (var row in due)
                    await pages.Keep(shard, row, CancellationToken.None);
            var performed = System.Diagnostics.Stopwatch.GetTimestamp() - started;
            var kept = plant is null ? [] : due;
            seen.Add((kind,
            [
                reply.Length, turn!.Texts.Count, turn.Texts.Sum(text => text.Length), turn.Wait is null ? 0 : 1, turn.Next is null ? 1 : 0, .. turned, line.Logs.Text.Length - logged, ticks,
                line.Store.Inserts + line.Store.Deletes, line.Store.BodyBytes, line.Store.KeyBytes, performed, kept.Count, kept.Sum(row => (double)row.Body.Length),
            ]));
            if (kind == WordKind.Duress)
                duress.Add(client.Id);
        }

        if (plant is null)
            await EveryDuressIsPaged(line, duress);
        return seen;
    }

    private static async Task EveryDuressIsPaged(Line line, HashSet<string> duress)
    {
        Assert.DoesNotContain(await line.Rows(RowKeys.Todo), row => row.Key.Contains("|page|", StringComparison.Ordinal));
        var kept = await line.Rows(RowKeys.Waiting(StoredPage.Kind, ""));
        Assert.Single(kept.Select(row => row.Body.Length).Distinct());
        var pages = await line.Book.Pages();
        Assert.Equal(kept.Count, pages.Count);
        Assert.Equal(duress.Order(), pages.Where(page => page.What == "duress").Select(page => page.Client).Order());
        Assert.True(duress.Count > 100);
    }

    private static double[] Counts(WatchedStore store) =>
        [store.Reads, store.Scans, store.Commits, store.Inserts, store.Replaces, store.Deletes, store.KeyBytes, store.BodyBytes, store.LargestBody, store.LargestTodo, store.Columns];

    private static Input Said(Channel channel, string word) => channel == Channel.Text ? new Input.Text(word) : new Input.Digits(word);

    /// <summary>Half of the clients are in the middle of a contact, which every word ends.</summary>
    private static Contact? Under(Random random, DateTimeOffset now, Channel channel) => random.Next(2) == 0
        ? null
        : new Contact(now.AddHours(-2), now.AddHours(-2)) { Tries = [.. Enumerable.Range(1, random.Next(4)).Select(made => new ContactTry(now.AddMinutes(-100 + 30 * made), channel, TryEnd.Sent))] };

    /// <summary>All three from one hat: what is said tells nothing by itself.</summary>
    private static string Word(Random random, Channel channel) => channel == Channel.Voice
        ? string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('0' + random.Next(10))))
        : random.Next(2) == 0
            ? string.Concat(Enumerable.Range(0, 3 + random.Next(3)).Select(_ => "bcdgklmprstv"[random.Next(12)].ToString() + "aeiou"[random.Next(5)]))
            : string.Concat(Enumerable.Range(0, 4 + random.Next(3)).Select(_ => (char)random.Next(0x1780, 0x17A3)));
}
