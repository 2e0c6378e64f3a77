using Hotline.Flows.Checking;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Functions.Transcripts;
using Xunit;

namespace Hotline.Tests.Golden;

/// <summary>The transcripts together go everywhere a caller can go and say everything that can be said.</summary>
public sealed class CoverageTests
{
    /// <summary>Clips of spoken numbers, what the program says when it is itself broken, and the bank, which another test walks through; and what is written first.</summary>
    private static readonly string[] SaidOutside = ["say.", "everywhere.broken", "answer.", "topic.", "group.", "abroad.gone", "check-in.busy", "check-in.opener-", "tips.rang-", "staff.", "check-in.hello", "ring."];

    private static readonly Lazy<(HashSet<string> Choices, HashSet<string> Prompts, HashSet<string> Places)> Seen = new(Watch);

    [Fact]
    public void Every_answer_of_every_question_is_given_once_on_every_channel()
    {
        var expected = from channel in Enum.GetValues<Channel>()
                       from item in Hotlines.Context.States
                       where item.State.AskBy(channel) == Ask.Choice
                       from choice in item.State.Choices
                       where choice.On(channel)
                       select $"{channel} {item.Flow.Name}/{item.State.Name} {choice.Key}";
        Assert.Equal("", string.Join("\n", expected.Where(one => !Seen.Value.Choices.Contains(one))));
    }

    [Fact]
    public void Every_prompt_is_said_once_in_every_language_and_on_every_channel()
    {
        var expected = from catalogue in Hotlines.Context.Phrases.Catalogues
                       from prompt in catalogue.Prompts
                       where !SaidOutside.Any(start => prompt.Key.StartsWith(start, StringComparison.Ordinal))
                       from channel in Enum.GetValues<Channel>()
                       where (channel == Channel.Text ? prompt.Text : prompt.Voice) is not null
                       select $"{channel} {catalogue.Language} {prompt.Key}";
        Assert.Equal("", string.Join(", ", expected.Where(one => !Seen.Value.Prompts.Contains(one))));
    }

    [Fact]
    public void Every_state_that_waits_is_waited_in()
    {
        var expected = from channel in Enum.GetValues<Channel>()
                       from item in Hotlines.Context.States
                       where item.State.WaitsOn(channel)
                       select $"{channel} {item.Flow.Name}/{item.State.Name}";
        Assert.Equal("", string.Join(", ", expected.Where(one => !Seen.Value.Places.Contains(one))));
    }

    [Fact]
    public void Nothing_is_said_on_a_channel_where_it_has_no_words()
    {
        var without = from said in Seen.Value.Prompts
                      let parts = said.Split(' ')
                      let prompt = Hotlines.Context.Phrases.Find(parts[2], parts[1])
                      where (parts[0] == "Text" ? prompt.Text : prompt.Voice) is null
                      select said;
        Assert.Equal("", string.Join(", ", without));
    }

    [Fact]
    public void No_sentence_is_sent_with_a_hole_in_it()
    {
        foreach (var name in Transcript.Names)
            foreach (var line in Transcript.Load(name).Lines.Where(line => line.StartsWith("< ", StringComparison.Ordinal) || line.StartsWith("    ", StringComparison.Ordinal)))
                Assert.False(line.Contains(" .", StringComparison.Ordinal) || line.Contains(" ។", StringComparison.Ordinal) || line.Contains("  ", StringComparison.Ordinal) && line.TrimStart().Contains("  ", StringComparison.Ordinal), $"{name}: {line}");
    }

    private static (HashSet<string>, HashSet<string>, HashSet<string>) Watch()
    {
        HashSet<string> choices = [], prompts = [], places = [];
        foreach (var name in Transcript.Names)
        {
            var (script, inputs) = Transcript.Load(name).Start();
            foreach (var input in inputs)
            {
                var before = script.Session;
                script.Take(input);
                if (before is not null && before.Channel == script.Channel && input.Length == 1)
                    choices.Add($"{script.Channel} {before.Place} {input}");
                if (script.Session is { } after)
                    places.Add($"{after.Channel} {after.Place}");
                foreach (var said in script.Latest?.Says ?? [])
                    prompts.Add($"{script.Channel} {said.Language} {said.Key}");
            }
        }

        return (choices, prompts, places);
    }
}
