using System.Text;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Localization.Khmer;
using Hotline.Tests.Golden;
using Hotline.Tests.Reading;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>On the check-in line nothing of the hotline is said before the safe word, whatever comes.</summary>
public sealed class GateTests
{
    private const int Inputs = 20_000;
    private const int Seed = 20260309;

    private static readonly DateTimeOffset Now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
    private static readonly Conversation Conversation = Hotlines.Conversation;

    private static readonly string[] Khmer = JsonDocument.Parse(Data.WordsJson).RootElement.GetProperty("lists").EnumerateObject()
        .SelectMany(list => new[] { "km", "latin", "en" }.Where(language => list.Value.TryGetProperty(language, out _)).SelectMany(language => list.Value.GetProperty(language).EnumerateArray()))
        .Select(word => word.GetString()!).ToArray();

    private static readonly string[] ByText = ["check-in.wrong-number", "check-in.talk-1", "check-in.talk-2", "check-in.talk-3", "check-in.talk-4", "check-in.talk-5", "check-in.talk-own"];
    private static readonly string[] ByVoice = ["check-in.line", "check-in.line-again", "check-in.line-bye"];

    [Fact]
    public void Before_the_safe_word_only_the_agreed_talk_comes_back()
    {
        var random = new Random(Seed);
        var heard = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Inputs; i++)
        {
            var caller = Caller(random);
            var turn = Conversation.Step(Stored(random, caller), Input(random, caller), caller, Now.AddMinutes(random.Next(10_000)), Bits(random));
            Assert.Null(Wrong(turn, caller));
            foreach (var say in turn.Says)
                heard[say.Key] = heard.GetValueOrDefault(say.Key) + 1;
        }

        Assert.All(ByText.Concat(ByVoice), key => Assert.True(heard.GetValueOrDefault(key) > 50, key));
    }

    /// <summary>The judgement above, on turns that would betray somebody.</summary>
    [Fact]
    public void A_word_of_the_hotline_would_be_noticed()
    {
        var caller = new Circumstances(Channel.Text, Client: SampleClient.In("km"));
        var talk = Conversation.Step(null, new Input.Text("hello"), caller, Now, new Chance(1));
        Assert.Null(Wrong(talk, caller));
        var door = Conversation.Step(null, new Input.Text("hello"), caller with { Client = null }, Now, new Chance(1));
        Assert.NotNull(Wrong(door, caller));
        Assert.NotNull(Wrong(talk with { Says = [.. talk.Says, new Say("check-in.ready", "km")] }, caller));
        Assert.NotNull(Wrong(talk with { Texts = ["ប៉ូលិស"] }, caller));
        Assert.NotNull(Wrong(talk with { Effects = [new Effect.EndConversation(new Outcome("check-in", 1, Channel.Text, "km", null, "duress", 1, 1, 0, null, null, null))] }, caller));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("សូមឈប់")]
    public void Stop_before_the_word_stops_and_says_the_same(string stop)
    {
        var caller = new Circumstances(Channel.Text, Client: SampleClient.In("km"));
        var turn = Conversation.Step(null, new Input.Text(stop), caller, Now, new Chance(1));
        Assert.Contains(new Effect.PauseClient(PauseReason.Stopped), turn.Effects);
        Assert.Equal(Standing.Stopped, caller.Client!.After(turn.Effects, new DateOnly(2026, 3, 9)).Standing);
        Assert.Equal(Conversation.Step(null, new Input.Text("hello"), caller, Now, new Chance(1)).Texts, turn.Texts);
    }

    [Theory]
    [InlineData("ស្វាយទុំ", WordKind.Safe)]
    [InlineData(" ស្វាយទុំ។ ", WordKind.Safe)]
    [InlineData("ស្វាយ ទុំ", WordKind.Safe)]
    [InlineData("ចេកអំបូង", WordKind.Duress)]
    [InlineData("ចេក អំបូង!", WordKind.Duress)]
    [InlineData("ស្វាយទុំ ចេកអំបូង", WordKind.Wrong)]
    [InlineData("ស្វាយ", WordKind.Wrong)]
    [InlineData("", WordKind.Wrong)]
    [InlineData("\u17D2", WordKind.Wrong)]
    [InlineData("4837", WordKind.Wrong)]
    [InlineData("ជួយផង", WordKind.Help)]
    [InlineData("គេឃុំខ្ញុំក្នុងផ្ទះ", WordKind.Help)]
    public void The_two_words_are_known_by_what_they_are_not_by_how_they_are_typed(string text, WordKind kind)
    {
        var turn = Conversation.Step(null, new Input.Text(text), new Circumstances(Channel.Text, Client: SampleClient.In("km")), Now, new Chance(1));
        Assert.Equal(kind, Assert.Single(turn.Effects.OfType<Effect.WordHeard>()).Kind);
    }

    [Theory]
    [InlineData(null, "!!!")]
    [InlineData("", "?")]
    [InlineData(null, "")]
    public void A_word_that_was_not_agreed_on_equals_nothing(string? word, string said)
    {
        var sample = SampleClient.In("km");
        var client = sample with { Enrolment = sample.Enrolment! with { SafeWord = word, DuressWord = word, SafeCode = word, DuressCode = word } };
        foreach (var (channel, input) in new (Channel, Input)[] { (Channel.Text, new Input.Text(said)), (Channel.Voice, new Input.Digits("#")), (Channel.Voice, new Input.Digits("")), (Channel.Voice, new Input.Digits("0")) })
            Assert.All(Conversation.Step(null, input, new Circumstances(channel, Client: client), Now, new Chance(1)).Effects.OfType<Effect.WordHeard>(), heard => Assert.Equal(WordKind.Wrong, heard.Kind));
    }

    [Fact]
    public void The_word_opens_for_twenty_minutes_by_text_and_for_one_call_by_voice()
    {
        var client = SampleClient.In("km");
        var text = new Circumstances(Channel.Text, Client: client);
        var open = Conversation.Step(null, new Input.Text("ស្វាយទុំ"), text, Now, new Chance(1)).Next;
        Assert.Contains("check-in.fine", Keys(Conversation.Step(open, new Input.Text("1"), text, Now.AddMinutes(20), new Chance(1))));
        Assert.Equal(["check-in.talk-4"], Keys(Conversation.Step(open, new Input.Text("1"), text, Now.AddMinutes(20).AddSeconds(1), new Chance(1))));
        Assert.Equal(["check-in.talk-4"], Keys(Conversation.Step(open, new Input.Text("1"), text with { Client = client with { Id = "another" } }, Now, new Chance(1))));
        var call = new Circumstances(Channel.Voice, Call: "a", Client: client);
        var inCall = Conversation.Step(null, new Input.Digits("4837"), call, Now, new Chance(1)).Next;
        Assert.Equal(["check-in.sleep"], Keys(Conversation.Step(inCall, new Input.Digits("3"), call, Now.AddHours(1), new Chance(1))));
        Assert.Equal(["check-in.line-again", "check-in.line-again"], Keys(Conversation.Step(inCall, new Input.Digits("3"), call with { Call = "b" }, Now, new Chance(1))));
        Assert.Equal(["check-in.line", "check-in.line"], Keys(Conversation.Step(inCall, new Input.CallStarted(), call with { Call = "b" }, Now, new Chance(1))));
        Assert.Equal(["check-in.talk-4"], Keys(Conversation.Step(inCall, new Input.Text("3"), text, Now, new Chance(1))));
    }

    [Fact]
    public void A_clock_set_back_does_not_leave_the_thread_open()
    {
        var text = new Circumstances(Channel.Text, Client: SampleClient.In("km"));
        var open = Conversation.Step(null, new Input.Text("ស្វាយទុំ"), text, Now, new Chance(1)).Next;
        Assert.Equal(["check-in.talk-4"], Keys(Conversation.Step(open, new Input.Text("1"), text, Now.AddHours(-6), new Chance(1))));
    }

    [Theory]
    [InlineData("ចាស ស្វាយទុំ", WordKind.Safe)]
    [InlineData("ស្វាយទុំបាទ", WordKind.Safe)]
    [InlineData("ស្វាយទុំ 🙏", WordKind.Safe)]
    [InlineData("ចាស ចេកអំបូង", WordKind.Duress)]
    [InlineData("ចេកអំបូងបាទ", WordKind.Duress)]
    [InlineData("ចេកអំបូង 🙏", WordKind.Duress)]
    [InlineData("ចេកអំបូង ស្វាយទុំ", WordKind.Wrong)]
    [InlineData("ចាស", WordKind.Wrong)]
    [InlineData("", WordKind.Wrong)]
    public void Whoever_is_polite_by_habit_says_the_word_all_the_same(string said, WordKind kind)
    {
        var turn = Conversation.Step(null, new Input.Text(said), new Circumstances(Channel.Text, Client: SampleClient.In("km")), Now, new Chance(1));
        Assert.Equal(kind, Assert.Single(turn.Effects.OfType<Effect.WordHeard>()).Kind);
    }

    /// <summary>Whoever took the phone compares it with another one, or with a hidden number.</summary>
    [Fact]
    public void By_voice_a_known_phone_hears_what_every_phone_hears_in_the_same_languages()
    {
        Turn? known = null, stranger = null;
        foreach (Input input in new Input[] { new Input.CallStarted(), new Input.Digits("1234"), new Input.Silence(), new Input.Digits("2915") })
        {
            known = Conversation.Step(known?.Next, input, new Circumstances(Channel.Voice, Call: "a", Client: SampleClient.In("km")), Now, new Chance(1));
            stranger = Conversation.Step(stranger?.Next, input, new Circumstances(Channel.Voice, Call: "a", Client: Client.Nobody), Now, new Chance(1));
            Assert.Equal(stranger.Says, known.Says);
            Assert.Equal(stranger.Wait, known.Wait);
        }
    }

    private static string[] Keys(Turn turn) => [.. turn.Says.Select(say => say.Key)];

    /// <summary>Null when the turn betrays nobody.</summary>
    private static string? Wrong(Turn turn, Circumstances caller)
    {
        var allowed = caller.Channel == Channel.Text ? ByText : ByVoice;
        if (turn.Says.Count == 0 || turn.Says.FirstOrDefault(say => !allowed.Contains(say.Key)) is not null)
            return string.Join(' ', turn.Says.Select(say => say.Key));
        var enrolment = caller.Client!.Enrolment;
        var expected = enrolment is null ? "check-in.wrong-number" : enrolment.Talk.Length == 1 ? $"check-in.talk-{enrolment.Talk}" : "check-in.talk-own";
        if (caller.Channel == Channel.Text && turn.Says.Any(say => say.Key != expected))
            return "another talk than was agreed on";
        var phrases = Hotlines.Context.Phrases;
        var words = caller.Channel == Channel.Text ? turn.Texts : turn.Says.Select(say => phrases.Spoken(say.Key, say.Language, say.Values));
        foreach (var text in words.Select(KhmerText.Normalize))
            foreach (var told in Hotlines.Context.Sensitive.Values.SelectMany(list => list))
                if (text.Contains(told, StringComparison.Ordinal))
                    return told;
        return turn.Effects.FirstOrDefault(effect => effect is not (Effect.WordHeard or Effect.PauseClient or Effect.WakeAt or Effect.EndConversation { Outcome: { Flow: "check-in", End: "answered" or "abandoned", Seconds: 0, Province: null, Kind: null, Risk: null } })) is { } effect ? effect.GetType().Name : null;
    }

    private static Circumstances Caller(Random random)
    {
        var language = random.Next(2) == 0 ? "km" : "en";
        var client = random.Next(4) == 0 ? Client.Nobody : SampleClient.In(language, random.Next(6) is var talk && talk == 0 ? "ត្រី១គីឡូ ១២០០០រៀល។" : $"{talk}");
        client = client.Enrolment is null ? client : client with { Standing = (Standing)random.Next(5), Tries = random.Next(4), TriedOn = new DateOnly(2026, 3, 1 + random.Next(28)) };
        return new Circumstances(random.Next(3) == 0 ? Channel.Voice : Channel.Text, random.Next(4) == 0, "KH", random.Next(2) == 0 ? "a" : null, Client: client);
    }

    /// <summary>Nothing, a call before its code, or what the word had opened another day.</summary>
    private static Session? Stored(Random random, Circumstances caller) => random.Next(3) switch
    {
        0 => null,
        1 => InACall(random, caller with { Channel = Channel.Voice }),
        _ => Conversation.Step(null, new Input.Text(caller.Client!.Enrolment?.SafeWord ?? "x"), caller with { Channel = Channel.Text, Client = caller.Client with { Standing = Standing.Active } }, Now.AddDays(-1), Bits(random)).Next,
    };

    private static Session? InACall(Random random, Circumstances caller)
    {
        var session = Conversation.Step(null, new Input.CallStarted(), caller, Now, Bits(random)).Next;
        for (var silences = random.Next(3); silences > 0; silences--)
            session = Conversation.Step(session, new Input.Silence(), caller, Now, Bits(random)).Next;
        return session;
    }

    private static Input Input(Random random, Circumstances caller)
    {
        if (caller.Channel == Channel.Voice)
            return random.Next(5) switch
            {
                0 => new Input.CallStarted(),
                1 => new Input.Silence(),
                2 => new Input.Recording("https://carrier.example/1", 3),
                _ => new Input.Digits(NotTheCode(string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => "0123456789*#"[random.Next(12)])))),
            };
        return new Input.Text(random.Next(10) switch
        {
            < 5 => Khmer[random.Next(Khmer.Length)],
            5 => $"{random.Next(10)}",
            6 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x1780, 0x17FA))),
            7 => Encoding.UTF8.GetString(Enumerable.Range(0, random.Next(60)).Select(_ => (byte)random.Next(256)).ToArray()),
            8 => string.Join(' ', Enumerable.Range(0, random.Next(200)).Select(_ => Khmer[random.Next(Khmer.Length)])),
            _ => new string((char)random.Next(1, 0xFFFF), random.Next(2000)),
        });
    }

    private static string NotTheCode(string keys) => keys.Trim('#') == "4837" ? "4838" : keys;

    private static Chance Bits(Random random) => new(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()));
}
