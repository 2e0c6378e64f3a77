using Hotline.Functions.Providers;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>What may be done twice is repeated, and what is gone is gone.</summary>
public sealed class RemovingTests
{
    [Fact]
    public async Task A_text_is_emptied_by_an_empty_body()
    {
        var network = new ScriptedNetwork(Answer(200, "{}"));
        using var client = Ours.Client(network);
        Assert.Equal(new Gone(WasThere: true), (await client.RedactMessage(Ours.Text, default)).Value);
        Assert.Equal(("POST", "Body="), (network.Requests[0].Method, network.Requests[0].Body));
        Assert.EndsWith($"/Messages/{Ours.Text}.json", network.Requests[0].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_ended_by_its_status()
    {
        var network = new ScriptedNetwork(Answer(200, "{}"));
        using var client = Ours.Client(network);
        Assert.Equal(new Gone(WasThere: true), (await client.EndCall(Ours.Call, default)).Value);
        Assert.Equal("Status=completed", network.Requests[0].Body);
    }

    [Fact]
    public async Task A_lost_answer_to_a_deletion_is_asked_again_and_finds_nothing_there()
    {
        var network = new ScriptedNetwork(Lose, Answer(503), Answer(404, """{"code": 20404}"""));
        using var client = Ours.Client(network);
        Assert.Equal(new Gone(WasThere: false), (await client.DeleteMessage(Ours.Text, default)).Value);
        Assert.Equal(3, network.Requests.Count);
    }

    [Fact]
    public async Task A_404_that_is_not_the_providers_own_deletes_nothing()
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(404, "<html>not found</html>")));
        Assert.Equal(RefusalKind.NotThere, Assert.IsType<Failure.RefusedForGood>((await client.DeleteMessage(Ours.Text, default)).Failure).Kind);
    }

    [Fact]
    public async Task A_provider_in_trouble_is_asked_three_times_and_then_later()
    {
        var clock = InstantClock.At2026;
        var network = new ScriptedNetwork(Answer(500));
        using var client = Ours.Client(network, clock: clock);
        Assert.IsType<Failure.TryLater>((await client.DeleteRecording(Ours.Recording, default)).Failure);
        Assert.Equal((3, 2), (network.Requests.Count, clock.Waits.Count));
        Assert.All(network.Requests, asked => Assert.Equal("DELETE", asked.Method));
    }

    [Theory]
    [InlineData("503", "60", 1)]
    [InlineData("503", "2", 3)]
    public async Task A_provider_that_asks_for_time_is_given_it(string status, string after, int requests)
    {
        var network = new ScriptedNetwork(Answer(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), "", ("Retry-After", after)));
        using var client = Ours.Client(network);
        Assert.IsType<Failure.TryLater>((await client.DeleteMessage(Ours.Text, default)).Failure);
        Assert.Equal(requests, network.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_is_over_is_ended()
    {
        using var client = Ours.Client(new ScriptedNetwork(Answer(400, """{"code": 21220}""")));
        Assert.Equal(new Gone(WasThere: false), (await client.EndCall(Ours.Call, default)).Value);
    }

    [Fact]
    public async Task Somleng_deletes_no_recordings_and_is_not_asked()
    {
        var network = new ScriptedNetwork(Answer(204));
        using var client = Ours.Client(network, Ours.Somleng);
        Assert.Equal(RefusalKind.NotOffered, Assert.IsType<Failure.RefusedForGood>((await client.DeleteRecording("0b5e7d1c-6a55-4b55-9c0e-1f2a3b4c5d6e", default)).Failure).Kind);
        Assert.Empty(network.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("SM1")]
    [InlineData("SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Media")]
    [InlineData("SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa?x=1")]
    [InlineData("CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0b5e7d1c-6a55-4b55-9c0e-1f2a3b4c5d6e")]
    public async Task What_is_no_name_of_a_text_never_becomes_an_address(string sid)
    {
        var network = new ScriptedNetwork(Answer(204));
        using var client = Ours.Client(network);
        Assert.IsType<Failure.RefusedForGood>((await client.DeleteMessage(sid, default)).Failure);
        Assert.IsType<Failure.RefusedForGood>((await client.RedactMessage(sid, default)).Failure);
        Assert.IsType<Failure.RefusedForGood>((await client.FetchMessage(sid, default)).Failure);
        Assert.Empty(network.Requests);
    }
}
