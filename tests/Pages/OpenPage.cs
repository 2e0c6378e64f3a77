using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>The simulator as a hand uses it: type, press, look.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> elsewhere = [];

    public OpenPage(IPage page, string home)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(home + "/simulator", StringComparison.Ordinal))
                elsewhere.Enqueue(request.Url);
        };
    }

    public IPage Page { get; }

    public async Task Write(string body)
    {
        var theirs = Page.Locator("#thread .theirs");
        var before = await theirs.CountAsync();
        await Page.FillAsync("#body", body);
        await Page.PressAsync("#body", "Enter");
        await theirs.Nth(before).WaitForAsync();
        await Page.Locator("#send:enabled").WaitForAsync();
    }

    /// <summary>Clicks something that leads to a request and waits for its answer.</summary>
    public async Task Act(string selector)
    {
        await Page.RunAndWaitForResponseAsync(() => Page.ClickAsync(selector), response => response.Url.Contains("/simulator/", StringComparison.Ordinal) && response.Request.Method == "POST");
        await Page.Locator("#keypad button:enabled, #dial:enabled").First.WaitForAsync();
    }

    public Task Press(char key) => Act($"#keypad button[data-key='{key}']");

    public async Task<string> LastMessage() => await Page.Locator("#thread .theirs").Last.InnerTextAsync();

    public Task<string> State() => Page.Locator("#state").InnerTextAsync();

    public Task<string[]> Effects() => Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-effect]')].map(e => e.dataset.effect)");

    /// <summary>Into artifacts/, for people to look at.</summary>
    public Task Photograph(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts(), name + ".png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(complaints);
        Assert.Empty(elsewhere);
    }

    private static string Artifacts([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "artifacts");
}
