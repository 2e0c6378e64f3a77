using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>The disk fails, or the program ends, between the turn and the place where its words belong.</summary>
public sealed class AmendmentFaultTests
{
    private const string Added = "គេប្តូរកន្លែងទៅខាងជើងផ្សារ";

    public static TheoryData<string> Moments => ["before it landed", "after it landed", "before it was ticked off", "after it was ticked off"];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Words_that_were_accepted_are_under_their_report_once(string moment)
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var another = Carrier.Number();
        await open.Say(another, receipt, "1");
        Func<IReadOnlyList<Write>, bool> lands = writes => writes.Any(write => write is Insert && write.Key.StartsWith("amend|", StringComparison.Ordinal));
        Func<IReadOnlyList<Write>, bool> ticks = writes => writes is [Delete { Key: var key }] && key.Contains("|amend|", StringComparison.Ordinal);
        open.Store.FailsBefore = moment switch { "before it landed" => lands, "before it was ticked off" => ticks, _ => _ => false };
        open.Store.FailsAfter = moment switch { "after it landed" => lands, "after it was ticked off" => ticks, _ => _ => false };
        // It is stored, so it may be said; where it belongs it comes later.
        Assert.StartsWith("បានបន្ថែមហើយ។", await open.Say(another, Added), StringComparison.Ordinal);
        // Shown even while it is on its way.
        Assert.Single((await open.Reports()).Said.Split('\n'), line => line.EndsWith($"added: “{Added}”", StringComparison.Ordinal));
        (open.Store.FailsBefore, open.Store.FailsAfter) = (_ => false, _ => false);
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.Sweep();
        Assert.Equal([Added], (await open.Report(receipt))!.Amendments.Select(row => row.Amendment.Content));
        Assert.DoesNotContain(await open.Rows("todo|"), item => item.Row.Key.Contains("|amend|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_last_said_that_nobody_may_know_is_not_overtaken_by_what_they_said_before()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var another = Carrier.Number();
        await open.Say(another, receipt, "2");
        open.Store.FailsBefore = writes => writes.Any(write => write.Key.StartsWith("amend|", StringComparison.Ordinal));
        await open.Say(another, "3");
        open.Store.FailsBefore = _ => false;
        await open.Say(another, "2", "1");
        Assert.Equal("nobody", Assert.Single(await gateway.Filed()).Answer("share"));
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.Sweep();
        Assert.Equal("nobody", Assert.Single(await gateway.Filed()).Answer("share"));
        Assert.Equal(["police", "nobody"], (await open.Report(receipt))!.Amendments.Select(row => row.Amendment.Content));
    }

    [Fact]
    public async Task A_report_that_lands_again_after_it_was_withdrawn_is_taken_away_again()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        open.Store.FailsBefore = writes => writes is [Delete { Key: var key }] && key.Contains("|land|", StringComparison.Ordinal);
        var receipt = await open.File();
        open.Store.FailsBefore = _ => false;
        Assert.StartsWith("បានដកវិញហើយ។", await open.Say(Carrier.Number(), receipt, "4", "1", "1"), StringComparison.Ordinal);
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.Sweep();
        Assert.Null(await open.Report(receipt));
        Assert.DoesNotContain(await gateway.Filed(), line => line.IsReport);
        Assert.DoesNotContain(await open.Rows("todo|"), item => item.Row.Key.Contains("|land|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawal_that_was_accepted_happens_and_what_comes_too_late_for_it_is_dropped()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var (one, two) = (Carrier.Number(), Carrier.Number());
        await open.Say(one, receipt, "4", "1");
        await open.Say(two, receipt, "1");
        open.Store.FailsBefore = writes => writes.Any(write => write is Delete && write.Key.StartsWith("report|", StringComparison.Ordinal));
        await open.Say(one, "1");
        // Its key is gone already, its rows are not.
        Assert.Null(await open.Report(receipt));
        Assert.NotEmpty(await open.Rows("report|"));
        open.Store.FailsBefore = _ => false;
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.Services.GetRequiredService<Sweeper>().SweepOnce();
        Assert.Null(await open.Report(receipt));
        await open.Say(two, Added);
        var hash = gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(receipt);
        Assert.DoesNotContain(await open.Rows(), item => item.Row.Key.Contains(hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_with_more_additions_than_one_commit_holds_is_withdrawn_whole_even_with_a_failure_in_between()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var another = Carrier.Number();
        await open.Say(another, receipt);
        for (var i = 0; i < 130; i++)
            await open.Say(another, $"they moved us again, number {i}");
        Assert.Equal(Enumerable.Range(0, 130), (await open.Report(receipt))!.Amendments.Select(row => int.Parse(row.Amendment.Content.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        // The first commit is stored; then the disk fails.
        open.Store.FailsAfter = writes => writes.Any(write => write is Delete && write.Key.StartsWith("report|", StringComparison.Ordinal));
        await open.Say(another, "2", "4", "1", "1");
        open.Store.FailsAfter = _ => false;
        Assert.Null(await open.Report(receipt));
        Assert.NotEmpty(await open.Rows("amend|"));
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));
        await gateway.Sweep();
        Assert.Empty(await open.Rows("amend|"));
        Assert.Single(await open.Rows("kept|withdrawn|"));
    }

    [Fact]
    public async Task Two_phones_that_add_at_the_same_moment_are_both_heard()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var phones = Enumerable.Range(0, 6).Select(_ => Carrier.Number()).ToArray();
        foreach (var phone in phones)
            await open.Say(phone, receipt, "1");
        await Task.WhenAll(phones.Select(phone => open.Say(phone, $"seen from {phone}")));
        await gateway.Sweep();
        var added = (await open.Report(receipt))!.Amendments;
        Assert.Equal(phones.Select(phone => $"seen from {phone}").Order(StringComparer.Ordinal), added.Select(row => row.Amendment.Content).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 6), added.Select(row => row.Amendment.Order));
    }
}
