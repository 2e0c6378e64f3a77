using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>The page, the webhooks, the engine and the store in one piece, used with a keyboard and a pointer.</summary>
public sealed class SimulatorPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Story = "មិត្តខ្ញុំត្រូវគេបង្ខំឱ្យធ្វើការក្នុងរោងចក្រ គេដកហូតលិខិតឆ្លងដែន";

    [Fact]
    public async Task A_report_typed_in_Khmer_ends_with_a_receipt_and_lies_sealed_in_the_store()
    {
        await using var gateway = await RunningGateway.Start();
        await using var page = await browser.Open(gateway, 1280, 900);
        await page.Write("សួស្តី");
        Assert.Equal("front-door/menu", await page.State());
        foreach (var line in new[] { "1", "1", "២", "3", "1", "2", "កំពត", "1", "1", "3", "៥", Story, "2", "2" })
            await page.Write(line);
        var effects = await page.Effects();
        Assert.Contains("filed", effects);
        Assert.Contains("counted", effects);
        Assert.Matches("[0-9]{3,}", await page.LastMessage());
        await page.Photograph("text-khmer-desktop");

        var report = Assert.Single(await gateway.Reports(), row => row.GetProperty("type").GetString() == "report");
        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.Equal("km", report.GetProperty("language").GetString());
        Assert.Equal("KH", report.GetProperty("answers").GetProperty("country").GetString());
        Assert.Equal([Story], report.GetProperty("words").EnumerateArray().Select(word => word.GetString()!));
        Assert.False(gateway.Data.Holds(Encoding.UTF8.GetBytes(Story)), "The story lies readable on the disk.");
        Assert.False(gateway.Data.Holds("12345678"u8), "The number lies readable on the disk.");
        Assert.True(gateway.Data.Holds("report|"u8), "The search must find what is there.");
    }
}
