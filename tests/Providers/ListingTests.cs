using Hotline.Functions.Providers;
using Hotline.Tests.Webhooks;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>Finding what the provider has: texts whose webhook was lost, and sends of which nobody knows.</summary>
public sealed class ListingTests
{
    private const string First = "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json";

    [Fact]
    public async Task Pages_follow_each_other_to_the_end_by_the_address_of_the_provider()
    {
        var network = new ScriptedNetwork(Answer(200, Page(First + "?Page=1&PageToken=PA1", Item("1"))), Answer(200, Page(null, Item("2"))));
        using var client = Ours.Client(network);
        var first = await client.ListMessages(Ours.Inbound, null, default);
        var second = await client.ListMessages(Ours.Inbound, first.Value!.Next, default);
        Assert.Equal(["SM1", "SM2"], first.Value.Messages.Concat(second.Value!.Messages).Select(message => message.Sid));
        Assert.Null(second.Value.Next);
        Assert.Equal(
            ["https://api.twilio.com" + First + "?To=%2B15005550006&DateSent%3E=2019-05-24T00%3A00%3A00Z&DateSent%3C=2019-05-25T00%3A00%3A00Z&PageSize=100", "https://api.twilio.com" + First + "?Page=1&PageToken=PA1"],
            network.Requests.Select(asked => asked.Address.AbsoluteUri));
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/x")]
    [InlineData("//elsewhere.example.org/x")]
    [InlineData("@elsewhere.example.org/x")]
    [InlineData("/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls.json")]
    [InlineData("/2010-04-01/Accounts/ACffffffffffffffffffffffffffffffff/Messages.json")]
    public async Task A_next_page_elsewhere_is_not_asked_for(string next)
    {
        var network = new ScriptedNetwork(Answer(200, Page(null)));
        using var client = Ours.Client(network);
        Assert.IsType<Failure.RefusedForGood>((await client.ListMessages(Ours.Inbound, next, default)).Failure);
        Assert.Empty(network.Requests);
    }

    [Fact]
    public async Task Somleng_lists_everything_and_only_what_was_asked_for_is_passed_on()
    {
        var network = new ScriptedNetwork(Answer(200, Page(null,
            Item("in", to: "15005550006"), Item("out", direction: "outbound-api", from: "15005550006"), Item("other", to: "1294"),
            Item("before", date: "Thu, 23 May 2019 17:44:50 +0000"), Item("after", date: "Sat, 25 May 2019 17:44:50 +0000"))));
        using var client = Ours.Client(network, Ours.Somleng);
        Assert.Equal("SMin", Assert.Single((await client.ListMessages(Ours.Inbound, null, default)).Value!.Messages).Sid);
        Assert.Equal("SMout", Assert.Single((await client.ListMessages(Ours.Inbound with { Inbound = false }, null, default)).Value!.Messages).Sid);
    }

    [Fact]
    public async Task A_message_that_waits_is_listed_by_when_it_was_made()
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(200, Page(null, Item("1", direction: "outbound-api", from: Ours.Number, date: null)))));
        var message = Assert.Single((await client.ListMessages(Ours.Inbound with { Inbound = false }, null, default)).Value!.Messages);
        Assert.Equal(new DateTimeOffset(2019, 5, 24, 12, 0, 0, TimeSpan.Zero), message.At);
    }

    [Theory]
    [InlineData("""\ud83d""", "\uFFFD")]
    [InlineData("""ជួយ \ude00 \"x\" \\ud83d\n""", "ជួយ \uFFFD \"x\" \\ud83d\n")]
    [InlineData("""\ud83d\ude00 \u1780\ud83dA""", "\U0001F600 ក\uFFFDA")]
    public async Task A_text_cut_inside_an_emoji_keeps_its_other_letters(string body, string read)
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(200, Page(null, Item("1", body: body)))));
        Assert.Equal(read, Assert.Single((await client.ListMessages(Ours.Inbound, null, default)).Value!.Messages).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"messages": {}}""")]
    [InlineData("""{"messages": [1]}""")]
    [InlineData("""{"messages": [{"sid": "SM1"}]}""")]
    [InlineData("""{"messages": [], "next_page_uri": """)]
    public async Task A_page_that_cannot_be_read_is_no_empty_page(string body)
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(200, body)));
        Assert.IsType<Failure.TryLater>((await client.ListMessages(Ours.Inbound, null, default)).Failure);
    }

    [Fact]
    public async Task Numbers_and_strings_are_read_alike()
    {
        using var client = Ours.Client(new ScriptedNetwork(
            Answer(200, """{"sid": "SM1", "direction": "outbound-api", "status": "failed", "error_code": 30005, "num_segments": 2, "price": -1.5}"""),
            Answer(200, """{"sid": "SM1", "direction": "outbound-api", "status": "failed", "error_code": "S1001", "body": null}""")));
        Assert.Equal("30005", (await client.FetchMessage(Ours.Text, default)).Value!.Fault);
        Assert.Equal(("S1001", ""), ((await client.FetchMessage(Ours.Text, default)).Value is { } message ? (message.Fault, message.Body) : default));
    }

    private static string Page(string? next, params string[] items) => $$"""{"messages": [{{string.Join(',', items)}}], "next_page_uri": {{(next is null ? "null" : $"\"{next}\"")}}}""";

    private static string Item(string sid, string direction = "inbound", string from = "+85512987654", string to = "+15005550006", string? date = "Fri, 24 May 2019 17:44:50 +0000", string body = "x") =>
        $$"""{"sid": "SM{{sid}}", "direction": "{{direction}}", "status": "received", "from": "{{from}}", "to": "{{to}}", "body": "{{body}}", "date_created": "Fri, 24 May 2019 12:00:00 +0000", "date_sent": {{(date is null ? "null" : $"\"{date}\"")}}}""";
}
