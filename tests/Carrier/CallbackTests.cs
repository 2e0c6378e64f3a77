using System.Text.Json;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Node;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>What the provider tells by itself, and what becomes of it on the way.</summary>
public sealed class CallbackTests
{
    private static readonly Uri Callback = new(Signed.Origin + "/delivery?id=7#rc=2&rp=ct,rt,5xx");

    [Theory]
    [InlineData(ProviderKind.Twilio, "sent delivered")]
    [InlineData(ProviderKind.Somleng, "queued sent delivered")]
    public async Task Each_step_of_a_text_is_told_once_signed_and_in_shape(ProviderKind kind, string statuses)
    {
        using var bench = new Bench(kind);
        var script = new Script();
        bench.Provider.Webhooks.Sink = script.Post;
        await bench.Client.SendMessage(Bench.Message() with { StatusCallback = Callback }, default);
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(statuses.Split(' '), script.Statuses("MessageStatus"));
        Assert.All(script.Requests, request => Assert.Equal("/delivery?id=7", request.Target));
        Assert.Null(bench.Provider.Agenda.NextDue);
    }

    [Fact]
    public async Task A_failure_has_its_code_and_replies_are_told_to_nobody()
    {
        using var bench = new Bench();
        var script = new Script(("/sms", "<Message>ok</Message>"));
        bench.Provider.Webhooks.Sink = script.Post;
        bench.Provider.Phones[Bench.Person].Nobody = true;
        await bench.Client.SendMessage(Bench.Message() with { StatusCallback = Callback }, default);
        await bench.Provider.Receive("+85512987655", Carrier.Line, "hi");
        await bench.Pass(TimeSpan.FromMinutes(1));
        var told = Assert.Single(script.Requests, request => request.Kind == WebhookKind.Delivery);
        Assert.Equal(("failed", "30005"), (told.Value("MessageStatus"), told.Value("ErrorCode")));
    }

    [Fact]
    public async Task On_a_bad_day_some_are_lost_some_repeated_and_some_overtake_others()
    {
        using var bench = new Bench();
        var script = new Script();
        (bench.Provider.Webhooks.Sink, bench.Provider.Webhooks.Rates) = (script.Post, WebhookRates.Bad);
        for (var i = 0; i < 500; i++)
            await bench.Client.SendMessage(Bench.Message() with { StatusCallback = Callback }, default);
        for (var i = 0; i < 20; i++)
            await bench.Pass(TimeSpan.FromSeconds(30));
        var told = script.Requests.GroupBy(request => request.Value("MessageSid")).Select(group => group.Select(request => request.Value("MessageStatus")!).ToArray()).ToArray();
        Assert.InRange(told.Count(statuses => statuses.Distinct().Count() < 2), 20, 80);
        Assert.InRange(told.Count(statuses => statuses.Distinct().Count() < statuses.Length), 50, 150);
        Assert.InRange(told.Count(statuses => statuses is ["delivered", "sent", ..]), 100, 300);
    }

    [Theory]
    [InlineData(WebhookFault.None, 1)]
    [InlineData(WebhookFault.Lost, 0)]
    [InlineData(WebhookFault.AnswerLost, 1)]
    internal async Task What_comes_in_lies_in_the_list_whatever_becomes_of_its_webhook(WebhookFault fault, int arrives)
    {
        using var bench = new Bench();
        var script = new Script(("/sms", "<Message>one</Message><Message>two</Message>"));
        bench.Provider.Webhooks.Sink = script.Post;
        var (sid, answer) = await bench.Provider.Receive(Bench.Person, Carrier.Line, "សួស្តី", fault);
        Assert.Equal((arrives, fault == WebhookFault.None), (script.Requests.Count, answer is not null));
        Assert.Equal(sid, Assert.Single(await bench.List(inbound: true)).Sid);
        var replies = await bench.List(inbound: false);
        Assert.Equal(answer is null ? [] : ["one", "two"], replies.Select(reply => reply.Body).Order());
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.All(await bench.List(inbound: false), reply => Assert.Equal("delivered", reply.Status));
        Assert.Equal(answer is null ? 0 : 2, bench.Provider.Ledger.To(Bench.Person).Count(sent => sent is { Kind: SentKind.Reply, Reached: not null }));
    }

    [Fact]
    public async Task A_webhook_is_tried_again_as_its_address_asks()
    {
        using var bench = new Bench();
        var script = new Script(("/sms", "<Message>one</Message>"));
        (bench.Provider.Webhooks.Sink, bench.Provider.SmsWebhook) = (script.Post, "/sms#rc=2&rp=ct,rt,5xx");
        var (_, answer) = await bench.Provider.Receive(Bench.Person, Carrier.Line, "hi", WebhookFault.AnswerLost);
        Assert.Equal((2, 1), (script.Requests.Count, answer!.Messages.Count));
        Assert.Equal(script.Requests[0].Text, script.Requests[1].Text);
        var calls = 0;
        bench.Provider.Webhooks.Sink = _ => ++calls < 3 ? Task.FromResult(new Heard(503, [])) : Task.FromResult(new Heard(200, "<Response/>"u8.ToArray()));
        Assert.NotNull((await bench.Provider.Receive(Bench.Person, Carrier.Line, "hi")).Answer);
        Assert.Equal(3, calls);
        bench.Provider.Webhooks.Sink = _ => throw new HttpRequestException("nobody there");
        Assert.Null((await bench.Provider.Receive(Bench.Person, Carrier.Line, "hi")).Answer);
    }

    [Fact]
    public async Task The_official_library_signs_the_same()
    {
        using var bench = new Bench();
        bench.Provider.Webhooks.Sink = new Script(("/sms", ""), ("/call", "<Hangup/>")).Post;
        await bench.Client.SendMessage(Bench.Message() with { StatusCallback = Callback }, default);
        await bench.Provider.Receive(Bench.Person, Carrier.Line, "ខ្ញុំ a=b&c \"x\" +%");
        await new PhoneRobot(bench.Provider, "anonymous").Call();
        await bench.Pass(TimeSpan.FromMinutes(1));
        var posted = bench.Provider.Webhooks.Posted;
        var jobs = posted.Select(one => JsonSerializer.Serialize(new { url = Signed.Origin + one.Request.Target, @params = one.Request.Fields.ToDictionary(), token = Signed.Token }));
        Assert.Equal(5, posted.Count);
        Assert.Equal(posted.Select(one => one.Request.Header), NodePeers.Run("sign.js", string.Join('\n', jobs) + "\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
