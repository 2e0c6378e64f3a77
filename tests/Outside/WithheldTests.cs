using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outside;

/// <summary>Callers who hide their number, and senders that nobody can answer.</summary>
public sealed class WithheldTests
{
    private static readonly string[] ToTheCallBack = ["1", "1", "1", "2", "1", "1", "2", "1", "1", "1", "1", "3", "3"];

    [Theory]
    [InlineData("anonymous")]
    [InlineData("")]
    [InlineData("+266696687")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    public async Task A_hidden_caller_reports_and_is_asked_which_number_may_be_called_back(string from)
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var call = new PhoneCall(gateway.Carrier, from);
        await call.Start();
        foreach (var keys in ToTheCallBack)
            (await call.Press(keys)).IsTwiml(TwimlGrammar.Voice);
        await call.Speak(Carrier.Sid("RE"));
        await call.Press("1");
        Assert.EndsWith("/audio/km/report.callback-number", Assert.Single(call.Said), StringComparison.Ordinal);
        await call.Press("0976184305");
        await call.Press("4");
        (await call.Press("2")).IsTwiml(TwimlGrammar.Voice);
        Assert.True(call.Ended);
        Assert.Equal(2 * 16, call.Said.Count(said => said.Contains("/audio/km/say.", StringComparison.Ordinal) && !said.Contains("say.pause", StringComparison.Ordinal)));
        var report = Assert.Single(await gateway.Filed(), line => line.IsReport);
        Assert.Equal(("0976184305", null, 1), (report.Answer("callback-number"), report.Contact, report.Recordings));
    }

    [Theory]
    [InlineData("anonymous", "report.danger")]
    [InlineData("+85512345678", "report.who")]
    public async Task Only_a_caller_with_a_number_goes_on_where_the_last_call_broke_off(string from, string hears)
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var first = new PhoneCall(gateway.Carrier, from);
        await first.Start();
        foreach (var keys in new[] { "1", "1", "1", "2" })
            await first.Press(keys);
        Assert.EndsWith("report.who", first.Said[^1], StringComparison.Ordinal);
        Assert.True((await first.HangUp()).SaysNothing);
        Assert.Equal(from == "anonymous" ? 0 : 1, await Sessions(gateway));

        var second = new PhoneCall(gateway.Carrier, from);
        await second.Start();
        Assert.EndsWith("front-door.language", second.Said[0], StringComparison.Ordinal);
        await second.Press("*");
        await second.Press("1");
        Assert.EndsWith("/" + hears, second.Said.First(said => said.Contains("/audio/km/", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hidden_callers_at_once_are_two()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        PhoneCall[] calls = [new(gateway.Carrier, "anonymous"), new(gateway.Carrier, "anonymous")];
        await Task.WhenAll(calls.Select(call => call.Start()));
        foreach (var keys in ToTheCallBack)
            await Task.WhenAll(calls.Select(call => call.Press(keys)));
        await Task.WhenAll(calls.Select(call => call.Speak(Carrier.Sid("RE"))));
        await Task.WhenAll(calls.Select(call => call.HangUp()));
        var reports = (await gateway.Filed()).Where(line => line.IsReport).ToArray();
        Assert.Equal(2, reports.Length);
        Assert.All(reports, report => Assert.Equal((1, false), (report.Recordings, report.Finished)));
    }

    [Fact]
    public async Task Who_hangs_up_while_speaking_keeps_the_answers_with_the_recording_though_the_end_is_told_first()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        var call = new PhoneCall(gateway.Carrier, "anonymous");
        await call.Start();
        foreach (var keys in ToTheCallBack)
            await call.Press(keys);
        Assert.Single(call.Root.Elements("Record"));
        await call.HangUp();
        await call.Speak(Carrier.Sid("RE"));
        gateway.Clock.Advance(TimeSpan.FromMinutes(2));
        await gateway.Sweep();
        var report = Assert.Single(await gateway.Filed(), line => line.IsReport);
        Assert.Equal((1, "self"), (report.Recordings, report.Answer("who")));
    }

    [Fact]
    public async Task Two_callers_whose_carrier_shows_the_same_name_are_two()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        PhoneCall[] calls = [new(gateway.Carrier, "Wireless Caller"), new(gateway.Carrier, "Wireless Caller")];
        await calls[0].Start();
        foreach (var keys in ToTheCallBack)
            await calls[0].Press(keys);
        await calls[1].Start();
        Assert.Single((await calls[0].Speak(Carrier.Sid("RE"))).Document.Root!.Elements("Gather"));
        Assert.EndsWith("/audio/km/report.callback", calls[0].Said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ACLEDA")]
    [InlineData("1294")]
    [InlineData("anonymous")]
    public async Task A_text_that_cannot_be_answered_is_kept_sealed_and_not_answered(string from)
    {
        const string Body = "they hold nine people above the shop";
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder);
        var request = Carrier.Sms(from, Body);
        for (var copy = 0; copy < 3; copy++)
            Assert.True((await gateway.Carrier.Post(request)).IsEmptyResponse);
        var kept = Assert.Single(await gateway.Filed());
        Assert.Equal(("waiting", "text"), (kept.Type, kept.Line.GetProperty("kind").GetString()));
        Assert.False(folder.Holds(System.Text.Encoding.UTF8.GetBytes(Body)));
        Assert.Equal(0, await Sessions(gateway));
    }

    private static async Task<int> Sessions(Served gateway)
    {
        var store = gateway.Services.GetRequiredService<IStore>();
        var sessions = 0;
        foreach (var shard in CallerId.AllShards)
            sessions += (await store.Scan(shard, "session|", "session}")).Count;
        return sessions;
    }
}
