using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Debian's Chromium, driven by Playwright; one for all of them.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), "The tests of the page drive a browser: install Debian's chromium (apt-get install chromium), so that /usr/bin/chromium is there.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh browser profile at the page of this gateway. Whatever the page complains of fails the test when it is closed.</summary>
    internal async Task<OpenPage> Open(RunningGateway gateway, int width, int height)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var open = new OpenPage(page, gateway.Url);
        await page.GotoAsync(gateway.Url + "/simulator");
        try
        {
            await page.Locator("[data-language=km][aria-pressed=true]").WaitForAsync();
            return open;
        }
        catch (TimeoutException)
        {
            // What the page complained of says more than that nothing came.
            await open.DisposeAsync();
            throw;
        }
    }
}
