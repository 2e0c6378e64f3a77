using Hotline.Flows.Checking;
using Hotline.Localization.Khmer;
using Hotline.Localization.Sms;
using Hotline.Localization.Tips;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>What goes to thousands of phones that others hold too.</summary>
public sealed class TipBookTests
{
    private const string Good = """{"id": "a-tip", "text": {"km": "សួរសិនមុនបង់លុយ។", "en": "Ask before you pay."}, "source": "4.6", "checked": "2026-11-21", "expires": "2027-11-21", "review": "draft"}""";

    private static readonly IReadOnlyList<Tip> Shipped = Hotlines.Context.Tips!.All;

    [Fact]
    public void There_are_tips_for_every_interest_and_every_month()
    {
        Assert.True(Shipped.Count >= 16);
        foreach (var interest in TipInterest.All)
            for (var month = 1; month <= 12; month++)
                Assert.Contains(Shipped, tip => (tip.Interests.Count == 0 || tip.Interests.Contains(interest)) && tip.InSeason(new DateOnly(2027, month, 1)) && tip.Provinces.Count == 0);
    }

    [Fact]
    public void Every_tip_that_is_shipped_is_one_segment_in_both_languages_and_harmless_to_read()
    {
        Assert.All(Shipped, tip => Assert.Equal((1, 1), (SmsSegments.Measure(tip.Text.Km).Segments, SmsSegments.Measure(tip.Text.En).Segments)));
        Assert.DoesNotContain(FlowCheck.All(Hotlines.Context), finding => finding.File == TipBook.File);
        Assert.All(Shipped, tip => Assert.Equal(KhmerText.Normalize(tip.Text.Km), tip.Text.Km));
    }

    [Theory]
    [InlineData("\"Ask before you pay.\"", "\"Ask at https://example.org first.\"", "link")]
    [InlineData("\"Ask before you pay.\"", "\"Ask at example.org first.\"", "link")]
    [InlineData("\"Ask before you pay.\"", "\"Ask the police before you pay.\"", "\"police\"")]
    [InlineData("\"Ask before you pay.\"", "\"Call 12 97 before you pay.\"", "a number of 3 digits")]
    [InlineData("\"Ask before you pay.\"", "\"We will call you.\"", "sounds like a promise")]
    [InlineData("\"Ask before you pay.\"", "\"Ask {person} before.\"", "brace")]
    [InlineData("\"Ask before you pay.\"", "\" Ask before you pay.\"", "begins or ends with a space")]
    [InlineData("\"Ask before you pay.\"", "\"សួរសិនមុនបង់លុយ។\"", "Latin letters")]
    [InlineData("សួរសិនមុនបង់លុយ។", "សួរប៉ូលិសសិនមុនបង់លុយ។", "ប៉ូលិស")]
    [InlineData("សួរសិនមុនបង់លុយ។", "ហៅ ១២៩៧ សិន។", "a number of 3 digits")]
    [InlineData("សួរសិនមុនបង់លុយ។", "សួរសិនមុនបង់លុយ។ សួរសិនមុនបង់លុយ។ សួរសិនមុនបង់លុយ។ សួរសិនមុនបង់លុយ។ សួរ", "2 segments, and 1 may be used")]
    [InlineData("សួរសិនមុនបង់លុយ។", "សួរសិន\u200Bមុនបង់លុយ។", "cannot be seen")]
    [InlineData("\"source\"", "\"segments\": 2, \"source\"", "\"why\"")]
    [InlineData("\"source\"", "\"segments\": 3, \"why\": \"long\", \"source\"", "\"segments\" is 1")]
    [InlineData("\"source\"", "\"months\": [13], \"source\"", "13 is no month")]
    [InlineData("\"source\"", "\"provinces\": [\"26\"], \"source\"", "no province")]
    [InlineData("\"source\"", "\"interests\": [\"moon\"], \"source\"", "no interest")]
    [InlineData("\"source\"", "\"word\": \"nowhere9\", \"source\"", "campaigns.json")]
    [InlineData("\"source\"", "\"word\": \"radio1\", \"source\"", "does not say its word")]
    [InlineData("2027-11-21", "2026-11-21", "\"expires\"")]
    public void An_unsafe_tip_is_a_finding(string replace, string by, string named)
    {
        Assert.Empty(Findings(Good));
        Assert.Contains(Findings(Good.Replace(replace, by, StringComparison.Ordinal)), finding => finding.File == TipBook.File && finding.State == "a-tip" && finding.Sentence.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(", \"en\": \"Ask before you pay.\"", "", "\"en\"")]
    [InlineData("\"km\": \"សួរសិនមុនបង់លុយ។\", ", "", "\"km\"")]
    [InlineData("\"km\"", "\"th\"", "\"th\"")]
    [InlineData("\"source\": \"4.6\", ", "", "\"source\"")]
    [InlineData("\"review\": \"draft\"", "\"reviews\": \"draft\"", "\"reviews\"")]
    [InlineData("2026-11-21", "21.11.2026", "\"checked\"")]
    [InlineData("a-tip", "A Tip", "small letters")]
    public void A_tip_out_of_form_stops_the_start_with_its_place(string replace, string by, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => Book(Good.Replace(replace, by, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tip_may_cost_two_segments_when_it_says_why() =>
        Assert.Empty(Findings(Good.Replace("\"source\"", "\"segments\": 2, \"why\": \"two steps\", \"source\"", StringComparison.Ordinal).Replace("សួរសិនមុនបង់លុយ។", string.Concat(Enumerable.Repeat("សួរសិនមុនបង់លុយ។ ", 5)).Trim(), StringComparison.Ordinal)));

    [Fact]
    public void The_same_tip_twice_is_refused() => Assert.Contains("twice", Assert.Throws<FormatException>(() => Book(Good + "," + Good)).Message, StringComparison.Ordinal);

    private static TipBook Book(string tips) => TipBook.Parse($$"""{"tips": [{{tips}}]}""");

    private static IEnumerable<Finding> Findings(string tip) => FlowCheck.All(Hotlines.Context with { Tips = Book(tip) }).Where(finding => finding.File == TipBook.File);
}
