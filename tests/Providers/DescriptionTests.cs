using System.Net.Http.Headers;
using System.Text;
using Hotline.Functions.Providers;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Providers;

/// <summary>Everything that we ask is what the provider's own description of its API allows, in its values (Prism) and in its names (ours: Prism passes misspelt ones).</summary>
public sealed class DescriptionTests(Prism prism) : IClassFixture<Prism>
{
    [Fact]
    public async Task Every_request_of_ours_is_one_that_the_description_allows()
    {
        using var recorder = new Recorder();
        using var client = new ProviderClient(Ours.Twilio with { ApiUrl = prism.Address }, TimeProvider.System, handler: () => recorder);
        Assert.Null((await client.SendMessage(Ours.Message, default)).Failure);
        Assert.Null((await client.SendMessage(new OutboundMessage(Ours.Person, Ours.Number, "1"), default)).Failure);
        Assert.Null((await client.FetchMessage(Ours.Text, default)).Failure);
        Assert.Null((await client.RedactMessage(Ours.Text, default)).Failure);
        Assert.Null((await client.DeleteMessage(Ours.Text, default)).Failure);
        Assert.Null((await client.StartCall(Ours.Ring, default)).Failure);
        Assert.Null((await client.EndCall(Ours.Call, default)).Failure);
        Assert.Null((await client.DeleteRecording(Ours.Recording, default)).Failure);
        foreach (var inbound in new[] { true, false })
        {
            var page = await client.ListMessages(Ours.Inbound with { Inbound = inbound }, null, default);
            Assert.Null(page.Failure);
        }

        Assert.Equal(10, recorder.Asked.Count);
        Assert.All(recorder.Asked, asked => Assert.Equal([], Description.Unknown(asked.Method, asked.Address, asked.Body)));
        Assert.All(recorder.Asked, asked => Assert.InRange(asked.Status, 200, 299));
        Assert.All(recorder.Asked, asked => Assert.DoesNotContain(Ours.Person[1..], asked.Address.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_the_description_is_read()
    {
        using var client = new ProviderClient(Ours.Twilio with { ApiUrl = prism.Address }, TimeProvider.System);
        var page = await client.ListMessages(new MessageQuery("+12019235161", Inbound: false, Ours.Inbound.From, Ours.Inbound.Until), null, default);
        Assert.True(page.Accepted);
        Assert.NotEmpty(page.Value.Messages);
        Assert.All(page.Value.Messages, message => Assert.Equal(("+12019235161", false), (message.From, message.Inbound)));
        Assert.NotNull(page.Value.Next);
    }

    [Theory]
    [InlineData("To=&StatusCalback=https%3A%2F%2Fhotline.example.org&From=1&Body=1", "StatusCalback")]
    [InlineData("to=1&From=1&Body=1", "to")]
    [InlineData("To=1&From=1&Body=1&Timeout=5", "Timeout")]
    public void A_misspelt_field_is_seen(string body, string name) =>
        Assert.Equal([name], Description.Unknown("POST", new Uri("https://h/2010-04-01/Accounts/AC1/Messages.json"), body));

    [Fact]
    public void A_misspelt_query_or_path_is_seen()
    {
        Assert.Equal(["DateSent>="], Description.Unknown("GET", new Uri("https://h/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E%3D=1&PageSize=1"), null));
        Assert.Null(Description.Unknown("POST", new Uri("https://h/2010-04-01/Accounts/AC1/Message.json"), null));
        Assert.Null(Description.Unknown("PUT", new Uri("https://h/2010-04-01/Accounts/AC1/Messages.json"), null));
    }

    /// <summary>The positive control of the first test: what is not allowed is refused, and what has no account is too.</summary>
    [Theory]
    [InlineData("From=1&Body=1", true, 422)]
    [InlineData("To=1&From=1&Body=1&ValidityPeriod=soon", true, 422)]
    [InlineData("To=1&From=1&Body=1&StatusCallback=not%20an%20address", true, 422)]
    [InlineData("To=1&From=1&Body=1", false, 401)]
    [InlineData("To=1&From=1&Body=1&StatusCalback=1", true, 201)]
    public async Task What_the_description_does_not_allow_is_refused_except_for_misspelt_names(string body, bool authorized, int status)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{prism.Address}/2010-04-01/Accounts/{Signed.Account}/Messages.json") { Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded") };
        if (authorized)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "YTpi");
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    /// <summary>Sends on, and keeps what was sent and answered.</summary>
    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public List<(string Method, Uri Address, string? Body, int Status)> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            Asked.Add((request.Method.Method, request.RequestUri!, body, (int)answer.StatusCode));
            return answer;
        }
    }
}
