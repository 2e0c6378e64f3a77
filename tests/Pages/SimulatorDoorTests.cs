using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Hotline.Tests.Pages;

/// <summary>Who gets in, and what is sent along.</summary>
public sealed class SimulatorDoorTests
{
    private static readonly string[] Gets = ["/simulator", "/simulator/simulator.js", "/simulator/simulator.css", "/simulator/noto-sans-khmer-khmer-400-normal.woff2", "/simulator/LICENSE-noto-sans-khmer.txt"];
    private static readonly string[] Posts = ["/simulator/text", "/simulator/call", "/simulator/keys", "/simulator/silence", "/simulator/record", "/simulator/rung", "/simulator/hangup", "/simulator/pickup", "/simulator/2010-04-01/Accounts/AC0/Messages.json"];
    private static readonly object Hello = new { from = "+85512345678", body = "សួស្តី" };

    [Fact]
    public async Task In_Development_this_computer_gets_the_page_and_everything_it_loads_from_here_alone()
    {
        await using var gateway = await RunningGateway.Start();
        using var http = new HttpClient();
        foreach (var path in Gets)
        {
            using var response = await http.GetAsync(new Uri(gateway.Url + path));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.StartsWith("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }

        using var told = await http.PostAsJsonAsync(new Uri(gateway.Url + "/simulator/text"), Hello);
        var answer = await told.Content.ReadAsStringAsync();
        Assert.Contains("front-door/menu", answer, StringComparison.Ordinal);
        Assert.Contains("សួស្តី", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_simulator()
    {
        await using var gateway = await RunningGateway.Start("Production", "--Hotline:PublicUrl=https://hotline.example.org", "--Hotline:DutyNumber=+85512000001",
            $"--Provider:AccountSid=AC{new string('0', 32)}", $"--Provider:AuthToken={new string('1', 32)}");
        using var http = new HttpClient();
        foreach (var path in Gets)
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(gateway.Url + path))).StatusCode);
        foreach (var path in Posts)
            Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(new Uri(gateway.Url + path), Hello)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(gateway.Url + "/simulator/inbox"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(gateway.Url + "/health"))).StatusCode);
    }

    [Fact]
    public async Task The_check_in_line_is_reached_once_it_has_a_number()
    {
        await using var without = await RunningGateway.Start("Development", RunningGateway.NoNumbers);
        await using var with = await RunningGateway.Start("Development", "--Provider:CheckInNumber=+85512000099");
        using var http = new HttpClient();
        var hello = new { from = "+85512345678", body = "សួស្តី", to = "check-in" };
        using var refused = await http.PostAsJsonAsync(new Uri(without.Url + "/simulator/text"), hello);
        Assert.Contains("Provider__CheckInNumber", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var told = await http.PostAsJsonAsync(new Uri(with.Url + "/simulator/text"), hello);
        Assert.Contains("ច្រឡំលេខ", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attacker.example", null, HttpStatusCode.NotFound)]
    [InlineData("localhost.attacker.example", null, HttpStatusCode.NotFound)]
    [InlineData("127.0.0.1.attacker.example:7071", null, HttpStatusCode.NotFound)]
    [InlineData("0.0.0.0", null, HttpStatusCode.NotFound)]
    [InlineData("localhost", "203.0.113.7", HttpStatusCode.NotFound)]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("LOCALHOST:7071", null, HttpStatusCode.OK)]
    [InlineData("[::1]:7071", null, HttpStatusCode.OK)]
    public async Task A_foreign_name_or_a_forwarder_finds_nothing_here(string host, string? forwardedFor, HttpStatusCode status)
    {
        await using var gateway = await RunningGateway.Start();
        using var http = new HttpClient();
        foreach (var path in Gets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, gateway.Url + path);
            Assert.Equal(status, await Send(http, request, host, forwardedFor));
        }

        using var post = new HttpRequestMessage(HttpMethod.Post, gateway.Url + "/simulator/text") { Content = JsonContent.Create(Hello) };
        Assert.Equal(status, await Send(http, post, host, forwardedFor));
    }

    [Theory]
    [InlineData("text", "text/plain", """{"from":"+85512345678","body":"a"}""")]
    [InlineData("text", "application/json", """{"from":"+85512345678","body":""}""")]
    [InlineData("text", "application/json", """{"from":"anonymous","body":"a"}""")]
    [InlineData("text", "application/json", """{"from":"+855 12","body":"a"}""")]
    [InlineData("text", "application/json", "null")]
    [InlineData("text", "application/json", "[1")]
    [InlineData("call", "application/json", """{"from":"nobody"}""")]
    [InlineData("keys", "application/json", """{"call":"CA0","keys":"1"}""")]
    [InlineData("keys", "application/json", """{"call":"CA0","keys":"១"}""")]
    [InlineData("record", "application/json", """{"call":"CA0","seconds":0}""")]
    [InlineData("pickup", "application/json", """{"call":"CA0","how":"answer"}""")]
    [InlineData("pickup", "application/json", """{"call":"CA0","how":"sigh"}""")]
    public async Task What_no_phone_can_send_is_refused_with_a_sentence(string act, string type, string body)
    {
        await using var gateway = await RunningGateway.Start();
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await http.PostAsync(new Uri($"{gateway.Url}/simulator/{act}"), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.EndsWith(".", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_hears_the_first_question_in_each_language_in_turn()
    {
        await using var gateway = await RunningGateway.Start();
        using var http = new HttpClient();
        using var called = await http.PostAsJsonAsync(new Uri(gateway.Url + "/simulator/call"), new { from = "+66812345678" });
        var answer = await called.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("keys", answer.GetProperty("takes").GetString());
        Assert.Equal(["km", "en"], answer.GetProperty("heard").EnumerateArray().Select(heard => heard.GetProperty("language").GetString()!));
        var twiml = Assert.Single(answer.GetProperty("turns").EnumerateArray().ToList()).GetProperty("twiml").GetString();
        Assert.Contains("/audio/km/front-door.language</Play>", twiml, StringComparison.Ordinal);
        Assert.Contains($"<Say language=\"en-US\">{answer.GetProperty("heard")[1].GetProperty("words").GetString()}</Say>", twiml, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Send(HttpClient http, HttpRequestMessage request, string host, string? forwardedFor)
    {
        request.Headers.Host = host;
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
