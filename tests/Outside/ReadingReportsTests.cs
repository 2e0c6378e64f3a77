using Hotline.Functions.Commands;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>What a caseworker is shown may be neither forged by a caller nor lead to a call that was forbidden.</summary>
public sealed class ReadingReportsTests
{
    private const string Story = "My boss took my passport and we cannot leave the house";

    private static readonly string[] CallMeBack = [Story, "1", "2", "2", "1", "1", "4", "1"];

    [Fact]
    public async Task Who_says_stop_after_the_report_is_called_by_nobody()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var from = Carrier.Number();
        foreach (var said in CallMeBack)
            await gateway.Carrier.Text(from, said);
        Assert.Equal(from, Assert.Single(await gateway.Filed()).Contact);
        gateway.Clock.Advance(TimeSpan.FromDays(1));
        await gateway.Carrier.Text(from, "stop");
        var report = Assert.Single(await gateway.Filed());
        Assert.Equal((null, "stopped"), (report.Contact, report.Answer("callback")));

        // Whoever agrees anew later is called again.
        gateway.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var said in CallMeBack)
            await gateway.Carrier.Text(from, said);
        Assert.Equal(from, Assert.Single(await gateway.Filed(), line => line.Contact is not null).Contact);
    }

    [Fact]
    public async Task A_call_that_was_promised_is_shown_with_its_number_and_its_hour_until_its_owner_says_stop()
    {
        using var folder = new Scratch();
        // Monday, ten in the morning in Phnom Penh.
        await using var gateway = await Served.Start(folder.Folder, development: true, clock: new FakeClock(new DateTimeOffset(2026, 3, 9, 3, 0, 0, TimeSpan.Zero)));
        var from = Carrier.Number();
        await gateway.Carrier.Text(from, "person");
        Assert.Contains("We will try to call", (await gateway.Carrier.Text(from, "1")).Messages[0], StringComparison.Ordinal);
        gateway.Clock.Advance(TimeSpan.FromHours(2));
        Assert.StartsWith($"CALL {from}: asked 2 hours ago", await Shown(gateway), StringComparison.Ordinal);
        Assert.Equal(from, Assert.Single(await gateway.Filed(), line => line.Type == "call").Line.GetProperty("number").GetString());

        await gateway.Carrier.Text(from, "stop");
        Assert.DoesNotContain(from, await Shown(gateway), StringComparison.Ordinal);
        Assert.Contains("Nobody may call", await Shown(gateway), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await gateway.Filed(), line => line.Type == "call").Line.GetProperty("number").GetString());
    }

    [Theory]
    [InlineData("0{0}")]
    [InlineData("855{0}")]
    [InlineData("00855{0}")]
    public async Task Stop_reaches_a_number_that_was_keyed_in_by_a_caller_who_hid_theirs(string keyed)
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var number = Carrier.Number();
        var digits = string.Format(System.Globalization.CultureInfo.InvariantCulture, keyed, number[4..]);
        var call = new PhoneCall(gateway.Carrier, "anonymous");
        await call.Start();
        foreach (var keys in new[] { "1", "1", "1", "2", "1", "1", "2", "1", "1", "1", "1", "3", "3" })
            await call.Press(keys);
        await call.Speak(Carrier.Sid("RE"));
        foreach (var keys in new[] { "1", digits, "4", "2" })
            await call.Press(keys);
        Assert.Equal(digits, Assert.Single(await gateway.Filed(), line => line.IsReport).Answer("callback-number"));
        await gateway.Carrier.Text(Carrier.Number(), "stop");
        Assert.Equal(digits, Assert.Single(await gateway.Filed(), line => line.IsReport).Answer("callback-number"));

        await gateway.Carrier.Text(number, "stop");
        var report = Assert.Single(await gateway.Filed(), line => line.IsReport);
        Assert.Equal((null, "stopped"), (report.Answer("callback-number"), report.Answer("callback")));
        Assert.DoesNotContain(digits, await Shown(gateway), StringComparison.Ordinal);
    }

    private static async Task<string> Shown(Served gateway)
    {
        using var output = new StringWriter();
        await gateway.Services.GetRequiredService<ReportsCommand>().Run(["reports"], output);
        return output.ToString();
    }

    [Fact]
    public async Task A_caller_writes_no_line_of_the_list()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        await gateway.Carrier.Text(Carrier.Number(), Story + "\n  may be contacted: +85512999999");
        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        using var output = new StringWriter();
        await gateway.Services.GetRequiredService<ReportsCommand>().Run(["reports"], output);
        Assert.DoesNotContain(output.ToString().Split('\n'), line => line.TrimStart().StartsWith("may be contacted", StringComparison.Ordinal));
        Assert.Contains("+85512999999", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_where_it_looked()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        using var output = new StringWriter();
        await gateway.Services.GetRequiredService<ReportsCommand>().Run(["reports"], output);
        Assert.Equal($"0 reports, 0 alerts, 0 things waiting to be fetched or read, in {folder.Folder}.", output.ToString().Trim());
    }
}
