using System.Net;
using Hotline.Functions.ToDos;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Hosting;

/// <summary>The published folder under the Functions host: reports by signed webhooks, timers, kill -9.</summary>
[Collection(Alone.Name)]
public sealed class HostTests(ITestOutputHelper output)
{
    private const int Kills = 8;

    [Fact]
    public async Task A_report_in_Khmer_goes_through_the_host_to_its_receipt_and_a_timer_lands_it()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        using var carrier = new Carrier(host.Address);
        var tale = new Tale("whole.");
        while (!tale.Over)
            Assert.True(await tale.Step(carrier));
        Assert.Matches("^[0-9]{16}$", tale.Receipt);
        Assert.Equal(403, (await carrier.Post(Carrier.Sms(Carrier.Number(), "x") with { Header = "AAAA" })).Status);
        Assert.Equal(TimerEnd.Success, await host.Fire("todos"));
        var (code, lines, _) = await Tool(data.Folder, "reports", "--json");
        Assert.Equal(0, code);
        var report = Assert.Single(Filed.Parse(lines), filed => filed.IsReport);
        Assert.True(report.Finished);
        Assert.StartsWith("whole. ", report.Words[0], StringComparison.Ordinal);
        host.Handler.Dispose();
        Assert.Empty(await Judgement.Of(data.Folder, [tale]));
    }

    [Fact]
    public async Task Nothing_of_the_environment_opens_another_door()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        async Task<HttpStatusCode> Get(string address)
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.StatusCode;
        }

        Assert.False(Loopback.Listens(host.Trap));
        Assert.False(Loopback.Listens(1));
        Assert.True(Loopback.Listens(host.Handler.Port));
        // Production, whatever the environment says: no simulator, not even for the host itself.
        Assert.Equal(HttpStatusCode.NotFound, await Get(host.Inside + "/simulator"));
        Assert.Equal(HttpStatusCode.NotFound, await Get(host.Address + "/simulator"));
        Assert.Equal(HttpStatusCode.OK, await Get(host.Address + "/health"));
        Assert.Equal(HttpStatusCode.NotFound, await Get(host.Address + "/sms"));
        Assert.Equal(HttpStatusCode.NotFound, await Get(host.Inside + "/"));
    }

    [Fact]
    public async Task Every_timer_ends_well_and_health_tells_of_it()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        Assert.Equal(["ok", "no sweep yet", "no look after check-ins yet", "no look for what has had its time yet"], await Health(host));
        foreach (var timer in host.Functions.Where(function => function.IsTimer))
            Assert.Equal((timer.Name, TimerEnd.Success), (timer.Name, await host.Fire(timer.Name)));
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        Assert.Equal(["ok"], await Health(host));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Data\":{\"timer\":\"\\ud800\"}}")]
    [InlineData("not json at all")]
    public async Task A_payload_that_is_not_as_expected_hurts_nothing(string payload)
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        Assert.Equal(TimerEnd.Success, await host.Fire("todos", payload));
        Assert.Equal(TimerEnd.Success, await host.Fire("retention", payload + new string(' ', 3_000_000)));
    }

    [Fact]
    public async Task A_timer_called_from_outside_is_not_there()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        async Task<(HttpStatusCode, string)> Send(HttpRequestMessage request)
        {
            using (request)
            using (var answer = await http.SendAsync(request))
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        foreach (var chore in Enum.GetValues<Chore>().Select(chore => chore.Name()))
        {
            Assert.Equal((HttpStatusCode.NotFound, ""), await Send(FunctionsHost.Trigger(host.Address, chore)));
            foreach (var (name, value) in new[] { ("Host", "127.0.0.1"), ("Host", $"localhost:{host.Handler.Port}"), ("Host", "hotline.example.org"), ("X-Azure-Functions-InvocationId", null), ("X-Forwarded-For", "10.0.0.1"), ("X-Forwarded-Host", "h"), ("x-forwarded-proto", "https"), ("x-ms-invocation-id", "a") })
            {
                var request = FunctionsHost.Trigger(host.Inside, chore);
                request.Headers.Remove(name);
                if (value is not null)
                    request.Headers.TryAddWithoutValidation(name, value);
                Assert.Equal((HttpStatusCode.NotFound, ""), await Send(request));
            }
        }

        Assert.Equal((HttpStatusCode.OK, "{}"), await Send(FunctionsHost.Trigger(host.Inside, "todos")));
        Assert.NotEqual(HttpStatusCode.OK, (await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(host.Inside + "/todos")))).Item1);
    }

    [Fact]
    public async Task Killed_in_the_middle_and_started_again_it_has_lost_nothing()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        using var carrier = new Carrier(host.Address);
        var chance = new Random(5);
        var tales = new List<Tale>();
        using var over = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 6).Select(caller => Task.Run(() => Talk(carrier, $"told-{caller}", tales, over.Token))).ToArray();
        var clock = Task.Run(() => Ticks(host, over.Token));
        for (var kill = 0; kill < Kills; kill++)
        {
            // The moment is the point: a random part of what follows a start, not an event.
            await Task.Delay(TimeSpan.FromMilliseconds(chance.NextDouble() * 700));
            await host.Handler.KillAndWait();
        }

        await over.CancelAsync();
        await Task.WhenAll([.. callers, clock]);
        output.WriteLine($"{host.Handler.Starts} starts, {tales.Count} stories, {tales.Count(tale => tale.FirstAnswered)} answered, {tales.Count(tale => tale.Over)} with a receipt");
        Assert.Equal(Kills + 1, host.Handler.Starts);
        host.Handler.Dispose();
        Assert.Empty(await Judgement.Of(data.Folder, tales));
        Assert.Contains(tales, tale => tale.Over);
    }

    [Fact]
    public async Task Told_to_end_it_says_that_it_has_to_be_started_again()
    {
        using var data = new Scratch();
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder);
        await host.Handler.Terminate();
        Assert.False(host.Handler.GivenUp);
        Assert.Equal(2, host.Handler.Starts);
        using var carrier = new Carrier(host.Address);
        (await carrier.Text(Carrier.Number(), "សួស្តី")).IsTwiml(TwimlGrammar.Messaging);
    }

    [Theory]
    [InlineData(200, "application/json", "{}", TimerEnd.Success)]
    [InlineData(202, "application/json", "{\"Outputs\":{}}", TimerEnd.Success)]
    [InlineData(204, null, "", TimerEnd.Hangs)]
    [InlineData(200, "application/json", "", TimerEnd.Hangs)]
    [InlineData(200, "application/json", "null", TimerEnd.Hangs)]
    [InlineData(200, "application/json", "[]", TimerEnd.Failure)]
    [InlineData(200, "text/plain", "{}", TimerEnd.Failure)]
    [InlineData(404, null, "", TimerEnd.Failure)]
    [InlineData(500, "application/json", "{}", TimerEnd.Failure)]
    internal void The_host_judges_answers_as_it_was_seen_to(int status, string? type, string body, TimerEnd end) =>
        Assert.Equal(end, FunctionsHost.Judge(status, type, System.Text.Encoding.UTF8.GetBytes(body)));

    private static async Task<IReadOnlyList<string>> Health(FunctionsHost host)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return (await http.GetStringAsync(new Uri(host.Address + "/health"))).Split('\n');
    }

    /// <summary>Whoever gets no answer sends the same webhook again, as a provider does.</summary>
    private static async Task Talk(Carrier carrier, string tag, List<Tale> tales, CancellationToken over)
    {
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            var tale = new Tale($"{tag}-{number}.");
            lock (tales)
                tales.Add(tale);
            while (!tale.Over && !over.IsCancellationRequested)
                try
                {
                    await tale.Step(carrier);
                }
                catch (InvalidOperationException e) when (e.Message.Contains(" 502 ", StringComparison.Ordinal) || e.Message.Contains(" 503 ", StringComparison.Ordinal))
                {
                    // The handler was just killed; the host said so.
                }
        }
    }

    private static async Task Ticks(FunctionsHost host, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
            try
            {
                await host.Fire("todos");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5, CancellationToken.None);
            }
    }

    internal static Task<(int Code, string Output, string Errors)> Tool(string data, params string[] arguments) => RunningGateway.RunToEnd(data, "Production", arguments);
}
