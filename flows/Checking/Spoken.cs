using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Localization.Answers;

namespace Hotline.Flows.Checking;

/// <summary>Which prompts are said on which channel, and by which state.</summary>
internal static class Spoken
{
    /// <summary>Prompts that no state names: the engine or the shell says them.</summary>
    private static readonly (string Key, Channel Channel)[] ByTheEngine =
    [
        ("everywhere.missed", Channel.Text), ("everywhere.missed", Channel.Voice), ("everywhere.noted", Channel.Text), ("everywhere.danger-words", Channel.Text),
        ("everywhere.seen", Channel.Text), ("everywhere.broken", Channel.Text), ("everywhere.broken", Channel.Voice), ("everywhere.offer", Channel.Text), ("everywhere.offer", Channel.Voice),
        .. Enumerable.Range(0, 10).Select(n => ($"say.{n}", Channel.Voice)), ("say.plus", Channel.Voice), ("say.or", Channel.Voice),
        .. TipPrompts.All,
        .. CheckInPrompts.All,
        .. StaffPrompts.All, .. RingPrompts.All,
    ];

    public static IEnumerable<Said> All(CheckContext context)
    {
        foreach (var (key, channel) in ByTheEngine)
            yield return new("everywhere.json", "-", key, channel, true);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var reached = context.Graph(channel).Reached;
            foreach (var (flow, state) in context.States)
            {
                // A question of the other channel is passed in silence.
                if (!reached.Contains(new Place(flow.Name, state.Name)) || (state.Asks && !state.WaitsOn(channel)))
                    continue;
                foreach (var key in state.Say.SelectMany(key => Keys(context, key, channel)).Concat(state.AskBy(channel) == Ask.Item ? Names(context, state.List) : []))
                    yield return new(flow.File, state.Name, key, channel, flow.Neutral);
                if (state.AskBy(channel) == Ask.Code)
                    foreach (var key in CodePrompts.On(channel))
                        yield return new(flow.File, state.Name, key, channel, true);
                if (state.AskBy(channel) is var ask && ask is not (Ask.Nothing or Ask.Dial))
                    yield return new(flow.File, state.Name, "everywhere.again-" + Walk.AskName(ask), channel, true);
            }
        }
    }

    private static IEnumerable<string> Keys(CheckContext context, string key, Channel channel) => key switch
    {
        SayThe.Answer => Entries(context).Select(entry => AnswerPrompts.Answer(entry.Id)).Concat(["abroad.stale", "abroad.gone"]),
        SayThe.More when channel == Channel.Voice => [],
        SayThe.More => Entries(context).Select(entry => AnswerPrompts.More(entry.Id)).Where(more => context.Phrases.Find(more) is not null).Append("abroad.checked"),
        // Any of the standard answers may be given.
        SayThe.Replies => context.Phrases.Catalogues[0].Prompts.Select(prompt => prompt.Key).Where(name => name.StartsWith(Reply.Presets, StringComparison.Ordinal) && (channel == Channel.Text || name != Reply.InWriting)),
        _ => [key],
    };

    private static IEnumerable<string> Names(CheckContext context, ListOf? list) => list switch
    {
        ListOf.Groups => Groups(context).Select(group => AnswerPrompts.Group(group.Id)),
        ListOf.Topics => Groups(context).SelectMany(group => group.Topics).Select(topic => AnswerPrompts.Topic(topic.Id)),
        _ => Entries(context).Select(entry => AnswerPrompts.Question(entry.Id)).Append("abroad.more-of-them"),
    };

    private static IReadOnlyList<AnswerEntry> Entries(CheckContext context) => context.Phrases.Bank?.All ?? [];

    private static IReadOnlyList<AnswerGroup> Groups(CheckContext context) => context.Phrases.Bank?.Groups ?? [];
}
