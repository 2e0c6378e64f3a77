using Hotline.Functions.Providers;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.Logging;
using Xunit;
using static Hotline.Tests.Providers.ScriptedNetwork;

namespace Hotline.Tests.Providers;

/// <summary>Whatever goes wrong, no number, word, token, name of a text or address comes into a log, a printed value or an address.</summary>
public sealed class SecretTests
{
    private const string Address = "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/REaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string[] Markers =
    [
        Ours.Person, Ours.Person[1..], Ours.Words, "Zebra", Signed.Token, Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{Signed.Account}:{Signed.Token}")),
        Ours.Text, Ours.Call, Ours.Recording, "api.twilio.com", "X-Signature",
    ];

    /// <summary>Every way of answering, all of them saying back what they were told.</summary>
    private static readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] Ways =
    [
        Answer(201, Echo), Answer(200, Echo), Answer(201, "{" + Echo), Answer(204), Answer(302, Echo, ("Location", "https://x.example.org/" + Ours.Text)), Answer(400, Echo), Answer(400, """{"code": 21610}"""),
        Answer(401, Echo), Answer(404, Echo), Answer(409, """{"code": 20009}"""), Answer(429, Echo), Answer(500, Echo), Refuse, Lose, Break,
    ];

    private const string Echo = $$"""{"sid": "{{Ours.Text}}", "direction": "inbound", "status": "received", "from": "{{Ours.Person}}", "body": "{{Ours.Words}}", "code": "{{Ours.Person}}", "message": "{{Ours.Words}}", "error_code": "{{Signed.Token}}"}""";

    [Fact]
    public async Task Nothing_private_is_logged_printed_or_put_into_an_address_whatever_the_provider_does()
    {
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        var printed = new List<string>();
        var asked = new List<ScriptedNetwork.Asked>();
        foreach (var way in Ways)
        {
            var network = new ScriptedNetwork(way);
            using var client = Ours.Client(network, logger: factory.CreateLogger<ProviderClient>());
            printed.AddRange(await Everything(client));
            asked.AddRange(network.Requests);
        }

        Assert.Equal(Ways.Length * 9, logs.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(Markers, marker => Assert.DoesNotContain(marker, logs.Text, StringComparison.Ordinal));
        Assert.All(Markers.Except([Ours.Text, Ours.Recording]), marker => Assert.DoesNotContain(printed, line => line.Contains(marker, StringComparison.Ordinal)));
        // An address holds the name of a text or a call, which the API requires, and nothing of the person.
        Assert.All(asked, request => Assert.All(Markers[..6], marker => Assert.DoesNotContain(Uri.UnescapeDataString(marker), Uri.UnescapeDataString(request.Address.AbsoluteUri), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_markers_are_where_they_belong()
    {
        var network = new ScriptedNetwork(Answer(200, Echo));
        using var client = Ours.Client(network);
        await client.SendMessage(Ours.Message, default);
        var read = (await client.FetchMessage(Ours.Text, default)).Value!;
        Assert.Contains(Uri.EscapeDataString(Ours.Person), network.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains(Markers[5], network.Requests[0].Authorization, StringComparison.Ordinal);
        Assert.Equal((Ours.Person, Ours.Words), (read.From, read.Body));
    }

    [Fact]
    public void Requests_and_the_account_print_nothing() => Assert.All(
        new object[] { Ours.Message, Ours.Ring, Ours.Inbound, Ours.Twilio, new ProviderMessage(Ours.Text, true, "received", Ours.Person, Ours.Number, Ours.Words, null, null), new MessagePage([], Address) },
        value => Assert.All(Markers, marker => Assert.DoesNotContain(marker, value.ToString(), StringComparison.Ordinal)));

    private static async Task<IReadOnlyList<string>> Everything(ProviderClient client) =>
    [
        $"{await client.SendMessage(Ours.Message, default)}", $"{await client.StartCall(Ours.Ring, default)}", $"{await client.FetchMessage(Ours.Text, default)}",
        $"{await client.RedactMessage(Ours.Text, default)}", $"{await client.DeleteMessage(Ours.Text, default)}", $"{await client.EndCall(Ours.Call, default)}",
        $"{await client.ListMessages(Ours.Inbound, null, default)}", $"{await client.DeleteRecording(Ours.Recording, default)}", $"{await client.FetchRecording(Address, Stream.Null, default)}",
    ];

    /// <summary>A network whose own words hold everything that it was given.</summary>
    private static async Task<HttpResponseMessage> Break(HttpRequestMessage request, CancellationToken cancel) =>
        throw new HttpRequestException($"{request.RequestUri} {request.Headers.Authorization} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel))} {Ours.Person}", new IOException(Ours.Words));
}
