using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Localization.Khmer;
using Hotline.Tests.Golden;
using Hotline.Tests.Properties;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>Random talk on the check-in line, the words among it: whatever is said and pressed, the public line is never heard here.</summary>
public sealed class AfterTheWordTests
{
    private const int Turns = 40_000;
    private const int Seed = 4837;

    [Fact]
    public void Random_check_ins_go_everywhere_and_nowhere_else()
    {
        var random = new Random(Seed);
        var mouth = new Mouth(random, new Desk(random));
        var places = new HashSet<string>(StringComparer.Ordinal);
        var now = new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
        byte[]? stored = null;
        Wait? wait = null;
        var caller = new Circumstances(Channel.Text, false, "KH", "a", Client: SampleClient.In("km"));
        for (var i = 0; i < Turns; i++)
        {
            if (random.Next(40) == 0)
                (caller, wait) = (caller with { Channel = (Channel)random.Next(2), Call = $"{random.Next(1000)}", Client = SampleClient.In(random.Next(2) == 0 ? "km" : "en") with { Answered = random.Next(7) } }, null);
            now += TimeSpan.FromSeconds(random.Next(100));
            var before = stored is null ? null : SessionJson.Read(stored);
            var input = Say(random, mouth, caller, before, wait);
            var turn = Hotlines.Conversation.Step(before, input, caller, now, new Chance((ulong)random.NextInt64()));
            Judge(turn, caller, input);
            caller = caller with { Client = caller.Client!.After(turn.Effects, CheckInPlan.Today(now)) with { Standing = Standing.Active } };
            (stored, wait) = (turn.Next is null ? null : SessionJson.Write(turn.Next), turn.Wait);
            if (turn.Next is { } next)
                places.Add($"{next.Channel} {next.Place}");
        }

        var all = from channel in Enum.GetValues<Channel>()
                  from state in Hotlines.Context.Flows[CheckInPlaces.Flow].States.Values
                  where state.WaitsOn(channel)
                  select $"{channel} {CheckInPlaces.Flow}/{state.Name}";
        Assert.Equal("", string.Join(", ", all.Except(places)));
    }

    private static Input Say(Random random, Mouth mouth, Circumstances caller, Session? before, Wait? wait)
    {
        var enrolment = caller.Client!.Enrolment!;
        if (random.Next(60) == 0)
            return new Input.Due();
        if (caller.Channel == Channel.Text)
            return random.Next(5) == 0 ? new Input.Text(random.Next(4) == 0 ? enrolment.DuressWord! : enrolment.SafeWord!) : mouth.Text(patient: false).Input;
        if (before is null)
            return new Input.CallStarted();
        return before.Place == CheckInPlaces.Line && random.Next(3) > 0 ? new Input.Digits(random.Next(4) == 0 ? enrolment.DuressCode! : enrolment.SafeCode!) : mouth.Voice(wait).Input;
    }

    private static void Judge(Turn turn, Circumstances caller, Input input)
    {
        Assert.All(turn.Says, say => Assert.StartsWith("check-in.", say.Key, StringComparison.Ordinal));
        Assert.Equal(input is Input.Due or Input.HangUp, turn.Says.Count == 0);
        Assert.True(turn.Next is null || turn.Next.Flow == CheckInPlaces.Flow);
        Assert.True(turn.Next is null || turn.Next.WakeAt > 0);
        Assert.DoesNotContain(turn.Effects, effect => effect is Effect.FileReport or Effect.RaiseAlert or Effect.KeepContact or Effect.OptOut);
        Assert.All(turn.Effects.OfType<Effect.EndConversation>(), end => Assert.Equal((CheckInPlaces.Flow, 0L, null, null, null, null), (end.Outcome.Flow, end.Outcome.Seconds, end.Outcome.Province, end.Outcome.Kind, end.Outcome.Risk, end.Outcome.Campaign)));
        var phrases = Hotlines.Context.Phrases;
        var words = caller.Channel == Channel.Text ? turn.Texts : turn.Says.Select(say => phrases.Spoken(say.Key, say.Language, say.Values));
        Assert.All(words.Select(KhmerText.Normalize), text => Assert.DoesNotContain(Hotlines.Context.Sensitive.Values.SelectMany(list => list), told => text.Contains(told, StringComparison.Ordinal)));
        Assert.True(Localization.Phrasebook.Segments(turn.Texts) <= 1);
    }
}
