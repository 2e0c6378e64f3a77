using System.Text.RegularExpressions;
using Hotline.Functions.Alerts;
using Hotline.Functions.MissedCall;
using Hotline.Tests.Outside;
using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>What the hotline does of its own accord is seen on the page, without any account: the provider that it asks is the simulator.</summary>
[Collection(nameof(BrowserTests))]
public sealed partial class OwnAccordPageTests(Browser browser)
{
    private const string Mark = "គ្មានអ្នកណាសួរទេ";

    [Fact]
    public async Task An_alert_reaches_the_duty_phone_by_text_then_by_call_and_no_more_once_its_letters_are_written_back()
    {
        var clock = Morning();
        await using var gateway = await RunningGateway.StartAt(clock, "Development");
        await using var page = await browser.Open(gateway, 1280, 900);
        Assert.Equal(0, await page.Page.Locator("#duty-thread li").CountAsync());
        await Danger(page);
        var text = page.Page.Locator("#duty-thread .theirs");
        await text.First.WaitForAsync();
        Assert.Contains(Mark, await text.First.InnerTextAsync(), StringComparison.Ordinal);
        var letters = SixLetters().Match(await text.First.InnerTextAsync()).Groups[1].Value;
        Assert.Equal(6, letters.Length);
        Assert.Equal(1, await gateway.Owed(OwedAlert.Kind));
        await page.Look("alert-text");

        clock.Advance(AlertPlan.ToCall);
        await page.Page.Locator("#duty-ringing .ring").WaitForAsync();
        await page.Look("alert-call");
        await page.Page.ClickAsync("#duty-ringing [data-how=no-answer]");
        await Gone(page, "#duty-ringing .ring");

        await page.Page.FillAsync("#duty-body", letters);
        await page.Page.PressAsync("#duty-body", "Enter");
        await page.Page.Locator("#duty-thread .note", new PageLocatorOptions { HasText = "អ្នកប្រចាំការបានឃើញដំណឹងបន្ទាន់ហើយ" }).WaitForAsync();
        var before = await text.CountAsync();
        clock.Advance(AlertPlan.Again);
        await Done(page, gateway, OwedAlert.Kind);
        Assert.Equal(before, await text.CountAsync());
        Assert.Equal(0, await page.Page.Locator(".ring").CountAsync());
    }

    [Fact]
    public async Task An_alert_is_acknowledged_by_one_key_of_the_call_that_tells_of_it()
    {
        var clock = Morning();
        await using var gateway = await RunningGateway.StartAt(clock, "Development");
        await using var page = await browser.Open(gateway, 360, 740);
        await Danger(page);
        await page.Page.Locator("#duty-thread .theirs").First.WaitForAsync();
        Assert.Equal(["ថ្មី៖ ទូរស័ព្ទអ្នកប្រចាំការ"], await page.Page.Locator("#news button").AllInnerTextsAsync());
        await Sight.AssertFits(page);
        await page.Page.ClickAsync("#news button");
        clock.Advance(AlertPlan.ToCall);
        await page.Page.ClickAsync("#duty-ringing [data-how=answer]");
        await page.Page.Locator("#duty-call:not([hidden])").WaitForAsync();
        await page.Page.ClickAsync("#duty-key");
        await Gone(page, "#duty-call:not([hidden])");
        clock.Advance(AlertPlan.Again);
        await Done(page, gateway, OwedAlert.Kind);
        Assert.Equal(0, await page.Page.Locator(".ring").CountAsync());
    }

    [Fact]
    public async Task A_missed_call_is_refused_unbilled_and_rung_back_once_neutral_until_a_key_is_pressed()
    {
        await using var gateway = await RunningGateway.StartAt(Morning(), "Development");
        await using var page = await browser.Open(gateway, 1280, 900);
        await page.TakeANewPhone();
        await page.Page.ClickAsync("#tab-call");
        await page.Act("#missed");
        Assert.StartsWith("រវល់ មិនអស់លុយទេ។", await page.Page.Locator("#heard .note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Reject reason=\"busy\"", await page.Page.Locator("details pre").First.TextContentAsync(), StringComparison.Ordinal);
        await page.Page.Locator("#ringing .ring").WaitForAsync();
        await page.Look("rings-back");
        await page.Act("#ringing [data-how=answer]");
        Assert.Contains("Hello. Someone called from this phone. To listen, press one.", await page.Heard(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("#state").CountAsync());
        await page.Press('1');
        Assert.StartsWith("front-door/", await page.State(), StringComparison.Ordinal);
        await page.Press('1');
        Assert.Equal("front-door/menu", await page.State());
        await page.Act("#hangup");

        await page.Act("#missed");
        await Done(page, gateway, RingBack.Kind);
        Assert.Equal(0, await page.Page.Locator(".ring").CountAsync());
    }

    [Fact]
    public async Task An_opener_comes_to_a_phone_that_nobody_looked_at_and_is_answered_with_the_safe_word()
    {
        // Five in the afternoon in Phnom Penh; the safe hours begin at six.
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
        await using var gateway = await RunningGateway.StartAt(clock, "Development");
        await using var page = await browser.Open(gateway, 360, 740);
        await gateway.Move(await gateway.Enrol("+85577123123"), new DateOnly(2026, 11, 24));
        await page.NextLook();
        Assert.Equal(0, await page.Page.Locator("#news button").CountAsync());
        clock.Advance(TimeSpan.FromHours(2));
        await page.Page.Locator("#news button").WaitForAsync();
        await page.Look("opener-news");
        await page.Page.ClickAsync("#news button");
        Assert.Equal(("+85577123123", "check-in"), (await page.Page.InputValueAsync("#from"), await page.Page.InputValueAsync("#to")));
        Assert.StartsWith("សួស្តី។ ឥវ៉ាន់ថ្មីមកដល់ហើយ។ សុខសប្បាយទេ?", await page.LastMessage(), StringComparison.Ordinal);
        Assert.Contains(Mark, await page.LastMessage(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("#news button").CountAsync());
        await page.Look("opener");
        await page.Write("ស្វាយទុំ");
        Assert.StartsWith("អរគុណ។ សុខសប្បាយទេ?", await page.LastMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(Mark, await page.LastMessage(), StringComparison.Ordinal);
        Assert.Contains("ពាក្យសម្ងាត់ត្រឹមត្រូវ", await page.Follows());
    }

    /// <summary>Ten o'clock on a Tuesday in Phnom Penh.</summary>
    private static FakeClock Morning() => new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    private static async Task Danger(OpenPage page)
    {
        await page.TakeANewPhone();
        foreach (var text in new[] { "សួស្តី", "1", "1", "1" })
            await page.Write(text);
        Assert.Contains("alert", await page.Effects());
    }

    private static Task Gone(OpenPage page, string selector) => page.Page.Locator(selector).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });

    /// <summary>Nothing of the kind is owed any more, and the page has seen all that came of it. Each look of the page has the sweeper look too.</summary>
    private static async Task Done(OpenPage page, RunningGateway gateway, string kind)
    {
        for (var looks = 0; looks < 20 && await gateway.Owed(kind) > 0; looks++)
            await page.NextLook();
        Assert.Equal(0, await gateway.Owed(kind));
        await page.NextLook();
    }

    [GeneratedRegex("Reply: ([a-z0-9]{6})")]
    private static partial Regex SixLetters();
}
