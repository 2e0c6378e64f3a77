using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Alerts;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Xunit;

namespace Hotline.Tests.Checker;

/// <summary>What a turn owes is a row of the same commit: an effect that nobody writes down would be a promise that nobody keeps.</summary>
public sealed class ToDoTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);

    private static readonly Report Report = new("0000000000000013", true, Channel.Text, "km", Slots.Empty, ["words"], []);

    public static readonly Effect[] Owed =
    [
        new Effect.RaiseAlert("bcdfgh", "danger", Channel.Text, "KH", null),
        new Effect.FileReport(Report),
        new Effect.AmendReport(Report.Receipt, new Amendment.Withdrawal()),
        new Effect.OptOut(),
        new Effect.AcknowledgeAlert("bcdfgh"),
        new Effect.RequestCall("bcdfgh", "km"),
        new Effect.KeepQuestion("bcdfgh23", "words", "km"),
        new Effect.DiscardRecording("address"),
        new Effect.WordHeard(WordKind.Duress),
        new Effect.PauseClient(PauseReason.Stopped),
        new Effect.TellCaseworker("talk"),
        new Effect.CheckInDone(new CheckInResult("sample", new DateOnly(2026, 3, 9), Channel.Text, true)),
        new Effect.WakeAt("bcdfgh23", Now),
        new Effect.EndConversation(new Outcome("report", 1, Channel.Text, "km", null, "filed", 1, 1, 1, null, null, null)),
    ];

    /// <summary>Rows that depend on what lies there already (<see cref="Tips.JoinTests"/>).</summary>
    private static readonly Type[] Upserted = [typeof(Effect.JoinTips), typeof(Effect.LeaveTips)];

    /// <summary>Kept in the conversation itself.</summary>
    private static readonly Type[] Elsewhere = [typeof(Effect.KeepContact), typeof(Effect.ForgetContact)];

    private static readonly ClientSeen Seen = new("client|key", "1", new ClientRow(SampleClient.In("km"), "+85512000001"));

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Owed.Length)];

    [Fact]
    public void No_effect_is_forgotten_here() =>
        Assert.Equal(typeof(Effect).GetNestedTypes().Select(type => type.Name).Order(), Owed.Select(effect => effect.GetType().Name).Concat(Elsewhere.Concat(Upserted).Select(type => type.Name)).Order());

    [Theory]
    [MemberData(nameof(Each))]
    public void An_effect_is_a_row_of_its_turn(int which) => Assert.Contains(Rows(Owed[which]), write => write is Insert);

    [Fact]
    public void An_effect_without_a_row_would_be_seen() => Assert.DoesNotContain(Rows(new Effect.ForgetContact()), write => write is Insert);

    private static IEnumerable<Write> Rows(Effect effect)
    {
        var folder = Directory.CreateTempSubdirectory("hotline-");
        try
        {
            var keys = KeyRing.OpenOrCreate(Path.Combine(folder.FullName, "keys"), dataExists: false);
            var planned = new Planned();
            var pseudonyms = new Pseudonyms(keys);
            var caller = pseudonyms.OfNumber("+85512000001");
            new EffectRows(new Sealer(keys), pseudonyms, new CheckInRows(new Sealer(keys), pseudonyms), new AlertRows(new ToDoRows(new Sealer(keys)))).Add(planned, caller.Shard, new Wake(caller.Value, "key", "bcdfgh23"), null, Seen, new Turn(null, [], [], null, [effect]), "+85512000001", "turn", Now);
            return planned.Writes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
