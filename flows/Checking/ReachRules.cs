using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Every state is reached, leads out, runs in no circle and has help within two keys.</summary>
internal static class ReachRules
{
    private const int Keys = 2;

    public static IEnumerable<Finding> Unreachable(CheckContext context)
    {
        var (byText, byVoice) = (context.Graph(Channel.Text).Reached, context.Graph(Channel.Voice).Reached);
        return context.States.Where(item => new Place(item.Flow.Name, item.State.Name) is var place && !byText.Contains(place) && !byVoice.Contains(place))
            .Select(item => new Finding(item.Flow.File, item.State.Name, "no caller can ever come here"));
    }

    public static IEnumerable<Finding> NoWayOut(CheckContext context) => Each(context, (graph, channel, place, state) =>
        // By text a check-in ends by itself, after twenty minutes, or with the word stop.
        state.WaitsOn(channel) && place.Flow != Everywhere.Flow && !(place.Flow == CheckInPlaces.Flow && channel == Channel.Text) && !graph.Reachable([place]).Any(reached => context.Flows[reached].End is not null)
            ? $"no answer leads to an end by {Name(channel)}"
            : null);

    public static IEnumerable<Finding> Circles(CheckContext context) => Each(context, (graph, channel, place, _) =>
    {
        var seen = new HashSet<Place>();
        var next = new Stack<Place>(graph.AtOnce(place));
        while (next.TryPop(out var after))
            if (after == place)
                return $"it comes back to itself without asking anything by {Name(channel)}";
            else if (seen.Add(after))
                foreach (var further in graph.AtOnce(after))
                    next.Push(further);
        return null;
    });

    /// <summary>A state that a channel enters has to say or ask something there, or lead on.</summary>
    public static IEnumerable<Finding> Silent(CheckContext context) => Each(context, (_, channel, _, state) =>
        state.WaitsOn(channel) && state.Say.Count == 0 ? $"it waits by {Name(channel)} and says nothing" : null);

    /// <summary>Whoever writes today and calls tomorrow goes on where they were, so a question of one channel leads somewhere by the other.</summary>
    public static IEnumerable<Finding> OtherChannel(CheckContext context) =>
        from item in context.States
        where item.Flow.Resumable
        from channel in Enum.GetValues<Channel>()
        where item.State.Asks && !item.State.WaitsOn(channel) && item.State.Goto.All(rule => rule.On != channel)
        select new Finding(item.Flow.File, item.State.Name, $"its \"goto\" has no rule for who goes on by {Name(channel)}, where this is not asked");

    public static IEnumerable<Finding> HelpWithinTwoKeys(CheckContext context) => Each(context, (graph, channel, place, state) =>
        // Before the key code nothing may be offered.
        channel == Channel.Voice && state.WaitsOn(channel) && place != CheckInPlaces.Line && !HelpFrom(context, graph, place)
            ? "a person or a number to call is more than two keys away by voice"
            : null);

    /// <summary>Where a single key is asked, 0 reaches a person; elsewhere one key leads on, or star leads back, and the next may be 0.</summary>
    private static bool HelpFrom(CheckContext context, FlowGraph graph, Place from)
    {
        var here = new HashSet<Place> { from };
        for (var pressed = 0; pressed < Keys; pressed++)
        {
            if (here.Any(place => context.Flows[place].AsksOneKey || place == Everywhere.Person || place == Everywhere.Ringing || place == Everywhere.Help))
                return true;
            here = [.. here.SelectMany(graph.After).SelectMany(place => Waiting(graph, context, place)), .. here.Where(place => context.Flows[place].AskByVoice != Ask.Recording).SelectMany(graph.Before)];
        }

        return here.Any(place => place == Everywhere.Person || place == Everywhere.Help);
    }

    private static IEnumerable<Place> Waiting(FlowGraph graph, CheckContext context, Place place)
    {
        var seen = new HashSet<Place>();
        var next = new Stack<Place>([place]);
        while (next.TryPop(out var at))
            if (seen.Add(at))
                foreach (var after in graph.AtOnce(at))
                    next.Push(after);
        return seen.Where(at => context.Flows[at].WaitsOn(Channel.Voice));
    }

    private static IEnumerable<Finding> Each(CheckContext context, Func<FlowGraph, Channel, Place, State, string?> rule)
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var graph = context.Graph(channel);
            foreach (var (flow, state) in context.States)
                if (new Place(flow.Name, state.Name) is var place && graph.Reached.Contains(place) && rule(graph, channel, place, state) is { } sentence)
                    yield return new Finding(flow.File, state.Name, sentence);
        }
    }

    private static string Name(Channel channel) => channel == Channel.Text ? "text" : "voice";
}
