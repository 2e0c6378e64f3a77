using Hotline.Flows.Checking;
using Hotline.Flows.Engine;
using Hotline.Functions.Alerts;
using Hotline.Localization.Khmer;
using Hotline.Localization.Sms;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.Alerts;

/// <summary>Whoever looks at a phone of ours, or picks up one that we rang, learns nothing.</summary>
public sealed class WordTests
{
    private static readonly CheckContext Context = Hotlines.Context;

    [Fact]
    public void What_staff_read_is_one_message_in_both_languages_and_names_six_letters_only()
    {
        var text = new AlertText(Context.Phrases).Of("bcdfgh");
        Assert.Equal("សូមមើលតុការងារ។ ឆ្លើយ៖ bcdfgh / Open the desk. Reply: bcdfgh", text);
        Assert.True(text.Length <= SmsSegments.Ucs2Single, $"{text.Length} units");
        Assert.Empty(Sensitive(text));
    }

    [Fact]
    public void No_first_word_of_a_text_or_call_of_ours_is_sensitive_or_long()
    {
        foreach (var (key, channel) in StaffPrompts.All.Concat(RingPrompts.All))
            foreach (var catalogue in Context.Phrases.Catalogues)
            {
                var prompt = catalogue.Find(key)!;
                var said = (channel == Channel.Text ? prompt.Text : prompt.Voice)!.Source;
                Assert.Empty(Sensitive(said));
                Assert.True(channel == Channel.Voice || SmsSegments.Measure(said.Replace("{alert-id}", "wwwwww", StringComparison.Ordinal)) is { Segments: 1 }, key);
            }
    }

    [Fact]
    public void A_sensitive_word_would_be_seen() => Assert.NotEmpty(Sensitive("Call the police"));

    [Theory]
    [InlineData("wrong", AlertGrade.Now)]
    [InlineData("duress", AlertGrade.Now)]
    [InlineData("help", AlertGrade.Now)]
    [InlineData("not-safe", AlertGrade.Now)]
    [InlineData("safe-but-locked", AlertGrade.Now)]
    [InlineData("no-word", AlertGrade.Now)]
    [InlineData("danger", AlertGrade.Now)]
    [InlineData("ring-backs", AlertGrade.Now)]
    [InlineData("something new", AlertGrade.Now)]
    [InlineData("talk", AlertGrade.Soon)]
    [InlineData("call", AlertGrade.Soon)]
    [InlineData("stopped", AlertGrade.Soon)]
    [InlineData("missed", AlertGrade.Soon)]
    [InlineData("missed+", AlertGrade.Soon)]
    [InlineData("unsent", AlertGrade.Soon)]
    [InlineData("unreachable+", AlertGrade.Soon)]
    [InlineData("someone-else-answers", AlertGrade.Soon)]
    [InlineData("guessing", AlertGrade.Soon)]
    public void What_is_told_how_soon(string what, AlertGrade grade) => Assert.Equal(grade, AlertGrades.Of(what));

    [Fact]
    public void A_short_name_stays_and_a_long_one_gets_six_letters_the_same_ones_each_time()
    {
        Assert.Equal("bcdfgh", AlertIds.Of("bcdfgh"));
        var id = AlertIds.Of("guessing-2026-03-09");
        Assert.True(AlertIds.IsOne(id));
        Assert.Equal(id, AlertIds.Of("guessing-2026-03-09"));
        Assert.Equal(2_000, Enumerable.Range(0, 2_000).Select(n => AlertIds.Of(Guid.NewGuid().ToString("N"))).Distinct().Count());
    }

    private static IEnumerable<string> Sensitive(string text) =>
        Context.Sensitive.Values.SelectMany(words => words).Where(word => KhmerText.Normalize(text).Contains(word, StringComparison.Ordinal));
}
