using System.Text.RegularExpressions;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Reported from one phone, back with the code from another and by a call.</summary>
[Collection(nameof(BrowserTests))]
public sealed partial class ReturnPageTests(Browser browser, OpenLine line)
{
    private const string Story = "ប្អូនស្រីខ្ញុំត្រូវគេយកទៅបាត់ពីរខែហើយ";

    [Fact]
    public async Task The_code_in_two_pieces_of_Khmer_digits_from_another_phone_and_by_four_groups_of_keys()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        var code = await File(page, Story, "1", "2", "2", "2", "1");
        Assert.Contains("បានទុករបាយការណ៍ពេញលេញ", await page.Follows());
        var first = await page.Page.Locator("#from").InputValueAsync();
        await page.TakeANewPhone();
        Assert.Empty(await page.Page.Locator("#thread li").AllAsync());
        var khmer = string.Concat(code.Select(digit => (char)(digit - '0' + '\u17E0')));
        await page.Write("សួស្តី");
        await page.Write("3");
        await page.Write($"{khmer[..4]} {khmer[4..8]}");
        Assert.Contains("នៅខ្វះ 8 លេខទៀត។", await page.LastMessage(), StringComparison.Ordinal);
        await page.Look("return");
        await page.Write($"{khmer[8..12]} {khmer[12..]}");
        Assert.Contains("រឿងរបស់អ្នកនៅជាមួយយើង។ មិនទាន់បានអានទេ។", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write("1");
        await page.Write("គេប្តូរកន្លែងទៅខាងជើងផ្សារ");
        Assert.StartsWith("បានបន្ថែមហើយ។", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Equal(["បានបន្ថែមសារ លើរឿងដែលមានស្រាប់"], await page.Follows());
        await page.Write("2");
        await page.Write("2");
        await page.Write("3");
        Assert.Equal(["បានប្តូរចម្លើយ លើរឿងដែលមានស្រាប់ (share)"], await page.Follows());
        await page.Write("5");
        // Nothing of what was reported is said to whoever holds the code; the first phone still has it all.
        Assert.DoesNotContain("ប្អូនស្រី", await page.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await page.Page.SelectOptionAsync("#from", first);
        Assert.Contains("ប្អូនស្រី", await page.Page.Locator("#thread").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("filed", await page.Effects());

        await page.TakeANewPhone();
        await page.Call("13");
        Assert.Contains("សូមចុចបួនលេខដំបូង។", await page.Heard(), StringComparison.Ordinal);
        foreach (var group in code.Chunk(4))
            await page.Enter(new string(group));
        Assert.Equal("return/menu", await page.State());
        Assert.Contains("រឿងរបស់អ្នកនៅជាមួយយើង។", await page.Heard(), StringComparison.Ordinal);
        await page.Press('1');
        await page.Look("return-call");
        await page.Act("#record");
        Assert.Equal(["បានបន្ថែមសំឡេង លើរឿងដែលមានស្រាប់"], await page.Follows());
        await page.Press('3');
        Assert.Contains("សូមលុបការហៅនេះពីបញ្ជីក្នុងទូរស័ព្ទ។", await page.Heard(), StringComparison.Ordinal);

        var report = await Report(Story);
        Assert.Equal([("words", "គេប្តូរកន្លែងទៅខាងជើងផ្សារ"), ("answer", "police"), ("recording", null)], Amendments(report));
    }

    [Fact]
    public async Task In_English_words_are_added_from_another_phone_and_then_it_is_taken_back()
    {
        const string English = "My sister was taken away two months ago and nobody hears from her";
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.Page.ClickAsync("[data-language=en]");
        var code = await File(page, English, "1", "2", "2", "2", "1");
        Assert.Contains("Report filed, finished", await page.Follows());
        await page.TakeANewPhone();
        await page.Write("hello");
        await page.Write("3");
        await page.Write(code[..8]);
        Assert.Contains("Digits still missing: 8.", await page.LastMessage(), StringComparison.Ordinal);
        await page.Write(code[8..]);
        await page.Write("1");
        await page.Write("There is a white van behind the market");
        Assert.Equal(["A text was added to the report of the code"], await page.Follows());
        Assert.Equal([("words", "There is a white van behind the market")], Amendments(await Report(English)));

        await page.TakeANewPhone();
        await page.Call("23");
        foreach (var group in code.Chunk(4))
            await page.Enter(new string(group));
        foreach (var key in "41")
            await page.Press(key);
        Assert.Contains("It cannot be brought back.", await page.Heard(), StringComparison.Ordinal);
        await page.Press('1');
        Assert.Equal(["The report of the code was taken back and deleted", "Counted: taken back"], await page.Follows());
        Assert.DoesNotContain(await line.Gateway.Reports(), row => Tells(row, English));
    }

    /// <returns>The sixteen digits.</returns>
    private static async Task<string> File(OpenPage page, params string[] texts)
    {
        await page.TakeANewPhone();
        foreach (var text in texts)
            await page.Write(text);
        return Code().Match(await page.LastMessage()).Value.Replace(" ", "", StringComparison.Ordinal);
    }

    private async Task<System.Text.Json.JsonElement> Report(string story) => Assert.Single(await line.Gateway.Reports(), row => Tells(row, story));

    private static bool Tells(System.Text.Json.JsonElement row, string story) =>
        row.GetProperty("type").GetString() == "report" && row.GetProperty("words").EnumerateArray().Any(words => words.GetString() == story);

    private static IEnumerable<(string? Kind, string? Content)> Amendments(System.Text.Json.JsonElement report) => report.GetProperty("amendments").EnumerateArray()
        .Select(row => (row.GetProperty("kind").GetString(), row.GetProperty("kind").GetString() == "recording" ? null : row.GetProperty("content").GetString()));

    [GeneratedRegex("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
