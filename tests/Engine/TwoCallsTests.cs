using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Engine;

/// <summary>Behind an exchange many people call from one number, at the same time.</summary>
public class TwoCallsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_of_one_call_moves_nothing_in_the_other_and_hears_nothing_of_it()
    {
        var found = new Found(true, null, true, [new Reply(new DateOnly(2026, 3, 8), "call-us", null)], null, null);
        var one = Step(null, new Input.CallStarted(), "one");
        var other = Step(one.Next, new Input.CallStarted(), "other");
        foreach (var keys in new[] { "1", "3", "4973", "6768", "5289", "2491" })
            other = Step(other.Next, new Input.Digits(keys), "other", found);
        Assert.Equal("return/menu", other.Next!.Place.ToString());

        var heard = Step(other.Next, new Input.Digits("4"), "one", found);
        Assert.Equal("front-door/language", heard.Next!.Place.ToString());
        Assert.All(heard.Says, say => Assert.StartsWith("front-door.", say.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(heard.Next.Slots.Items.ToArray(), slot => slot.Key.StartsWith("return-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_recording_that_comes_after_the_next_call_began_is_kept_and_leaves_that_call_where_it_is()
    {
        var second = Step(Step(null, new Input.CallStarted(), "one").Next, new Input.CallStarted(), "two");
        var turn = Step(second.Next, new Input.Recording("address", 20), "one");
        Assert.Equal((second.Next!.Place, "two"), (turn.Next!.Place, turn.Next.Call));
        Assert.Equal(["address"], turn.Next.Recordings);
    }

    private static Turn Step(Session? session, Input input, string call, Found? found = null) =>
        Hotlines.Conversation.Step(session is null ? null : SessionJson.Read(SessionJson.Write(session)), input, new Circumstances(Channel.Voice, Country: "KH", Call: call, Found: found), Now, new Chance(7));
}
