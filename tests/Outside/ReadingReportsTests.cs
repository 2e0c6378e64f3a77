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
