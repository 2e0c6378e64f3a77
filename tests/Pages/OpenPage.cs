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
    private string? expected;

    public OpenPage(IPage page, string home)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && (expected is null || !message.Text.Contains(expected, StringComparison.Ordinal)))
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

    /// <summary>From now on a complaint with this in it is no fault.</summary>
    public void Expect(string complaint) => expected = complaint;

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
        await Page.Locator("#keypad button:enabled, #person-answers:enabled, #dial:enabled").First.WaitForAsync();
    }

    /// <summary>The page has asked once more what came of itself, and shows it.</summary>
    public async Task NextLook()
    {
        for (var looks = 0; looks < 2; looks++)
            await Page.WaitForResponseAsync(response => response.Url.Contains("/simulator/inbox", StringComparison.Ordinal));
    }

    public Task Press(char key) => Act($"#keypad button[data-key='{key}']");

    /// <summary>A call from where the phone stands, and then one key after the other.</summary>
    public async Task Call(string keys)
    {
        await Page.ClickAsync("#tab-call");
        await Act("#dial");
        foreach (var key in keys)
            await Press(key);
    }

    /// <summary>An entry of several keys: the last one sends it.</summary>
    public async Task Enter(string keys)
    {
        foreach (var key in keys[..^1])
            await Page.ClickAsync($"#keypad button[data-key='{key}']");
        await Press(keys[^1]);
    }

    /// <summary>Another phone, which never called.</summary>
    public async Task<string> TakeANewPhone()
    {
        await Page.ClickAsync("#fresh");
        return (await Page.Locator("#from option:checked").InnerTextAsync()).Split(' ')[0];
    }

    public Task<string> LastMessage() => Page.Locator("#thread .theirs").Last.InnerTextAsync();

    /// <summary>What has been heard since the last key, words and glosses.</summary>
    public Task<string> Heard() => Page.EvaluateAsync<string>("(() => { const all = [...document.querySelectorAll('#heard li')]; return all.slice(all.findLastIndex(e => !e.matches('.theirs')) + 1).map(e => e.innerText).join(' '); })()");

    public Task<string> State() => Page.Locator("#state").InnerTextAsync();

    /// <summary>The sentences about what follows, as they are read.</summary>
    public async Task<IReadOnlyList<string>> Follows() => await Page.Locator("#effects li").AllInnerTextsAsync();

    public Task<string> Kept() => Page.Locator("#answers").InnerTextAsync();

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
