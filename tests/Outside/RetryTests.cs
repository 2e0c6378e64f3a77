using Hotline.Tests.Storage;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>The same webhook again, at once and later, and two webhooks at the same moment.</summary>
public sealed class RetryTests
{
    private const string Story = "ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ មិនឱ្យចេញក្រៅ";
    private static readonly string[] ToTheReceipt = ["1", "2", "2", "2", "1"];

    [Fact]
    public async Task The_end_of_an_earlier_call_that_is_told_late_does_not_end_the_next_one()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var from = Carrier.Number();
        PhoneCall first = new(gateway.Carrier, from), second = new(gateway.Carrier, from);
        await first.Start();
        // Up to "danger now": what was accepted would be filed by the end of the call.
        foreach (var keys in new[] { "1", "1", "1", "1" })
            await first.Press(keys);
        await second.Start();
        await second.Press("1");
        await first.HangUp();
        Assert.DoesNotContain(await gateway.Filed(), line => line.IsReport);
        await second.Press("1");
        Assert.EndsWith("/audio/km/report.safe", Assert.Single(second.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_webhook_five_times_at_once_and_minutes_later_hears_the_same_and_does_nothing_twice()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var from = Carrier.Number();
        List<(Signed Request, byte[] Answer)> all = [];
        foreach (var said in ToTheReceipt.Prepend(Story))
        {
            var request = Carrier.Sms(from, said);
            var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => gateway.Carrier.Post(request)));
            Assert.All(copies, copy => Assert.Equal(copies[0].Text, copy.Text));
            Assert.NotEmpty(copies[0].Messages);
            all.Add((request, copies[0].Body));
        }

        var receipt = new Heard(200, all[^1].Answer).Receipt;
        Assert.NotNull(receipt);
        foreach (var minutes in new[] { 1, 5, 8 })
        {
            gateway.Clock.Advance(TimeSpan.FromMinutes(minutes));
            foreach (var (request, answer) in all)
                Assert.Equal(answer, (await gateway.Carrier.Post(request)).Body);
        }

        // The fourteenth minute has passed; two more and the answers are forgotten, the requests are not.
        gateway.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var (request, _) in all)
            Assert.True((await gateway.Carrier.Post(request)).IsEmptyResponse);
        await gateway.Sweep();
        foreach (var (request, _) in all)
            Assert.True((await gateway.Carrier.Post(request)).IsEmptyResponse);
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        await gateway.Sweep();

        var report = Assert.Single(await gateway.Filed(), line => line.IsReport);
        Assert.Equal([Story], report.Words);
        Assert.True(report.Finished);
    }

    [Fact]
    public async Task An_alert_is_raised_once_however_often_its_webhook_comes()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var request = Carrier.Sms(Carrier.Number(), "ជួយផង");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => gateway.Carrier.Post(request)));
        gateway.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await gateway.Carrier.Post(request)).IsEmptyResponse);
        Assert.Single(await gateway.Filed(), line => line.Type == "alert");
    }

    [Fact]
    public async Task Two_texts_at_the_same_moment_are_both_in_the_report()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        for (var round = 0; round < 20; round++)
        {
            var from = Carrier.Number();
            string[] said = [$"they keep us locked in, first {round}", $"there are nine of us here, second {round}"];
            var heard = await Task.WhenAll(said.Select(text => gateway.Carrier.Text(from, text)));
            Assert.All(heard, answer => Assert.NotEmpty(answer.Messages));
        }

        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        var reports = (await gateway.Filed()).Where(line => line.IsReport).ToArray();
        Assert.Equal(20, reports.Length);
        Assert.All(reports, report => Assert.Equal(2, report.Words.Count));
        Assert.Equal(Enumerable.Range(0, 20).Order(), reports.Select(report => int.Parse(report.Words[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.All(reports, report => Assert.Equal(report.Words[0].Split(' ')[^1], report.Words[1].Split(' ')[^1]));
    }

    [Fact]
    public async Task A_step_of_a_call_asked_again_says_the_same_and_counts_once()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var call = new PhoneCall(gateway.Carrier, Carrier.Number());
        await call.Start();
        foreach (var keys in new[] { "1", "1", "1", "1" })
            await call.Press(keys);
        // "Danger now" raised the alert: the same step five times more.
        var again = Carrier.Call(call.From, call.Sid, "/call/4", "in-progress", ("Digits", "1"));
        var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => gateway.Carrier.Post(again)));
        Assert.All(copies, copy => Assert.Equal(call.Last.Text, copy.Text));
        Assert.Single(await gateway.Filed(), line => line.Type == "alert");
    }

    [Fact]
    public async Task Another_text_with_the_same_words_is_another_turn()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var from = Carrier.Number();
        var first = await gateway.Carrier.Text(from, Story);
        var second = await gateway.Carrier.Text(from, Story);
        Assert.NotEmpty(first.Messages);
        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        Assert.Equal(2, Assert.Single(await gateway.Filed(), line => line.IsReport).Words.Count);
        Assert.NotEmpty(second.Messages);
    }
}
