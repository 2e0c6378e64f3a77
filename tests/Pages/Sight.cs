using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>What somebody who looks at the page would complain of.</summary>
internal static class Sight
{
    /// <summary>Wide and narrow, in both languages, light and dark; photographs for people. The page is left as wide as before, in Khmer.</summary>
    public static async Task Look(this OpenPage page, string name)
    {
        await Look(page, name, 1280, 900, "km", ColorScheme.Light);
        await Look(page, name, 1280, 900, "en", ColorScheme.Dark);
        await Look(page, name, 360, 740, "en", ColorScheme.Light);
        await Look(page, name, 360, 740, "km", ColorScheme.Dark);
        await page.Page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>Nothing is wider than the screen or than what it stands in, everything that is pressed can be hit, and the keypad or the line to write in is in view.</summary>
    public static async Task AssertFits(OpenPage page)
    {
        var poor = await page.Page.EvaluateAsync<string[]>(
            """
            (() => {
              const seen = [...document.querySelectorAll('body *')].filter(e => e.offsetParent && e.tagName !== 'OPTION');
              const wide = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) > innerWidth ? ['the page'] : [];
              const out = seen.filter(e => { const r = e.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth + 0.5; });
              const cut = seen.filter(e => e.matches('button, li, p, h1, h2, h3, dt, dd, label, summary, output') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1);
              const small = seen.filter(e => e.matches('button, select, textarea, summary')).filter(e => { const r = e.getBoundingClientRect(); return r.width < 44 || r.height < 44; });
              const pen = document.createElement('canvas').getContext('2d');
              const unread = seen.filter(e => e.tagName === 'SELECT').filter(e => {
                const s = getComputedStyle(e);
                pen.font = s.font;
                return pen.measureText(e.selectedOptions[0].text).width + parseFloat(s.paddingLeft) + 20 > e.clientWidth;
              });
              scrollTo(0, 0);
              const below = seen.filter(e => e.matches('#keypad button, .acts button, #write *')).filter(e => e.getBoundingClientRect().bottom > innerHeight);
              const told = (why, list) => list.map(e => why + ': ' + (e.outerHTML ?? e).slice(0, 200));
              return [...told('wider than the screen', wide), ...told('out of the screen', out), ...told('cut', cut), ...told('too small', small), ...told('not to be read', unread), ...told('below', below)];
            })()
            """);
        Assert.Empty(poor);
    }

    private static async Task Look(OpenPage page, string name, int width, int height, string language, ColorScheme scheme)
    {
        await page.Page.SetViewportSizeAsync(width, height);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.Page.ClickAsync($"[data-language={language}]");
        await AssertFits(page);
        Assert.Equal(language == "en" ? 0 : 1, await page.Page.EvaluateAsync<int>("Math.sign([...document.querySelectorAll('h1, h2, h3, dt, label, .line, .size, button:not([lang])')].filter(e => e.offsetParent && /[\\u1780-\\u17ff]/.test(e.textContent)).length)"));
        await page.Photograph($"{name}-{width}-{language}");
    }
}
