using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Tests.Golden;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Tables;

/// <summary>The golden conversations, turn by turn through the switchboard, say the same on both stores as they do in the engine alone.</summary>
/// <remarks>Through the switchboard without those in which time passes, a desk answers or a receipt is written, which depend on what was drawn.</remarks>
public sealed class TranscriptTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private const int AtOnce = 8;

    [Fact]
    public async Task Every_conversation_is_the_same_on_a_file()
    {
        using var folder = new Scratch();
        await using var store = SqliteStore.Open(folder.Path("hotline.db"));
        await Say(store, folder);
    }

    [Fact]
    public async Task Every_conversation_is_the_same_on_a_table()
    {
        using var folder = new Scratch();
        await using var store = await azurite.Open(Azurite.NewTable());
        await Say(store, folder);
    }

    [Fact]
    public async Task And_all_of_them_go_as_written_down_when_each_session_is_read_back_from_a_store()
    {
        using var folder = new Scratch();
        await using var file = SqliteStore.Open(folder.Path("sessions.db"));
        await using var table = await azurite.Open(Azurite.NewTable());
        await Parallel.ForEachAsync(Transcript.Names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (name, _) =>
        {
            var transcript = Transcript.Load(name);
            foreach (var store in new IStore[] { file, table })
                Assert.Equal(string.Join('\n', transcript.Lines), transcript.Play(session => Kept(store, name, session).GetAwaiter().GetResult()));
            return ValueTask.CompletedTask;
        });
        Assert.True(Transcript.Names.Count > 250, "Too few conversations.");
    }

    private static async Task<byte[]?> Kept(IStore store, string name, byte[]? session)
    {
        var before = await store.Read("00", name);
        Write write = session is null ? new Delete(name, before?.Version) : before is null ? new Insert(name, session) : new Replace(name, before.Version, session);
        Assert.Equal(CommitResult.Committed, await store.Commit("00", [write]));
        return (await store.Read("00", name))?.Body.ToArray();
    }

    private async Task Say(IStore store, Scratch folder)
    {
        var keys = KeyRing.OpenOrCreate(folder.Path("keys"), dataExists: false);
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        await using var usual = new Office(store, keys, clock);
        await using var staffed = new Office(store, keys, clock, Hotlines.Staffed);
        var names = Transcript.Names.Select(Transcript.Load).Where(IsPlain).ToList();
        var turns = 0;
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (transcript, cancel) =>
        {
            var office = transcript.Header[^1].Contains("on-duty", StringComparison.Ordinal) ? staffed : usual;
            var (script, lines) = transcript.Start();
            var caller = office.Get<Pseudonyms>().OfNumber(Carrier.Number());
            foreach (var line in lines)
            {
                script.Take(line);
                if (script is not { Latest: { } expected, Asked: { } asked })
                    continue;
                var answered = await office.Get<Switchboard>().Take(new TurnRequest(caller, "line", Guid.NewGuid().ToString(), asked.Input, asked.By, null), _ => [], cancel);
                Assert.Equal($"{transcript.Name}: {Shown(expected)}", $"{transcript.Name}: {Shown(answered.Turn!)}");
                Interlocked.Increment(ref turns);
            }
        });
        output.WriteLine($"{names.Count} conversations, {turns} turns");
        Assert.True(names.Count > 150, $"Only {names.Count} conversations are plain enough.");
    }

    private static bool IsPlain(Transcript transcript) =>
        !transcript.Header[^1].Contains("check-in", StringComparison.Ordinal)
        && transcript.Lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).All(line => line[2] != '+' && !line.StartsWith("> desk", StringComparison.Ordinal) && line.Count(char.IsAsciiDigit) < 4);

    private static string Shown(Turn turn) => Receipts.Hide($"{string.Join('\n', turn.Texts)}\n{string.Join('\n', turn.Says.Select(say => say.Key))}\n{string.Join(',', turn.Effects.Select(effect => effect.GetType().Name))}");
}
