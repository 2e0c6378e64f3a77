using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Someone who is back home answers on the line of their own.</summary>
[Collection(nameof(BrowserTests))]
public sealed class CheckInPageTests(Browser browser, OpenLine line)
{
    private const string SafeWord = "ស្វាយទុំ";

    [Fact]
    public async Task Ordinary_talk_until_the_safe_word_then_one_and_then_a_whole_check_in_by_keypad()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        var client = await Enrolled(page);
        Assert.Contains("clients enrol", await page.Page.EvaluateAsync<string>("document.getElementById('thread').dataset.empty"), StringComparison.Ordinal);
        await page.Write("សួស្តី បងសុខសប្បាយទេ?");
        Assert.StartsWith("អរគុណ។ ថែរក្សាសុខភាពផងណា។", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Equal(["មិនមែនពាក្យសម្ងាត់ទេ៖ ប្រាប់អ្នកទទួលបន្ទុក"], await page.Follows());
        await page.Write(SafeWord);
        Assert.StartsWith("អរគុណ។ សុខសប្បាយទេ?", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Contains("ពាក្យសម្ងាត់ត្រឹមត្រូវ", await page.Follows());
        await page.Look("check-in-text");
        await page.Write("1");
        Assert.StartsWith("ល្អណាស់។ អរគុណ។", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Equal(["បានទុកចម្លើយ"], await page.Follows());

        await page.Call("");
        Assert.Contains("សូមចុចលេខរបស់អ្នក រួចចុចសញ្ញាក្រឡា។", await page.Heard(), StringComparison.Ordinal);
        await page.Enter("4837#");
        Assert.Equal("check-in/how", await page.State());
        foreach (var key in "411122")
            await page.Press(key);
        Assert.Equal("check-in/debt-riel", await page.State());
        Assert.Contains("khr:0-200000", await page.Kept(), StringComparison.Ordinal);
        await page.Look("check-in-call");
        await page.Press('3');
        await page.Act("#record");
        await page.Press('1');
        Assert.Contains("អរគុណដែលបានឆ្លើយ។", await page.Heard(), StringComparison.Ordinal);
        Assert.Equal(["ប្រាប់អ្នកទទួលបន្ទុក៖ ចង់ឱ្យហៅទៅ", "បានទុកចម្លើយ", "បានរាប់៖ បានចប់ដោយមានចម្លើយ"], await page.Follows());

        var done = await line.Gateway.CheckIns(client);
        Assert.Equal(["Text", "Voice"], done.Select(row => row.GetProperty("channel").GetString()!).Order(StringComparer.Ordinal));
        var voice = Assert.Single(done, row => row.GetProperty("channel").GetString() == "Voice");
        Assert.True(voice.GetProperty("finished").GetBoolean());
        Assert.Equal(4, voice.GetProperty("how").GetInt32());
        Assert.True(voice.GetProperty("safeWhereSleeping").GetBoolean());
        Assert.Equal("yes", voice.GetProperty("criterionAnswer").GetString());
        Assert.True(voice.GetProperty("recorded").GetBoolean());
    }

    [Fact]
    public async Task The_duress_word_is_answered_like_the_safe_one_and_only_the_panel_knows()
    {
        await using var page = await browser.Open(line.Gateway, 360, 740);
        await Enrolled(page);
        await page.Write("ចេកអំបូង");
        var duress = await page.LastMessage();
        Assert.Contains("ពាក្យដែលមានន័យថា មានគេបង្ខំ៖ ប្រាប់អ្នកទទួលបន្ទុក", await page.Follows());
        await Enrolled(page);
        await page.Write("ជួយផង");
        Assert.Equal(["សុំជំនួយ មិនមែនពាក្យសម្ងាត់៖ ប្រាប់អ្នកទទួលបន្ទុក"], await page.Follows());
        Assert.Equal(duress.Split('\n')[0], (await page.LastMessage()).Split('\n')[0]);
    }

    [Fact]
    public async Task Each_of_the_two_lines_has_its_own_thread_and_knows_nothing_of_the_other()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await Enrolled(page);
        await page.Write(SafeWord);
        await page.Page.SelectOptionAsync("#to", "public");
        Assert.Equal(0, await page.Page.Locator("#thread li, #state").CountAsync());
        await page.Write(SafeWord);
        Assert.DoesNotContain("check-in", await page.State(), StringComparison.Ordinal);
        await page.Page.SelectOptionAsync("#to", "check-in");
        Assert.Equal("check-in/ready", await page.State());
        Assert.Equal(2, await page.Page.Locator("#thread li").CountAsync());
    }

    [Fact]
    public async Task Without_a_check_in_number_the_page_says_what_to_set_in_its_own_language()
    {
        await using var gateway = await RunningGateway.Start("Development", RunningGateway.NoNumbers);
        await using var page = await browser.Open(gateway, 360, 740);
        await page.Page.SelectOptionAsync("#to", "check-in");
        await page.Page.FillAsync("#body", "សួស្តី");
        // The browser reports every answer of 400 as an error.
        page.Expect("400");
        await page.Page.PressAsync("#body", "Enter");
        await Assertions.Expect(page.Page.Locator("#thread .note")).ToHaveTextAsync("មិនទាន់មានលេខសួរសុខទុក្ខទេ។ សូមដាក់ Provider__CheckInNumber រួចបើកកម្មវិធីម្តងទៀត។");
        await Sight.AssertFits(page);
    }

    /// <summary>A new phone, enrolled; the page writes to the line of check-ins.</summary>
    private async Task<string> Enrolled(OpenPage page)
    {
        string phone;
        do
            phone = await page.TakeANewPhone();
        while (phone.Contains("4837", StringComparison.Ordinal) || phone.Contains("2915", StringComparison.Ordinal));
        await page.Page.SelectOptionAsync("#to", "check-in");
        return await line.Gateway.Enrol(phone);
    }
}
