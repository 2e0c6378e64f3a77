using Hotline.Functions.Providers;
using Hotline.Tests.Webhooks;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>What a send becomes, and that it never goes out twice.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_text_is_handed_over_once_in_the_field_names_of_the_API()
    {
        var network = new ScriptedNetwork(Answer(201, Ours.Accepted));
        var result = await Send(network);
        Assert.Equal(new Created(Ours.Text), result.Value);
        var asked = Assert.Single(network.Requests);
        Assert.Equal("POST", asked.Method);
        Assert.Equal($"https://api.twilio.com/2010-04-01/Accounts/{Signed.Account}/Messages.json", asked.Address.AbsoluteUri);
        Assert.Equal("Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{Signed.Account}:{Signed.Token}")), asked.Authorization);
        Assert.Equal(
            ["To=" + Ours.Person, "From=" + Ours.Number, "Body=" + Ours.Words, "StatusCallback=" + Ours.Message.StatusCallback, "ValidityPeriod=7200"],
            asked.Body!.Split('&').Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' '))));
    }

    [Theory]
    [InlineData(true, "36000")]
    [InlineData(false, "14400")]
    public async Task A_text_is_valid_for_no_longer_than_the_provider_takes(bool twilio, string seconds)
    {
        var network = new ScriptedNetwork(Answer(201, """{"sid": "0b5e7d1c-6a55-4b55-9c0e-1f2a3b4c5d6e"}"""));
        using var client = Ours.Client(network, twilio ? Ours.Twilio : Ours.Somleng);
        await client.SendMessage(Ours.Message with { ValidFor = TimeSpan.FromDays(3) }, default);
        Assert.EndsWith("&ValidityPeriod=" + seconds, network.Requests[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(500, """{"code": 20500, "status": 500}""")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, """{"code": 20429}""")]
    [InlineData(504, "")]
    [InlineData(408, "")]
    [InlineData(303, "")]
    [InlineData(400, """{"code": 20500}""")]
    [InlineData(201, "")]
    [InlineData(201, "{")]
    [InlineData(201, "[]")]
    [InlineData(201, "null")]
    [InlineData(201, """{"sid": null}""")]
    [InlineData(201, """{"sid": 7}""")]
    [InlineData(201, """{"sid": "../../Calls"}""")]
    [InlineData(200, "<html>log in to the network</html>")]
    public async Task What_may_have_gone_out_is_unknown_and_not_sent_again(int status, string body)
    {
        var network = new ScriptedNetwork(Answer(status, body));
        Assert.IsType<Failure.Unknown>((await Send(network)).Failure);
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_not_sent_again()
    {
        var network = new ScriptedNetwork(Lose, Answer(201, Ours.Accepted));
        Assert.IsType<Failure.Unknown>((await Send(network)).Failure);
        Assert.Equal(1, network.Arrived);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_unknown_and_not_sent_again()
    {
        var network = new ScriptedNetwork(Hang, Answer(201, Ours.Accepted));
        using var client = Ours.Client(network, patience: new Patience { OneTry = TimeSpan.FromMilliseconds(50) });
        Assert.IsType<Failure.Unknown>((await client.SendMessage(Ours.Message, default)).Failure);
        Assert.Equal(1, network.Arrived);
    }

    [Fact]
    public async Task An_answer_without_end_is_unknown()
    {
        var network = new ScriptedNetwork(Answer(new StreamContent(new Endless()), 201));
        Assert.IsType<Failure.Unknown>((await Send(network)).Failure);
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task Who_stops_waiting_hears_that_it_may_have_gone_out()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var client = Ours.Client(new ScriptedNetwork(Hang));
        Assert.IsType<Failure.Unknown>((await client.SendMessage(Ours.Message, enough.Token)).Failure);
    }

    [Fact]
    public async Task Who_has_stopped_waiting_before_hears_that_it_has_not()
    {
        var network = new ScriptedNetwork(Answer(201, Ours.Accepted));
        using var client = Ours.Client(network);
        Assert.IsType<Failure.TryLater>((await client.SendMessage(Ours.Message, new CancellationToken(canceled: true))).Failure);
        Assert.Empty(network.Requests);
    }

    [Fact]
    public async Task What_never_left_is_tried_again_and_arrives_once()
    {
        var network = new ScriptedNetwork(Refuse, Refuse, Answer(201, Ours.Accepted));
        Assert.True((await Send(network)).Accepted);
        Assert.Equal((3, 1), (network.Requests.Count, network.Arrived));
    }

    [Fact]
    public async Task Nobody_there_is_for_later()
    {
        var network = new ScriptedNetwork(Refuse);
        Assert.IsType<Failure.TryLater>((await Send(network)).Failure);
        Assert.Equal((3, 0), (network.Requests.Count, network.Arrived));
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_when_the_provider_says()
    {
        var clock = InstantClock.At2026;
        var network = new ScriptedNetwork(Answer(429, """{"code": 20429}""", ("Retry-After", "3")), Answer(201, Ours.Accepted));
        using var client = Ours.Client(network, clock: clock);
        Assert.True((await client.SendMessage(Ours.Message, default)).Accepted);
        Assert.Equal([TimeSpan.FromSeconds(3)], clock.Waits);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Sun, 22 Nov 2026 06:02:00 GMT", 120)]
    [InlineData("86400", 3600)]
    public async Task Who_is_to_come_back_much_later_is_told_when(string after, int seconds)
    {
        var network = new ScriptedNetwork(Answer(429, "", ("Retry-After", after)));
        Assert.Equal(new Failure.TryLater(TimeSpan.FromSeconds(seconds)), (await Send(network)).Failure);
        Assert.Single(network.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        var network = new ScriptedNetwork(Answer(status, "", ("Location", "https://elsewhere.example.org/")));
        Assert.Equal(RefusalKind.OurAccount, Assert.IsType<Failure.RefusedForGood>((await Send(network)).Failure).Kind);
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_call_is_rung_with_its_addresses_by_POST()
    {
        var network = new ScriptedNetwork(Answer(201, $$"""{"sid": "{{Ours.Call}}"}"""));
        using var client = Ours.Client(network);
        Assert.Equal(new Created(Ours.Call), (await client.StartCall(Ours.Ring, default)).Value);
        Assert.Equal(
            $"To=%2B85512987654&From=%2B15005550006&Url={Uri.EscapeDataString(Signed.Origin + "/call")}&Method=POST&StatusCallback={Uri.EscapeDataString(Signed.Origin + "/call")}&StatusCallbackMethod=POST&Timeout=25",
            network.Requests[0].Body);
    }

    private static async Task<ProviderResult<Created>> Send(ScriptedNetwork network)
    {
        using var client = Ours.Client(network);
        return await client.SendMessage(Ours.Message, default);
    }
}
