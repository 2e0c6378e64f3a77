using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Engine;

/// <summary>Which conversation a text belongs to when it could belong to several. Each row is a text that two rules want, and the one that gets it.</summary>
public sealed class RouterTests
{
    private const string Receipt = "1234 5678 9012 3450";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    /// <summary>What was said before, the text, and what is said first or where it leads.</summary>
    [Theory]
    // Staff before everything, on every line, and only staff.
    [InlineData("staff", "", "bcdfgh", "everywhere.seen")]
    [InlineData("staff", "they took my sister to a factory|1|2|1|9", "ok bcdfgh", "everywhere.seen")]
    [InlineData("staff check-in", "", "bcdfgh", "everywhere.seen")]
    [InlineData("staff", "", "stop", "everywhere.stop")]
    [InlineData("", "", "bcdfgh", "everywhere.noted")]
    // The number dialled before everywhere words, receipts, campaign words, questions and stories.
    [InlineData("check-in", "", "help", "check-in.talk-4")]
    [InlineData("check-in", "", Receipt, "check-in.talk-4")]
    [InlineData("check-in", "", "poipet1", "check-in.talk-4")]
    [InlineData("check-in", "", "how much is a passport?", "check-in.talk-4")]
    [InlineData("check-in", "", "they locked me in", "check-in.talk-4")]
    // An everywhere word before the answer to the question just asked …
    [InlineData("", "hello", "english", "front-door.menu")]
    [InlineData("", "they took my sister|1|2|1|back", "stop", "everywhere.stop")]
    [InlineData("", "hello|2|3", "help", "everywhere.help")]
    [InlineData("", "hello|3", "erase", "everywhere.erase")]
    // … but only as the whole message, and only where it acts.
    [InlineData("", "they took my sister|1|2|2", "please stop them, we are moved tonight", "everywhere.noted")]
    [InlineData("", "hello", "go on", "report.safe")]
    // The running session before a receipt, a campaign word and a question.
    [InlineData("", "hello|3", "1234", "return.rest")]
    [InlineData("", "hello|2|3", "yes", "offer.papers")]
    [InlineData("", "they took my sister|1|2|1|2|1|1", "poipet", "report.when")]
    // A receipt before campaign words, questions and stories, wherever it comes.
    [InlineData("", "", Receipt, "return.unknown")]
    [InlineData("", "they took my sister|1|2", Receipt, "return.unknown")]
    [InlineData("", "hello|2", "១២៣៤ ៥៦៧៨ ៩០១២ ៣៤៥០", "return.unknown")]
    // A campaign word before a question and a story, at the door.
    [InlineData("", "", "poipet1", "front-door.menu")]
    [InlineData("", "hello", "poipet1", "front-door.menu")]
    // A courtesy is nobody's story.
    [InlineData("", "", "thank you", "front-door.thanks")]
    [InlineData("", "they took my sister|1", "thank you", "report.danger")]
    // A question before a story at the door, if nobody in it is in trouble; in the conversation about work every sentence is one.
    [InlineData("", "", "how much is a passport?", "answer.q06")]
    [InlineData("", "", "they locked me in and took my passport", "everywhere.danger-words")]
    [InlineData("", "hello|2", "my boss took my passport", "everywhere.danger-words")]
    [InlineData("", "they took my sister|1|2|1", "how much is a passport?", "everywhere.noted")]
    public void A_text_that_two_rules_want_goes_to_the_first(string who, string before, string text, string said)
    {
        var caller = new Circumstances(Channel.Text, Country: "KH", Staff: who.Contains("staff", StringComparison.Ordinal), Client: who.Contains("check-in", StringComparison.Ordinal) ? SampleClient.In("km") : null);
        Session? session = null;
        foreach (var earlier in before.Split('|', StringSplitOptions.RemoveEmptyEntries))
            session = Step(session, earlier, caller).Next;
        var turn = Step(session, text, caller);
        Assert.Equal(said, turn.Says[0].Key);
        if (said == "everywhere.seen")
            Assert.Equal(session, turn.Next);
    }

    [Fact]
    public void What_was_begun_is_put_aside_by_a_receipt_and_found_again()
    {
        var caller = new Circumstances(Channel.Text, Country: "KH");
        Session? session = null;
        foreach (var text in new[] { "they took my sister", "1", "2", Receipt, "menu", "go on", "1" })
            session = Step(session, text, caller).Next;
        Assert.Equal("report", session!.Flow);
        Assert.Equal(["they took my sister"], session.Words);
    }

    private static Turn Step(Session? session, string text, Circumstances caller)
    {
        var turn = Hotlines.Conversation.Step(session, new Input.Text(text), caller, Now, new Chance(7));
        return turn.Needs is null ? turn : Hotlines.Conversation.Step(session, new Input.Text(text), caller with { Found = Found.Nothing }, Now, new Chance(7));
    }
}
