using Hotline.Functions.Keys;
using Hotline.Functions.Turns;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>Back with the receipt from another phone, over the real doors.</summary>
public sealed class ReturnTests
{
    private const string Added = "គេប្តូរកន្លែងទៅខាងជើងផ្សារ";

    [Fact]
    public async Task Words_added_from_another_phone_stand_under_their_report_once_however_often_the_webhook_comes()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var another = Carrier.Number();
        Assert.StartsWith("រឿងរបស់អ្នកនៅជាមួយយើង។ មិនទាន់បានអានទេ។", await open.Say(another, receipt), StringComparison.Ordinal);
        await open.Say(another, "1");
        var words = Carrier.Sms(another, Added);
        var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => gateway.Carrier.Post(words)));
        Assert.All(copies, copy => Assert.Equal(copies[0].Text, copy.Text));
        Assert.StartsWith("បានបន្ថែមហើយ។", copies[0].Messages[0], StringComparison.Ordinal);
        // Before the reply was given it had landed.
        Assert.DoesNotContain(await open.Rows("todo|"), item => item.Row.Key.Contains("|amend|", StringComparison.Ordinal));
        await gateway.Sweep();
        gateway.Clock.Advance(TimeSpan.FromMinutes(3));
        await gateway.Carrier.Post(words);

        var (code, said) = await open.Reports();
        Assert.Equal(0, code);
        Assert.Contains(said.Split('\n'), line => line.StartsWith($"REPORT {open.Case(receipt)}", StringComparison.Ordinal) && line.EndsWith("not read yet", StringComparison.Ordinal));
        Assert.Single(said.Split('\n'), line => line.EndsWith($"added: “{Added}”", StringComparison.Ordinal));
        var report = Assert.Single(await gateway.Filed(), line => line.IsReport);
        Assert.Equal([Reopened.Story], report.Words);
        Assert.Equal(Added, Assert.Single(report.Line.GetProperty("amendments").EnumerateArray()).GetProperty("content").GetString());
    }

    [Fact]
    public async Task No_row_leads_from_either_caller_to_the_report_and_none_holds_the_receipt()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var another = Carrier.Number();
        var pseudonyms = gateway.Services.GetRequiredService<Pseudonyms>();
        var hash = pseudonyms.OfReceipt(receipt);
        var sid = Carrier.Sid("SM");
        await open.Say(another, receipt, "1");
        await gateway.Carrier.Text(another, Added, sid);
        await open.Say(another, "3");
        gateway.Clock.Advance(TimeSpan.FromMinutes(31));
        await gateway.Sweep();
        var rows = await open.Rows();
        var about = rows.Where(item => item.Row.Key.Contains(hash, StringComparison.Ordinal)).ToList();
        Assert.Equal(["amend", "report"], about.Select(item => item.Row.Key.Split('|')[0]).Order(StringComparer.Ordinal));
        // The turn's own name stands in the caller's shard for a month and nowhere beside the report.
        var turn = pseudonyms.OfTurn(sid);
        Assert.Contains(rows, item => item.Row.Key == RowKeys.Turn(turn));
        Assert.DoesNotContain(about, item => item.Row.Key.Contains(turn, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, item => item.Row.Key.Contains(receipt, StringComparison.Ordinal));
        foreach (var form in new[] { receipt, string.Join(' ', receipt.Chunk(4).Select(group => new string(group))), Added })
            Assert.False(folder.Holds(System.Text.Encoding.UTF8.GetBytes(form)));
        Assert.True(folder.Holds(System.Text.Encoding.UTF8.GetBytes(hash)));
    }

    [Fact]
    public async Task What_the_caseworker_does_is_heard_by_whoever_comes_back()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var id = open.Case(receipt);
        Assert.Equal(0, (await open.Reports("read", id)).Code);
        Assert.Contains("យើងបានអានហើយ។ មិនទាន់មានចម្លើយទេ។", await open.Say(Carrier.Number(), receipt), StringComparison.Ordinal);
        Assert.Equal(0, (await open.Reports("answer", id, "call-us")).Code);
        Assert.Equal(0, (await open.Reports("answer", id, "យើងនឹងជួបអ្នក ថ្ងៃពុធ")).Code);
        var heard = await open.Say(Carrier.Number(), receipt);
        Assert.Contains($"សូមហៅ {Served.Duty}", heard, StringComparison.Ordinal);
        Assert.True(heard.IndexOf("យើងនឹងជួបអ្នក", StringComparison.Ordinal) > heard.IndexOf(Served.Duty, StringComparison.Ordinal));
        // Nothing that was reported is said.
        Assert.DoesNotContain("លិខិតឆ្លងដែន", heard, StringComparison.Ordinal);
        var line = Assert.Single(await gateway.Filed(), filed => filed.IsReport).Line;
        Assert.True(line.GetProperty("read").GetBoolean());
        Assert.Equal(["call-us", null], line.GetProperty("replies").EnumerateArray().Select(reply => reply.GetProperty("preset").GetString()));
    }

    [Theory]
    [InlineData("is no standard answer", "answer", "CASE", "cal-us")]
    [InlineData("at most 3 SMS segments", "answer", "CASE", "LONG")]
    [InlineData("at least one word", "answer", "CASE", " ")]
    [InlineData("There is no case", "answer", "zzzzzz", "call-us")]
    [InlineData("There is no case", "read", "zzzzzz")]
    [InlineData("Say which case", "answer")]
    public async Task The_desk_refuses_what_would_reach_nobody_or_say_the_wrong_thing(string sentence, params string[] arguments)
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var (code, said) = await open.Reports([.. arguments.Select(argument => argument switch { "CASE" => open.Case(receipt), "LONG" => new string('ក', 202), _ => argument })]);
        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Empty((await open.Report(receipt))!.Replies);
    }

    [Fact]
    public async Task Withdrawn_means_that_no_row_of_it_is_left()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder, development: true);
        await using var gateway = open.Gateway;
        var receipt = await open.File(callBack: true);
        await open.Reports("answer", open.Case(receipt), "received");
        var another = Carrier.Number();
        await open.Say(another, receipt, "1", Added);
        var call = new PhoneCall(gateway.Carrier, Carrier.Number());
        await call.Start();
        foreach (var keys in new[] { "1", "3", receipt[..4], receipt[4..8], receipt[8..12], receipt[12..], "1" })
            await call.Press(keys);
        var recording = Carrier.Sid("RE");
        await call.Speak(recording);
        await call.HangUp();
        Assert.Equal(["words", "recording"], (await open.Report(receipt))!.Amendments.Select(row => row.Amendment.Kind));

        Assert.StartsWith("បានដកវិញហើយ។", await open.Say(another, "2", "4", "1", "1"), StringComparison.Ordinal);
        Assert.Null(await open.Report(receipt));
        var hash = gateway.Services.GetRequiredService<Pseudonyms>().OfReceipt(receipt);
        Assert.DoesNotContain(await open.Rows(), item => item.Row.Key.Contains(hash, StringComparison.Ordinal));
        Assert.Single(await open.Rows("kept|discard|"));
        Assert.Contains($"WITHDRAWN {open.Case(receipt)}", (await open.Reports()).Said, StringComparison.Ordinal);
        Assert.StartsWith("រកមិនឃើញលេខកូដនេះទេ។", await open.Say(Carrier.Number(), receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_is_kept_only_while_its_owner_wants_to_be_called()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder);
        await using var gateway = open.Gateway;
        var first = Carrier.Number();
        var receipt = await open.File(callBack: true, from: first);
        Assert.Equal(first, Assert.Single(await gateway.Filed()).Contact);
        var another = Carrier.Number();
        await open.Say(another, receipt, "3", "2");
        var report = await open.Report(receipt);
        Assert.Null(Assert.Single(await gateway.Filed()).Contact);
        Assert.Null(report!.Original.Contact);
        Assert.DoesNotContain(report.Current.Answers.Keys, name => name.StartsWith("callback-", StringComparison.Ordinal));

        await open.Say(another, "3", "1", "2", "3");
        var filed = Assert.Single(await gateway.Filed());
        Assert.Equal((another, "yes", "text", "evening"), (filed.Contact, filed.Answer("callback"), filed.Answer("callback-how"), filed.Answer("callback-when")));

        await open.Say(another, "3", "2");
        Assert.DoesNotContain((await open.Report(receipt))!.Amendments, row => row.Amendment.Contact is not null);
        // Whoever says stop from the number that was left is called by nobody either.
        await open.Say(another, "3", "1", "1", "1");
        Assert.Equal(another, Assert.Single(await gateway.Filed()).Contact);
        await open.Say(another, "stop");
        Assert.Equal((null, "stopped"), (Assert.Single(await gateway.Filed()).Contact, Assert.Single(await gateway.Filed()).Answer("callback")));
    }

    [Fact]
    public async Task By_phone_four_keys_are_taken_at_a_time_and_a_hidden_number_can_be_called_where_it_says()
    {
        using var folder = new Scratch();
        var open = await Reopened.Start(folder.Folder, development: true);
        await using var gateway = open.Gateway;
        var receipt = await open.File();
        var call = new PhoneCall(gateway.Carrier, "anonymous");
        await call.Start();
        await call.Press("1");
        await call.Press("3");
        var gather = call.Root.Element("Gather")!;
        Assert.Equal(("4", "#"), ((string?)gather.Attribute("numDigits"), (string?)gather.Attribute("finishOnKey")));
        foreach (var keys in new[] { receipt[..4], receipt[4..8], receipt[8..12], receipt[12..], "3", "1", "0717730945", "4" })
            await call.Press(keys);
        Assert.Contains(call.Said, clip => clip.EndsWith("/audio/km/return.changed", StringComparison.Ordinal));
        var filed = Assert.Single(await gateway.Filed());
        Assert.Equal(("yes", "0717730945", "any"), (filed.Answer("callback"), filed.Answer("callback-number"), filed.Answer("callback-when")));
        // Nobody saw a number, so none is stored but the one that was keyed in.
        Assert.Null(filed.Contact);
    }
}
