using System.Text;
using System.Text.Json;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>The page, the webhooks, the engine and the store in one piece, used with a keyboard and a pointer.</summary>
[Collection(nameof(BrowserTests))]
public sealed class SimulatorPageTests(Browser browser)
{
    private const string Story = "មិត្តខ្ញុំត្រូវគេបង្ខំឱ្យធ្វើការក្នុងរោងចក្រ គេដកហូតលិខិតឆ្លងដែន";

    [Fact]
    public async Task A_report_typed_in_Khmer_ends_with_a_receipt_and_lies_sealed_in_the_store()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 1280, 900);
        await page.Write("សួស្តី");
        Assert.Equal("front-door/menu", await page.State());
        foreach (var line in new[] { "1", "1", "២", "3", "1", "2", "កំពត", "កំពង់ត្រាច", "1", "3", "៥" })
            await page.Write(line);
        Assert.Equal("report/words", await page.State());
        Assert.Contains("កំពង់ត្រាច", await page.Page.Locator("#answers").InnerTextAsync(), StringComparison.Ordinal);
        await page.Photograph("text-desktop-km");
        foreach (var line in new[] { Story, "2", "2" })
            await page.Write(line);

        Assert.Subset((await page.Effects()).ToHashSet(), new HashSet<string> { "filed", "counted" });
        var receipt = await page.Page.Locator("#thread .theirs").Last.InnerTextAsync();
        await page.Photograph("receipt-desktop-km");
        Assert.Matches("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}", receipt);
        Assert.Contains("Received. Your code is", receipt, StringComparison.Ordinal);

        var report = await TheReport(gateway);
        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.Equal("km", report.GetProperty("language").GetString());
        Assert.Equal("0706", report.GetProperty("answers").GetProperty("district").GetString());
        Assert.Equal("5", report.GetProperty("answers").GetProperty("many").GetString());
        Assert.Equal([Story], report.GetProperty("words").EnumerateArray().Select(word => word.GetString()!));
        AssertSealed(gateway, Encoding.UTF8.GetBytes(Story), "12345678"u8.ToArray());
    }

    [Fact]
    public async Task A_report_on_the_keypad_with_a_recording_ends_with_a_receipt_and_lies_sealed_in_the_store()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 360, 800);
        await page.Page.ClickAsync("#tab-call");
        await page.Act("#dial");
        Assert.Equal("front-door/language", await page.State());
        foreach (var key in "1112")
            await page.Press(key);
        await page.Act("#silence");
        Assert.Equal("report/who", await page.State());
        foreach (var key in "31214211")
            await page.Press(key);
        Assert.Equal("report/many", await page.State());
        await page.Page.ClickAsync("#keypad [data-key='1']");
        await page.Page.ClickAsync("#keypad [data-key='2']");
        Assert.Equal("12", await page.Page.Locator("#typed").InnerTextAsync());
        await page.Press('#');
        Assert.Equal("report/words", await page.State());
        await page.Photograph("record-phone-km");
        await page.Act("#silence");
        Assert.Equal("report/words", await page.State());
        await page.Act("#record");
        await page.Press('2');
        await page.Press('2');

        Assert.Subset((await page.Effects()).ToHashSet(), new HashSet<string> { "filed", "counted" });
        Assert.Contains("Please write down this code", await page.Page.Locator("#heard").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Page.Locator("#hangup").IsDisabledAsync());

        var report = await TheReport(gateway);
        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.Equal("Voice", report.GetProperty("channel").GetString(), ignoreCase: true);
        Assert.Equal("12", report.GetProperty("answers").GetProperty("many").GetString());
        Assert.Equal("25", report.GetProperty("answers").GetProperty("province").GetString());
        Assert.Equal(1, report.GetProperty("recordings").GetInt32());
        AssertSealed(gateway, "/Recordings/RE"u8.ToArray(), "12345678"u8.ToArray());
    }

    [Fact]
    public async Task Who_hangs_up_while_speaking_has_reported()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 1280, 900);
        await page.Page.SelectOptionAsync("#from", "anonymous");
        await page.Page.ClickAsync("#tab-call");
        await page.Act("#dial");
        foreach (var key in "11123121421")
            await page.Press(key);
        Assert.Equal("report/recruiter-voice", await page.State());
        await page.Press('1');
        await page.Page.ClickAsync("#keypad [data-key='3']");
        await page.Press('#');
        await page.Act("#record-hangup");
        Assert.Contains("filed-as-is", await page.Effects());
        var report = await TheReport(gateway);
        Assert.False(report.GetProperty("finished").GetBoolean());
        Assert.Equal(1, report.GetProperty("recordings").GetInt32());
    }

    private static async Task<JsonElement> TheReport(RunningGateway gateway) =>
        Assert.Single(await gateway.Reports(), row => row.GetProperty("type").GetString() == "report");

    /// <summary>No file holds what the caller said or who it was; the search does find what lies open.</summary>
    private static void AssertSealed(RunningGateway gateway, params byte[][] secrets)
    {
        Assert.All(secrets, secret => Assert.False(gateway.Data.Holds(secret), "What a caller said or their number lies readable on the disk."));
        Assert.True(gateway.Data.Holds("report|"u8), "The search must find what is there.");
    }
}
