using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Carriers;

/// <summary>Verbs are carried out as the provider's pages say.</summary>
public sealed class VerbTests
{
    private const string Next = " action=\"" + Signed.Origin + "/call/1\"";

    [Theory]
    [InlineData("<Gather" + Next + " numDigits=\"3\"/>", "12345", "123")]
    [InlineData("<Gather" + Next + "/>", "12#45", "12")]
    [InlineData("<Gather" + Next + "/>", "12", "12")]
    [InlineData("<Gather" + Next + " finishOnKey=\"\"/>", "1#", "1#")]
    [InlineData("<Gather" + Next + " finishOnKey=\"*\"/>", "1#*", "1#")]
    [InlineData("<Gather" + Next + " actionOnEmptyResult=\"true\"/>", "#", "")]
    [InlineData("<Gather" + Next + "/><Play>https://h/after</Play>", "#", null)]
    public async Task Keys_go_where_a_Gather_sends_them(string verbs, string keys, string? digits)
    {
        var (call, script) = await Called(verbs, ("/call/1", "<Hangup/>"));
        await call.Press(keys);
        Assert.True(call.Over);
        if (digits is null)
            Assert.Equal(["https://h/after"], call.Said);
        else
            Assert.Equal(("/call/1", digits), (script.Requests[^1].Target, script.Requests[^1].Value("Digits")));
    }

    [Fact]
    public async Task Silence_lets_the_next_verb_run_after_the_time_set()
    {
        var (call, script) = await Called($"<Gather{Next} timeout=\"8\"><Play>https://h/ask</Play></Gather><Redirect>{Signed.Origin}/call/2</Redirect>", ("/call/2", "<Play>https://h/again</Play><Hangup/>"));
        Assert.Equal(["https://h/ask"], call.Said);
        await call.Silence();
        Assert.Equal(["https://h/again"], call.Said);
        Assert.Equal(("/call/2", true), (script.Requests[^1].Target, call.Over));
        Assert.Equal(TimeSpan.FromSeconds(2 + 8 + 2), call.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(10), call.Heard[^1].At);
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("rejected", "no-answer")]
    public async Task A_rejected_call_is_never_answered(string reason, string status)
    {
        var (call, _) = await Called($"<Reject reason=\"{reason}\"/>");
        Assert.Equal((true, status, null), (call.Over, call.Kept.Status, call.Kept.Answered));
        Assert.NotNull((await Called("<Hangup/>")).Call.Kept.Answered);
    }

    [Theory]
    [InlineData("completed", "60")]
    [InlineData("busy", null)]
    [InlineData("no-answer", null)]
    public async Task Another_phone_answers_or_not(string status, string? seconds)
    {
        var (call, script) = await Called($"<Dial{Next} timeout=\"40\" callerId=\"+85512000000\"><Number>+85512000001</Number></Dial><Play>https://h/never</Play>", ("/call/1", "<Hangup/>"));
        await call.Press("1");
        Assert.Equal("Dial", call.Waiting!.Name.LocalName);
        await call.Dialled(status, TimeSpan.FromMinutes(1));
        Assert.Equal((status, seconds), (script.Requests[^1].Value("DialCallStatus"), script.Requests[^1].Value("DialCallDuration")));
        Assert.Equal(script.Requests[^1].Value("DialCallSid"), Assert.Single(Rung(call)).Sid);
        Assert.Equal(("+85512000000", "+85512000001"), (Rung(call)[0].From, Rung(call)[0].To));
        Assert.DoesNotContain(call.Heard, part => part.What == "https://h/never");
    }

    [Fact]
    public async Task A_Dial_that_names_no_number_of_ours_shows_the_callers()
    {
        var (call, _) = await Called($"<Dial{Next}><Number>+85512000001</Number></Dial>");
        Assert.Equal(Bench.Person, Assert.Single(Rung(call)).From);
    }

    [Fact]
    public async Task A_Record_ends_by_its_key_by_silence_at_its_limit_and_by_hanging_up()
    {
        var record = $"<Record{Next} maxLength=\"30\" timeout=\"8\" finishOnKey=\"#\" recordingStatusCallback=\"{Signed.Origin}/recording\"/><Play>https://h/nothing</Play>";
        Assert.Equal(("12", "#"), await Ended(call => call.Speak(TimeSpan.FromSeconds(12))));
        Assert.Equal(("12", null), await Ended(call => call.Speak(TimeSpan.FromSeconds(12), "")));
        Assert.Equal(("30", null), await Ended(call => call.Speak(TimeSpan.FromSeconds(90))));
        Assert.Equal(("5", "hangup"), await Ended(call => call.SpeakAndHangUp(TimeSpan.FromSeconds(5))));
        Assert.Equal(("2", "#"), await Ended(call => call.Press("5#")));

        // Nothing said, nothing recorded.
        var (silent, script) = await Called(record);
        await silent.Silence();
        Assert.Equal(["https://h/nothing"], silent.Said);
        Assert.Single(script.Requests);

        async Task<(string?, string?)> Ended(Func<RobotCall, Task> how)
        {
            var (call, told) = await Called(record, ("/call/1", "<Hangup/>"));
            Assert.Equal(HeardKind.Beep, call.Heard[^1].Kind);
            await how(call);
            var action = Assert.Single(told.Requests, request => request.Target == "/call/1");
            Assert.True(call.Over);
            return (action.Value("RecordingDuration"), action.Value("Digits"));
        }
    }

    [Fact]
    public async Task Mistakes_in_a_document_circles_of_them_and_hands_on_a_dead_phone_are_seen()
    {
        await Assert.ThrowsAsync<TwimlRefused>(() => Called($"<Redirect>{Signed.Origin}/call</Redirect>"));
        await Assert.ThrowsAsync<TwimlRefused>(() => Called("<Shout>hi</Shout>"));
        var (call, _) = await Called("<Play>https://h/a</Play>");
        Assert.True(call.Over);
        await call.HangUp();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.Press("1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Called("<Redirect>https://elsewhere.example/call</Redirect>"));
    }

    private static IReadOnlyList<Sent> Rung(RobotCall call) => call.Provider.Ledger.To("+85512000001");

    private static async Task<(RobotCall Call, Script Script)> Called(string verbs, params (string, string)[] pages)
    {
        using var bench = new Bench();
        var script = new Script([("/call", verbs), .. pages]);
        bench.Provider.Webhooks.Sink = script.Post;
        return (await new PhoneRobot(bench.Provider, Bench.Person).Call(), script);
    }
}
