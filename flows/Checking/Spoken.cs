using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Which prompts are said on which channel, and by which state.</summary>
internal static class Spoken
{
    /// <summary>Prompts that no state names: the engine or the shell says them.</summary>
    private static readonly (string Key, Channel Channel)[] ByTheEngine =
    [
        ("everywhere.missed", Channel.Text), ("everywhere.missed", Channel.Voice), ("everywhere.noted", Channel.Text), ("everywhere.danger-words", Channel.Text),
        ("everywhere.broken", Channel.Text), ("everywhere.broken", Channel.Voice), ("everywhere.offer", Channel.Text), ("everywhere.offer", Channel.Voice),
        .. Enumerable.Range(0, 10).Select(n => ($"say.{n}", Channel.Voice)), ("say.plus", Channel.Voice), ("say.or", Channel.Voice),
    ];

    public static IEnumerable<(string File, string State, string Key, Channel Channel, bool Neutral)> All(CheckContext context)
    {
        foreach (var (key, channel) in ByTheEngine)
            yield return ("everywhere.json", "-", key, channel, true);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var graph = new FlowGraph(context.Flows, channel);
            var reached = graph.Reachable(graph.Entrances());
            foreach (var (flow, state) in context.States)
            {
                // A question of the other channel is passed in silence.
                if (!reached.Contains(new Place(flow.Name, state.Name)) || (state.Asks && !state.WaitsOn(channel)))
                    continue;
                foreach (var key in state.Say)
                    yield return (flow.File, state.Name, key, channel, flow.Neutral);
                if (state.AskBy(channel) is var ask && ask != Ask.Nothing)
                    yield return (flow.File, state.Name, "everywhere.again-" + ask.ToString().ToLowerInvariant(), channel, true);
            }
        }
    }
}
