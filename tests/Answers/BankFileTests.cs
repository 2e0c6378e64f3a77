using Hotline.Localization.Answers;
using Xunit;

namespace Hotline.Tests.Answers;

/// <summary>Whoever edits the bank is told in one sentence what is wrong and where.</summary>
public class BankFileTests
{
    private const string Notice = """
        { "source": "x", "checked": "2026-01-01", "expires": "2026-02-01", "review": "draft",
          "text": { "km": "បិទ", "en": "closed {labour}" }, "voice": { "km": "បិទ", "en": "closed" } }
        """;

    private const string Topics = """{ "groups": [ { "id": "g", "name": { "km": "ក", "en": "g" }, "topics": [ { "id": "t", "name": { "km": "ក", "en": "t" } } ] } ] }""";

    private const string Concepts = """
        { "ignored": {}, "concepts": { "not": { "en": ["not"] }, "age": { "en": ["age"] }, "young": { "en": ["young"] }, "amount": { "en": ["amount"] }, "boat": { "km": ["ទូក"], "latin": ["touk"], "en": ["boat"] } } }
        """;

    private const string Entry = """
        { "id": "q01", "topic": "t", "countries": ["TH"], "source": "x", "checked": "2026-01-15", "expires": "2027-01-01", "review": "draft",
          "question": { "km": "ទូក?", "en": "A boat?" }, "text": { "km": ["{thailand}"], "en": ["{thailand}", "more"] },
          "asks": { "km": ["ទូក"], "latin": ["touk"], "en": ["boat"] } }
        """;

    [Fact]
    public void A_whole_bank_is_read_and_the_notice_put_in()
    {
        var bank = Parse(Entry);
        var entry = Assert.Single(bank.All);
        Assert.Equal("closed 1297", entry.En.Messages[0].Fill(new Dictionary<string, string> { ["labour"] = "1297" }));
        Assert.Equal("closed more", entry.En.Voice.Source);
        Assert.Equal(new DateOnly(2026, 1, 1), entry.Checked);
        Assert.Equal(new DateOnly(2026, 2, 1), entry.Expires);
        Assert.Equal("q01", new AnswerFinder(bank).Find("is it a BOAT").Best[0].Entry.Id);
    }

    [Theory]
    [InlineData("\"id\": \"q01\"", "\"id\": \"q01\", \"extra\": 1", "extra")]
    [InlineData("\"topic\": \"t\"", "\"topic\": \"u\"", "no topic \"u\"")]
    [InlineData("\"source\": \"x\",", "", "source")]
    [InlineData("2027-01-01", "2026-01-15", "must be after")]
    [InlineData("2027-01-01", "soon", "must be a day")]
    [InlineData("\"more\"", "\"{phone}\"", "{phone}")]
    [InlineData("\"en\": \"A boat?\"", "\"en\": \"\"", "en")]
    [InlineData("\"km\": [\"{thailand}\"]", "\"km\": []", "no text in \"km\"")]
    public void A_slip_of_the_pen_is_named(string correct, string slip, string told)
    {
        var error = Assert.Throws<FormatException>(() => Parse(Entry.Replace(correct, slip, StringComparison.Ordinal)));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_there_once() => Assert.Contains("twice", Assert.Throws<FormatException>(() => Parse($"{Entry}, {Entry}")).Message, StringComparison.Ordinal);

    private static AnswerBank Parse(string entries) =>
        AnswerBank.Parse([("topics.json", Topics), ("concepts.json", Concepts), ("aside.json", """{ "en": ["rain"] }"""), ("a.json", $"{{ \"entries\": [ {entries} ] }}")], Notice);
}
