using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Whether it can be read and used: on a small phone, in Khmer, with the keyboard alone.</summary>
[Collection(nameof(BrowserTests))]
public sealed class SimulatorLayoutTests(Browser browser, OpenLine line)
{
    private const string Story = "មិត្តខ្ញុំត្រូវគេបង្ខំឱ្យធ្វើការក្នុងរោងចក្រ គេដកហូតលិខិតឆ្លងដែន";

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public async Task On_a_small_phone_nothing_is_wider_than_the_screen_and_every_button_can_be_hit(string language)
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 360, 740);
        await page.Page.ClickAsync($"[data-language={language}]");
        await page.Write(Story);
        await Sight.AssertFits(page);
        await page.Photograph($"text-phone-{language}");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.Page.ClickAsync("#tab-call");
        await page.Act("#dial");
        await Sight.AssertFits(page);
        await page.Page.ClickAsync("summary");
        await Sight.AssertFits(page);
        await page.Photograph($"call-phone-{language}");
    }

    [Theory]
    [InlineData("wider than the screen", "document.querySelector('h1').style.width = '500px'")]
    [InlineData("out of the screen", "document.getElementById('send').style.transform = 'translateX(40px)'")]
    [InlineData("cut", "Object.assign(document.querySelector('h1').style, { width: '40px', overflow: 'hidden', whiteSpace: 'nowrap' })")]
    [InlineData("too small", "Object.assign(document.getElementById('fresh').style, { minHeight: 0, height: '20px' })")]
    [InlineData("not to be read", "document.getElementById('from').style.width = '140px'")]
    [InlineData("below", "document.querySelector('.phone').style.height = '900px'")]
    public async Task What_does_not_fit_is_noticed(string why, string spoil)
    {
        await using var page = await browser.Open(line.Gateway, 360, 740);
        await Sight.AssertFits(page);
        await page.Page.EvaluateAsync(spoil);
        var noticed = await Assert.ThrowsAsync<Xunit.Sdk.EmptyException>(() => Sight.AssertFits(page));
        Assert.Contains(why, noticed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Khmer_is_set_in_its_own_font_large_and_unspaced()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 1280, 900);
        await page.Write("សួស្តី");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.fonts.ready.then(() => document.fonts.check('17px \"Noto Sans Khmer\"', 'ក') && [...document.fonts].some(f => f.status === 'loaded'))"));
        var poor = await page.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /[\u1780-\u17ff]/.test(n.data))).filter(e => {
              const s = getComputedStyle(e), size = parseFloat(s.fontSize);
              return size < 16 || parseFloat(s.lineHeight) / size < 1.6 || s.letterSpacing !== 'normal' && parseFloat(s.letterSpacing) !== 0 || s.fontStyle !== 'normal' || !s.fontFamily.includes('Noto Sans Khmer');
            }).map(e => e.outerHTML)
            """);
        Assert.Empty(poor);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 1280, 900);
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('button, select, textarea, [role=tabpanel], ol')].filter(e => !(e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.labels?.length || e.textContent.trim())).map(e => e.outerHTML)"));
        await page.Page.FocusAsync("#tab-text");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("tab-call", await page.Page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Page.FocusAsync("#dial");
        await Answered(page, () => page.Page.Keyboard.PressAsync("Enter"));
        await Answered(page, () => page.Page.Keyboard.PressAsync("2"));
        Assert.Equal("front-door/menu", await page.State());
        Assert.Equal("en", await page.Page.Locator("#heard .theirs").Last.GetAttributeAsync("lang"));
        await page.Page.ClickAsync("[data-language=en]");
        await page.Photograph("call-desktop-en");
    }

    private static Task Answered(OpenPage page, Func<Task> act) =>
        page.Page.RunAndWaitForResponseAsync(act, response => response.Request.Method == "POST").ContinueWith(_ => page.Page.Locator("#keypad button:enabled").First.WaitForAsync(), TaskScheduler.Default).Unwrap();
}
