using System.Text;
using System.Xml.Linq;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Audio;
using Hotline.Functions.InboundCall;
using Hotline.Functions.Setup;
using Hotline.Functions.Twiml;
using Hotline.Localization.Khmer;
using Hotline.Tests.Storage;
using Hotline.Tests.Twiml;
using Hotline.Tests.Webhooks;
using Xunit;
using Xunit.Abstractions;
using Say = Hotline.Flows.Engine.Say;

namespace Hotline.Tests.Outside;

/// <summary>Every state of every flow, on both channels, against everything that a bad day brings: always an answer, in the caller's language, never an exception.</summary>
public sealed class BadDayTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
    private static readonly Hotline.Flows.Checking.CheckContext Context = DataFiles.Load(Served.Duty);
    private static readonly Conversation Conversation = new(Context.Flows, Context.Phrases);
    private static readonly VoiceReply Voice = new(new VoicePrompts(Context.Phrases, AudioFiles.In("none"), Signed.Origin), Signed.Origin);

    [Theory]
    [InlineData(Channel.Text)]
    [InlineData(Channel.Voice)]
    public void Every_state_answers_whatever_comes(Channel channel)
    {
        var (states, turns) = (0, 0);
        // Check-ins live on a line of their own, with tests of their own.
        foreach (var flow in Context.Flows.All.Where(flow => flow.Name != CheckInPlaces.Flow))
            foreach (var state in flow.States.Values.Where(state => state.WaitsOn(channel)))
            {
                states++;
                foreach (var language in Languages(channel))
                    foreach (var said in new[] { false, true })
                        foreach (var first in BadDay.On(channel))
                        {
                            // Two bad moments in a row, from where the first one led.
                            var session = In(flow.Name, flow.Version, state.Name, channel, language, said);
                            var turn = Step(session, first, channel);
                            turns++;
                            if (turn.Next is { } next)
                                foreach (var second in BadDay.On(channel).Where((_, i) => i % 3 == states % 3))
                                {
                                    Step(next, second, channel);
                                    turns++;
                                }
                        }
            }

        output.WriteLine($"{states} states, {turns} turns");
        Assert.True(states > 10 && turns > 10_000);
    }

    [Theory]
    [InlineData(Channel.Text)]
    [InlineData(Channel.Voice)]
    public void The_first_contact_answers_whatever_it_is(Channel channel)
    {
        foreach (var first in BadDay.On(channel))
            foreach (var withheld in new[] { false, true })
                Step(null, first, channel, withheld);
    }

    [Fact]
    public void A_hundred_bad_days_in_a_row_end_or_go_on_but_never_hang()
    {
        var chance = new Random(8);
        foreach (var channel in new[] { Channel.Text, Channel.Voice })
            for (var caller = 0; caller < 100; caller++)
            {
                Session? session = null;
                for (var i = 0; i < 100; i++)
                    session = Step(session, BadDay.On(channel).ElementAt(chance.Next(BadDay.On(channel).Count())), channel).Next;
            }
    }

    [Fact]
    public void The_judge_of_answers_condemns_silence_an_empty_message_and_the_wrong_language()
    {
        Assert.NotNull(Wrong(new Turn(null, [], [], null, []), Channel.Text, "km"));
        Assert.NotNull(Wrong(new Turn(null, [], [" "], null, []), Channel.Text, "km"));
        Assert.NotNull(Wrong(new Turn(null, [], ["Sorry, we did not understand."], null, []), Channel.Text, "km"));
        Assert.NotNull(Wrong(new Turn(null, [], ["សូមទោស"], null, []), Channel.Text, "en"));
        Assert.NotNull(Wrong(new Turn(null, [], [], null, []), Channel.Voice, "km"));
        Assert.NotNull(Wrong(new Turn(null, [new Say("report.safe", "en")], [], null, []), Channel.Voice, "km"));
        Assert.Null(Wrong(new Turn(null, [], ["សូមទោស"], null, []), Channel.Text, "km"));
    }

    [Fact]
    public async Task A_bad_day_over_HTTP_is_answered_by_text_and_by_voice()
    {
        using var folder = new Scratch();
        await using var gateway = await Served.Start(folder.Folder, development: true);
        foreach (var body in BadDay.Texts.Where(text => !text.Contains('\ud800', StringComparison.Ordinal) && !text.Contains('\udc00', StringComparison.Ordinal)))
        {
            var from = Carrier.Number();
            foreach (var said in new[] { body, "1", body, body, body })
                Assert.NotEmpty((await gateway.Carrier.Text(from, said)).IsTwiml(TwimlGrammar.Messaging).Messages);
        }

        foreach (var keys in new[] { "", "5", "7777", "*", "0", "9", "12345678901234567890" })
        {
            var call = new PhoneCall(gateway.Carrier, Carrier.Number());
            await call.Start();
            for (var i = 0; i < 12 && !call.Ended; i++)
            {
                (await call.Press(keys)).IsTwiml(TwimlGrammar.Voice);
                Assert.NotEmpty(call.Said);
                if (!call.Ended)
                    (await call.Silence()).IsTwiml(TwimlGrammar.Voice);
            }
        }
    }

    private static Turn Step(Session? session, Input input, Channel channel, bool withheld = false)
    {
        var stored = session is null ? null : SessionJson.Read(SessionJson.Write(session));
        var caller = new Circumstances(channel, withheld, withheld ? null : "KH");
        var turn = Conversation.Step(stored, input, caller, Now, new Chance(77));
        // Both ways a lookup can go.
        if (turn.Needs is not null)
            foreach (var found in new[] { new Found(true, null, true, [new Reply(DateOnly.MinValue, "call-us", null)], null, "yes", session?.Language), Found.Nothing })
                turn = Conversation.Step(stored, input, caller with { Found = found }, Now, new Chance(77));
        var where = $"{session?.Place.ToString() ?? "nowhere"}, {session?.Language ?? "no language"}, after {(input is Input.Text text ? $"text of {text.Body.Length}: {text.Body}" : input)}";
        if (input is Input.HangUp)
        {
            Assert.True(turn.Says.Count == 0 && turn.Texts.Count == 0 && turn.Wait is null, where);
            return turn;
        }

        // Only the caller changes the language.
        var language = turn.Next is { } next ? next.Language : session?.Language;
        // The one question that is asked in every language.
        if (channel == Channel.Voice && turn.Says.Any(say => say.Key.EndsWith(".language", StringComparison.Ordinal)))
            language = null;
        Assert.True(Wrong(turn, channel, language) is not { } wrong, $"{where}: {Wrong(turn, channel, language)}: {string.Join(" | ", turn.Says.Select(say => $"{say.Key} {say.Language}"))}");
        return turn;
    }

    private static string? Wrong(Turn turn, Channel channel, string? language)
    {
        if (channel == Channel.Text)
        {
            if (turn.Texts.Count == 0 || turn.Texts.Any(string.IsNullOrWhiteSpace) || turn.Texts.Any(text => text.Length > Limits.TextLength))
                return "no message, an empty one, or one too long";
            return language is null || turn.Texts.All(text => text.Any(c => c is >= '\u1780' and <= '\u17ff') == (language == "km")) ? null : "another language";
        }

        if (turn.Says.Count == 0)
            return "silence";
        if (language is not null && turn.Says.Any(say => say.Language != language))
            return "another language";
        var wrong = TwimlGrammar.Voice.Judge(XDocument.Parse(Encoding.UTF8.GetString(TwimlDocument.Render(Voice.Verbs(turn, 3, "+85512345678")))));
        return wrong.Count == 0 ? null : wrong[0];
    }

    /// <summary>By text a language is known from the first word on; by voice not before it was chosen.</summary>
    private static string?[] Languages(Channel channel) => channel == Channel.Text ? ["km", "en"] : ["km", "en", null];

    private static Session In(string flow, int version, string state, Channel channel, string? language, bool said) => new()
    {
        Id = "bcdfghjk",
        Flow = flow,
        Version = version,
        State = state,
        Channel = channel,
        Language = language,
        Words = said ? ["ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ"] : [],
        Return = new Place("report", "who"),
        StartedAt = Now.ToUnixTimeSeconds() - 60,
        LastAt = Now.ToUnixTimeSeconds() - 30,
        WakeAt = Now.ToUnixTimeSeconds() + 1740,
        Turns = 3,
    };
}
