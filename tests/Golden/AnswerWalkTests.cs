using System.Globalization;
using Hotline.Flows.Engine;
using Hotline.Functions.Transcripts;
using Hotline.Localization.Answers;
using Xunit;

namespace Hotline.Tests.Golden;

/// <summary>Every answer about work abroad is reached by keys alone, by text and by voice, in both languages.</summary>
public sealed class AnswerWalkTests
{
    private static readonly AnswerBank Bank = Hotlines.Context.Phrases.Bank!;

    public static TheoryData<string> Ids => [.. Bank.All.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_answer_is_reached_by_three_keys(string id)
    {
        var entry = Bank.Find(id)!;
        var group = Bank.Groups.ToList().FindIndex(one => one.Topics.Any(topic => topic.Id == entry.Topic));
        var topic = Bank.Groups[group].Topics.ToList().FindIndex(one => one.Id == entry.Topic);
        var item = Bank.Of(entry.Topic).ToList().FindIndex(other => other.Id == id);
        foreach (var channel in Enum.GetValues<Channel>())
            foreach (var language in new[] { "km", "en" })
            {
                var script = new Script(Hotlines.Conversation, channel);
                foreach (var line in Start(channel, language).Concat(["2", "1", Key(group), Key(topic), Key(item)]))
                    script.Take(line);
                var said = Assert.Single(script.Latest!.Says, say => say.Key == AnswerPrompts.Answer(id));
                Assert.Equal(language, said.Language);
                Assert.Equal(new Place("abroad", "after"), script.Session!.Place);
                script.Take("1");
                Assert.Contains(script.Latest!.Says, say => say.Key == (channel == Channel.Voice ? AnswerPrompts.Answer(id) : "abroad.checked"));
            }
    }

    [Fact]
    public void Each_topic_has_as_many_answers_as_there_are_keys() =>
        Assert.All(Bank.Groups.SelectMany(group => group.Topics), topic => Assert.InRange(Bank.Of(topic.Id).Count(), 1, 4));

    private static string Key(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Start(Channel channel, string language) => channel == Channel.Voice
        ? ["call", language == "km" ? "1" : "2"]
        : [language == "km" ? "សួស្តី" : "hello"];
}
