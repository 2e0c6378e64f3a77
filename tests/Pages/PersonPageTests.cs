using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Somebody who wants a person and no machine, while there is one on duty.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PersonPageTests(Browser browser, OpenLine line)
{
    [Fact]
    public async Task In_a_call_zero_rings_the_person_on_duty_and_nobody_else_is_recorded_or_shown()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.TakeANewPhone();
        await page.Call("10");
        Assert.Contains("យើងភ្ជាប់អ្នក ទៅមនុស្សម្នាក់ឥឡូវនេះ។ គេមិនឃើញលេខអ្នកទេ។ គ្មានការថតសំឡេងទេ។", await page.Heard(), StringComparison.Ordinal);
        Assert.Equal("កំពុងរោទ៍ទៅអ្នកប្រចាំការ", await page.Page.Locator("#line").InnerTextAsync());
        Assert.True(await page.Page.Locator("#keypad [data-key='1']").IsDisabledAsync());
        await page.Page.ClickAsync("summary");
        Assert.Contains(OpenLine.Duty, await page.Page.Locator("details").InnerTextAsync(), StringComparison.Ordinal);
        await page.Look("person-call");
        await page.Act("#person-answers");
        Assert.Contains("អរគុណ។ លាហើយ។", await page.Heard(), StringComparison.Ordinal);
        Assert.Contains("បានរាប់៖ បានចប់ដោយមានចម្លើយ", await page.Follows());
        Assert.True(await page.Page.Locator("#hangup").IsDisabledAsync());
    }

    [Fact]
    public async Task When_nobody_answers_the_question_that_was_open_is_asked_again()
    {
        await using var page = await browser.Open(line.Gateway, 360, 740);
        await page.TakeANewPhone();
        await page.Call("1110");
        await page.Act("#nobody-answers");
        Assert.Contains("សូមទោស មិនមានអ្នកទទួលទេ។", await page.Heard(), StringComparison.Ordinal);
        Assert.Equal("report/danger", await page.State());
        await page.Press('2');
        Assert.Equal("report/who", await page.State());
        await page.Act("#hangup");
    }

    [Fact]
    public async Task By_text_nobody_is_rung_who_did_not_say_that_it_is_safe()
    {
        await using var page = await browser.Open(line.Gateway, 1280, 900);
        await page.TakeANewPhone();
        await page.Write("សួស្តី");
        await page.Write("4");
        Assert.Contains("យើងហៅមកលេខនេះ មានសុវត្ថិភាពទេ? 1 មាន 2 គ្មាន", await page.LastMessage(), StringComparison.Ordinal);
        await page.Look("person-text");
        await page.Write("2");
        Assert.Contains($"សូមហៅ {OpenLine.Duty}", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Empty(await page.Effects());
        await page.Write("មនុស្ស");
        await page.Write("1");
        Assert.StartsWith("បាន។ យើងនឹងព្យាយាមហៅមក។", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Equal(["មនុស្សម្នាក់ត្រូវហៅទៅលេខនេះ"], await page.Follows());
    }
}
