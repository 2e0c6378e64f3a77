using System.Text.Json;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>A report that is left for a question and gone on with, by text and by a call: nothing of one is found in the other.</summary>
[Collection(nameof(BrowserTests))]
public sealed class MixedPageTests(Browser browser, OpenLine line)
{
    private const string Question = "តើធ្វើប៉ាស្ព័រថ្លៃប៉ុន្មាន?";

    [Fact]
    public async Task A_report_the_menu_a_question_and_the_report_again()
    {
        const string story = "ប្អូនប្រុសខ្ញុំត្រូវគេឃុំក្នុងទូក ពីរខែហើយ";
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await Begin(page, story);
        await page.Write("ម៉ឺនុយ");
        await page.Write("2");
        await page.Write(Question);
        Assert.Equal("abroad/after", await page.State());
        Assert.DoesNotContain("ទូក", await page.LastMessage(), StringComparison.Ordinal);
        await page.Look("mixed");
        await page.Write("ម៉ឺនុយ");
        await page.Write("5");
        Assert.Equal("report/safe", await page.State());
        await page.Write("1");
        Assert.Equal("report/kind", await page.State());
        Assert.DoesNotContain("abroad", await page.Kept(), StringComparison.Ordinal);
        foreach (var text in new[] { "1", "2", "ថៃ", "2", "3", "2", "អស់ហើយ", "2", "1" })
            await page.Write(text);
        Assert.Contains("បានទុករបាយការណ៍ពេញលេញ", await page.Follows());
        Assert.Matches("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}", await page.LastMessage());
        AssertOnlyTheReport(await Report(story), recordings: 0);
    }

    [Fact]
    public async Task Begun_by_text_asked_about_something_else_and_finished_in_a_call()
    {
        const string story = "មិត្តស្រីខ្ញុំត្រូវគេដកលិខិតឆ្លងដែន មិនឱ្យចេញពីផ្ទះ";
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await Begin(page, story);
        await page.Write("ម៉ឺនុយ");
        await page.Write("2");
        await page.Write(Question);
        await page.Call("*");
        Assert.Equal("report/safe", await page.State());
        await page.Press('1');
        Assert.Equal("report/kind-voice", await page.State());
        Assert.DoesNotContain("ប៉ាស្ព័រ", await page.Heard(), StringComparison.Ordinal);
        foreach (var key in "12221")
            await page.Press(key);
        await page.Enter("2#");
        await page.Act("#record");
        foreach (var key in "21")
            await page.Press(key);
        Assert.Contains("filed", await page.Effects());
        Assert.Contains("Please write down this code", await page.Heard(), StringComparison.Ordinal);
        AssertOnlyTheReport(await Report(story), recordings: 1);
    }

    /// <summary>As far as the question what it is about.</summary>
    private static async Task Begin(OpenPage page, string story)
    {
        await page.TakeANewPhone();
        foreach (var text in new[] { story, "1", "2", "1", "2" })
            await page.Write(text);
        Assert.Equal("report/kind", await page.State());
    }

    private async Task<JsonElement> Report(string story) => Assert.Single(await line.Gateway.Reports(), row =>
        row.GetProperty("type").GetString() == "report" && row.GetProperty("words").EnumerateArray().Any(words => words.GetString() == story));

    private static void AssertOnlyTheReport(JsonElement report, int recordings)
    {
        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.Single(report.GetProperty("words").EnumerateArray().ToList());
        Assert.Equal(recordings, report.GetProperty("recordings").GetInt32());
        Assert.DoesNotContain(report.GetProperty("answers").EnumerateObject().Select(answer => answer.Name), name => name.StartsWith("abroad", StringComparison.Ordinal));
        Assert.Equal(("family", "labour"), (report.GetProperty("answers").GetProperty("who").GetString(), report.GetProperty("answers").GetProperty("kind").GetString()));
        Assert.DoesNotContain("ប៉ាស្ព័រ", report.ToString(), StringComparison.Ordinal);
    }
}
