using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Engine;

/// <summary>Callbacks of calls arrive late and out of order.</summary>
public class HangUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_late_end_of_an_earlier_call_leaves_the_next_call_alone()
    {
        var second = Step(Step(null, new Input.CallStarted(), "one").Next, new Input.CallStarted(), "two");
        Assert.Equal(second.Next, Step(second.Next, new Input.HangUp(), "one").Next);
        Assert.Empty(Step(second.Next, new Input.HangUp(), "one").Effects);
        Assert.True(Step(second.Next, new Input.HangUp(), "two").Next!.Closed);
    }

    [Fact]
    public void Who_could_only_ask_for_a_call_has_asked_for_it()
    {
        var turn = Step(null, new Input.CallStarted(), "one");
        foreach (var key in new[] { "1", "1", "1", "2", "5", "5", "5", "5", "5", "5", "0#" })
            turn = Step(turn.Next, new Input.Digits(key), "one");
        Assert.Equal("report/words", turn.Next!.Place.ToString());
        Assert.DoesNotContain(Step(turn.Next, new Input.HangUp(), "one").Effects, effect => effect is Effect.FileReport);
        var asked = turn.Next with { State = "callback" };
        Assert.Contains(Step(Step(asked, new Input.Digits("1"), "one").Next, new Input.HangUp(), "one").Effects, effect => effect is Effect.FileReport);
    }

    private static Turn Step(Session? session, Input input, string call) =>
        Hotlines.Conversation.Step(session is null ? null : SessionJson.Read(SessionJson.Write(session)), input, new Circumstances(Channel.Voice, Country: "KH", Call: call), Now, new Chance(7));
}
