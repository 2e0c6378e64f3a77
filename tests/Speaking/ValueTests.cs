using Hotline.Flows.Checking;
using Hotline.Functions.Audio;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Speaking;
using Hotline.Tests.Checker;
using Xunit;

namespace Hotline.Tests.Speaking;

/// <summary>A placeholder's name says what its value is: a text shows it written, a call says it in recordings.</summary>
public sealed class ValueTests
{
    private static readonly DateTimeOffset Monday = new(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("people-count", "12345", "12,345", "12,345")]
    [InlineData("fee-riel", "250000", "250,000 រៀល", "250,000 riel")]
    [InlineData("fee-dollars", "1", "1 ដុល្លារ", "1 dollar")]
    [InlineData("next-date", "2027-01-04", "ថ្ងៃច័ន្ទ ទី៤ ខែមករា ឆ្នាំ២០២៧", "Monday, 4 January 2027")]
    [InlineData("next-day", "2027-01-04", "ថ្ងៃទី៤ ខែមករា", "4 January")]
    [InlineData("call-time", "14:30", "ម៉ោង ២:៣០ រសៀល", "2:30 PM")]
    [InlineData("open-when", "today 14:00", "ថ្ងៃនេះ ម៉ោង ២ រសៀល", "today at 2 pm")]
    [InlineData("open-when", "tomorrow 08:00", "ថ្ងៃស្អែក ម៉ោង ៨ ព្រឹក", "tomorrow at 8 am")]
    [InlineData("open-when", "monday 08:00", "ថ្ងៃច័ន្ទ ម៉ោង ៨ ព្រឹក", "Monday at 8 am")]
    [InlineData("open-when", "2027-01-14 08:30", "ថ្ងៃព្រហស្បតិ៍ ទី១៤ ខែមករា ម៉ោង ៨:៣០ ព្រឹក", "Thursday, 14 January at 8:30 am")]
    [InlineData("numbers", "117 ឬ 1288", "117 ឬ 1288", "117 ឬ 1288")]
    [InlineData("fee-dollars", "4.50", "4.50", "4.50")]
    [InlineData("fee-dollars", "", "", "")]
    [InlineData("people-count", "1000000000", "1000000000", "1000000000")]
    [InlineData("people-count", "១២", "១២", "១២")]
    [InlineData("next-date", "2027-02-30", "2027-02-30", "2027-02-30")]
    [InlineData("next-date", "1999-12-31", "1999-12-31", "1999-12-31")]
    [InlineData("call-time", "24:00", "24:00", "24:00")]
    [InlineData("open-when", "someday 08:00", "someday 08:00", "someday 08:00")]
    [InlineData("open-when", "monday", "monday", "monday")]
    public void A_text_shows_the_value_written_and_what_has_another_shape_as_it_is(string name, string value, string khmer, string english)
    {
        var template = new Template($"[{{{name}}}]");
        var values = new Dictionary<string, string> { [name] = value };
        Assert.Equal(($"[{khmer}]", $"[{english}]"), (template.Fill(values, "km"), template.Fill(values, "en")));
        Assert.Equal($"[{value}]", template.Fill(values));
    }

    [Fact]
    public void A_call_says_the_value_between_the_pieces_of_its_prompt()
    {
        var prompt = Prompt("We open {open-when}. The fee is {fee-riel}, on {numbers}.");
        var values = new Dictionary<string, string> { ["open-when"] = "monday 08:30", ["fee-riel"] = "20000", ["numbers"] = "12 3" };
        Assert.Equal(
            ["a.b.1", "say.monday", "say.hour", "say.8", "say.half", "say.morning", "a.b.2", "say.2", "say.ten-thousand", "say.riel", "a.b.3", "say.1", "say.2", "say.pause", "say.3"],
            Clips.Of(prompt, "km", values));
        Assert.Equal("We open Monday at eight thirty AM. The fee is twenty thousand riel, on 1 2 3.", Clips.ReadOut(prompt, "en", values));
    }

    [Fact]
    public void Only_the_kinds_of_values_that_a_catalogue_says_have_to_be_recorded()
    {
        string[] Needed(string voice) => [.. MissingClips.All(new Catalogue("km.json", "km", "ខ្មែរ", [Prompt(voice)])).Select(needed => needed.Clip)];
        Assert.Equal(["a.b"], Needed("Hello."));
        Assert.Equal(13, Needed("{last}").Length);
        Assert.DoesNotContain("say.monday", Needed("{people-count} people"));
        Assert.Contains("say.hundred-thousand", Needed("{people-count} people"));
        Assert.Contains("say.monday", Needed("{open-when}"));
        Assert.DoesNotContain("say.riel", Needed("{open-when}"));
    }

    [Fact]
    public void The_checker_measures_a_value_written_at_its_longest()
    {
        var files = BrokenFlow.OurFiles();
        files["km.json"] = files["km.json"].Replace("\"អរគុណដែរ។", "\"{y-when} {x-count} អរគុណដែរ។", StringComparison.Ordinal);
        var findings = BrokenFlow.Check(files, refuseUnverified: false).ToList();
        Assert.NotEqual(BrokenFlow.OurFiles()["km.json"], files["km.json"]);
        Assert.Contains(findings, finding => finding.Contains("nothing fills {y-when}", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("segments, and 1 may be used", StringComparison.Ordinal));
    }

    /// <summary>Every day of four years at every minute, against the few that the checker looks at.</summary>
    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void No_value_is_written_longer_than_the_longest_sample(string language)
    {
        int Longest(SayAs kind, IEnumerable<string> values) => values.Max(value => SpokenValue.Write(kind, value, language)!.Length);
        var days = Enumerable.Range(0, 4 * 366).Select(day => SpokenValue.Of(new DateOnly(2026, 1, 1).AddDays(day))).ToList();
        var times = Enumerable.Range(0, 24 * 60).Select(minute => SpokenValue.Of(new TimeOnly(minute / 60, minute % 60))).ToList();
        foreach (var (kind, values) in new[] { (SayAs.Date, days), (SayAs.Day, days), (SayAs.Time, times), (SayAs.When, [.. days.Select(day => day + " 12:30"), .. times.Select(time => "2026-01-01 " + time)]) })
            Assert.Equal(Longest(kind, values), Longest(kind, SpokenValue.Samples(kind)));
    }

    [Theory]
    [InlineData(0, 14, "today 14:00")]
    [InlineData(1, 8, "tomorrow 08:00")]
    [InlineData(2, 8, "wednesday 08:00")]
    [InlineData(6, 8, "sunday 08:00")]
    [InlineData(7, 8, "2027-01-11 08:00")]
    [InlineData(-1, 8, "2027-01-03 08:00")]
    public void A_weekday_is_named_alone_only_while_it_can_mean_one_day(int days, int hour, string value)
    {
        var then = new DateTimeOffset(2027, 1, 4, hour, 0, 0, TimeSpan.FromHours(7)).AddDays(days);
        Assert.Equal(value, SpokenValue.When(then, Monday));
        Assert.Equal(value, SpokenValue.When(then, Monday.ToUniversalTime()));
        Assert.Equal(value, SpokenValue.When(then, Monday.ToOffset(TimeSpan.FromHours(-11))));
    }

    private static Prompt Prompt(string voice) => new("a.b", null, new Template(voice), "draft", 1, null);
}
