using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>Calls that a gateway asks for, and whoever is at the other end.</summary>
public sealed class OutgoingCallTests
{
    private static readonly OutboundCall Ring = new(Bench.Person, Carrier.Line, new Uri(Signed.Origin + "/call?for=9"))
    {
        StatusCallback = new Uri(Signed.Origin + "/call"),
        RingFor = TimeSpan.FromSeconds(25),
    };

    /// <summary>Opens neutrally, says more after the key 7 only, and hangs up by itself.</summary>
    private static Script Neutral => new(
        ("/call", $"<Gather action=\"{Signed.Origin}/call/1\" numDigits=\"1\" finishOnKey=\"\" timeout=\"8\"><Play>https://h/opener</Play></Gather><Hangup/>"),
        ("/call/1", "<Play>https://h/more</Play><Hangup/>"));

    [Theory]
    [InlineData(ProviderKind.Twilio)]
    [InlineData(ProviderKind.Somleng)]
    public async Task A_person_who_answers_hears_the_opener_and_by_the_key_the_rest(ProviderKind kind)
    {
        using var bench = new Bench(kind);
        var script = Neutral;
        bench.Provider.Webhooks.Sink = script.Post;
        var person = new PhoneRobot(bench.Provider, Bench.Person).Answers("7");
        var sid = (await bench.Client.StartCall(Ring, default)).Value!.Sid;
        await bench.Pass(TimeSpan.FromMinutes(1));
        var call = bench.Provider.Calls.Find(sid)!;
        Assert.Equal(["https://h/opener", "https://h/more"], call.Talk!.Heard.Select(part => part.What));
        Assert.Equal("completed", call.Status);
        Assert.Equal(["/call?for=9", "/call/1", "/call"], script.Requests.Select(request => request.Target));
        var plus = kind == ProviderKind.Twilio ? "+" : "";
        Assert.All(script.Requests, request => Assert.Equal(("outbound-api", plus + Carrier.Line.TrimStart('+'), plus + Bench.Person.TrimStart('+')), (request.Value("Direction"), request.Value("From"), request.Value("To"))));
        Assert.Equal(["in-progress", "in-progress", "completed"], script.Statuses("CallStatus"));
        Assert.NotNull(Assert.Single(person.Got).Reached);
    }

    [Fact]
    public async Task A_voicemail_keeps_what_is_said_after_its_beep()
    {
        Assert.Empty((await Voicemail(TimeSpan.FromSeconds(30))).Left);
        // The same call, and a machine that beeps at once: the opener is on its tape.
        Assert.Equal("https://h/opener", Assert.Single((await Voicemail(TimeSpan.FromSeconds(1))).Left).What);

        static async Task<Voicemail> Voicemail(TimeSpan greeting)
        {
            using var bench = new Bench();
            var tape = new Voicemail(greeting, TimeSpan.FromMinutes(2));
            bench.Provider.Webhooks.Sink = Neutral.Post;
            bench.Provider.Phones[Bench.Person].Rung = tape.Answer;
            await bench.Client.StartCall(Ring, default);
            await bench.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal("completed", bench.Provider.Calls.All.Single().Status);
            return tape;
        }
    }

    [Theory]
    [InlineData("no-answer", 26)]
    [InlineData("busy", 1)]
    [InlineData("failed", 1)]
    public async Task A_call_that_nobody_takes_is_told_as_such(string status, int after)
    {
        using var bench = new Bench();
        var script = Neutral;
        bench.Provider.Webhooks.Sink = script.Post;
        bench.Provider.Phones[Bench.Person].Rung = _ => status switch { "busy" => new Answering.Busy(), "failed" => new Answering.Failed(), _ => new Answering.NotAnswered() };
        await bench.Client.StartCall(Ring, default);
        await bench.Pass(TimeSpan.FromSeconds(after - 1));
        Assert.Empty(script.Requests);
        await bench.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(("/call", status, null), (Assert.Single(script.Requests).Target, script.Requests[0].Value("CallStatus"), script.Requests[0].Value("CallDuration")));
        Assert.Equal(status != "failed", bench.Provider.Ledger.Calls.Single().Reached is not null);
    }

    [Fact]
    public async Task A_call_ended_by_the_gateway_rings_no_more()
    {
        using var bench = new Bench();
        var script = Neutral;
        bench.Provider.Webhooks.Sink = script.Post;
        new PhoneRobot(bench.Provider, Bench.Person).Answers("7");
        var sid = (await bench.Client.StartCall(Ring, default)).Value!.Sid;
        Assert.True((await bench.Client.EndCall(sid, default)).Value!.WasThere);
        Assert.False((await bench.Client.EndCall(sid, default)).Value!.WasThere);
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("canceled", Assert.Single(script.Statuses("CallStatus")));
        Assert.Null(bench.Provider.Ledger.Calls.Single().Reached);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_lets_the_person_hear_an_error_in_English()
    {
        using var bench = new Bench();
        bench.Provider.Webhooks.Sink = _ => Task.FromResult(new Heard(500, []));
        new PhoneRobot(bench.Provider, Bench.Person).Answers("7");
        await bench.Client.StartCall(Ring, default);
        await bench.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HeardKind.ApplicationError, Assert.Single(bench.Provider.Calls.All.Single().Talk!.Heard).Kind);
    }

    [Fact]
    public async Task All_events_are_told_in_their_order_to_whoever_asks_for_them()
    {
        using var bench = new Bench();
        var script = Neutral;
        bench.Provider.Webhooks.Sink = script.Post;
        new PhoneRobot(bench.Provider, Bench.Person).Answers("silence");
        lock (bench.Provider.Gate)
            bench.Provider.Calls.Start(Bench.Person, Carrier.Line, Signed.Origin + "/call?for=9", Signed.Origin + "/call", ["initiated", "ringing", "answered", "completed"], TimeSpan.FromSeconds(25));
        await bench.Pass(TimeSpan.FromMinutes(1));
        var told = script.Requests.Where(request => request.Value("CallbackSource") is not null).ToArray();
        Assert.Equal(["initiated", "ringing", "in-progress", "completed"], told.Select(request => request.Value("CallStatus")));
        Assert.Equal(["0", "1", "2", "3"], told.Select(request => request.Value("SequenceNumber")));
        Assert.Equal("10", told[^1].Value("CallDuration"));
    }
}
