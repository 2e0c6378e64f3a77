using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Properties;

/// <summary>Whatever people say in whatever order: an answer, nothing lost, nothing shown to the next reader.</summary>
public sealed class TalkTests
{
    private const int Talks = 20;

    private static readonly int Turns = int.Parse(Environment.GetEnvironmentVariable("HOTLINE_TURNS") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("HOTLINE_SEED") ?? "20261122", CultureInfo.InvariantCulture);

    [Fact]
    public void Random_talk_breaks_no_promise_and_goes_everywhere()
    {
        var places = new HashSet<string>();
        var filed = 0;
        var all = Everywhere().ToArray();
        // Rarely visited corners may need a little more talk than was asked for.
        for (var n = 0; n < Talks || (n < 3 * Talks && !places.IsSupersetOf(all)); n++)
        {
            var talk = new Talk(Seed + n);
            var wrong = talk.Run(Turns / Talks);
            Assert.True(wrong is null, wrong);
            places.UnionWith(talk.Places);
            filed += talk.Filed;
        }

        Assert.Equal("", string.Join(", ", all.Except(places)));
        Assert.True(filed > Turns / 200, $"only {filed} reports were filed: the talk is not about anything");
    }

    /// <summary>The check-in line has random talk of its own.</summary>
    private static IEnumerable<string> Everywhere() =>
        from channel in Enum.GetValues<Channel>()
        from item in Hotlines.Context.States
        where item.State.WaitsOn(channel) && item.Flow.Name != "check-in"
        select $"{channel} {item.Flow.Name}/{item.State.Name}";

    public static TheoryData<string, string> Faults => new()
    {
        { "a report is dropped", "something that was told is neither kept nor filed" },
        { "a word is dropped", "something that was told is neither kept nor filed" },
        { "a report is filed twice", "something is kept or filed that was not told, or twice" },
        { "a receipt is reused", "a receipt was given twice" },
        { "a wake-up is forgotten", "a live session has no wake-up" },
        { "nothing is said", "nothing is said" },
        { "the report goes on in a new call", "the next reader is asked about the report" },
        { "stop is forgotten", "stop did not stop" },
        { "erase keeps the words", "erase left a session" },
        { "a slot is read back", "an answer is read back" },
        { "everything is kept", "a session is larger than 64 KB" },
        { "a promise is empty", "\"received\" is said and nothing was filed under that receipt" },
        { "a state is gone", "a session is nowhere" },
        { "a code is kept", "a code is kept outside its conversation" },
        { "a code is filed", "a report holds what belongs to another conversation" },
        { "an addition is dropped", "something that was told is neither kept nor filed" },
        { "a withdrawal is dropped", "\"withdrawn\" is said and it is not, or the other way round" },
        { "a change is dropped", "\"changed\" is said and nothing is" },
        { "another report is changed", "another report is changed than the one that is open" },
        { "the report stays open", "a report that was not opened may be changed" },
        { "a code is read back", "digits of a code are said" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_engine_is_noticed(string fault, string sentence)
    {
        var noticed = new Talk(Seed, step => Faulty.Turn(fault, step)).Run(20_000);
        Assert.True(noticed?.Contains(sentence, StringComparison.Ordinal) == true, noticed ?? "nothing was noticed");
    }
}
