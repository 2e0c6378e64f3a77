using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>Which slots a conversation may still look at from a place on. What nothing in it looks at any more tells no two sessions apart.</summary>
internal sealed class Liveness
{
    private readonly Dictionary<Place, HashSet<string>> live = [];
    private readonly Dictionary<string, HashSet<string>> compared = new(StringComparer.Ordinal);

    public Liveness(FlowSet flows)
    {
        var graphs = Enum.GetValues<Channel>().Select(channel => new FlowGraph(flows, channel)).ToArray();
        var places = flows.All.SelectMany(flow => flow.States.Values.Select(state => (Place: new Place(flow.Name, state.Name), Flow: flow, State: state))).ToList();
        foreach (var (place, flow, state) in places)
            live[place] = [.. RulesOf(state).Concat(flow.Done).SelectMany(Read), .. Listed(state), .. state.AskByText == Ask.Code ? new[] { Slot.Code } : [], .. state.Say.Any(SayThe.All.Contains) ? new[] { Slot.Answer, Slot.Asked } : []];
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (place, _, state) in places)
                foreach (var slot in graphs.SelectMany(graph => graph.After(place)).Distinct().Where(after => after.Flow == place.Flow).SelectMany(after => live.GetValueOrDefault(after, [])).ToList())
                    // What is asked here is answered anew before anything looks at it.
                    grown |= slot != state.Keep && live[place].Add(slot);
        }
    }

    /// <summary>In order, so that the same answers give the same text.</summary>
    public IEnumerable<string> At(Place place) => live.TryGetValue(place, out var slots) ? slots.Order(StringComparer.Ordinal) : [];

    /// <summary>The values a rule asks for; of a slot that none compares only its presence counts.</summary>
    public IReadOnlySet<string>? ComparedTo(string slot) => compared.GetValueOrDefault(slot);

    private static IEnumerable<Rule> RulesOf(State state) => state.Goto.Concat(state.Words).Concat(state.Choices.SelectMany(choice => choice.Goto));

    private IEnumerable<string> Read(Rule rule)
    {
        if (rule.If is null)
            return [];
        if (rule.Is is { } value)
        {
            if (!compared.TryGetValue(rule.If, out var values))
                compared[rule.If] = values = new(StringComparer.Ordinal);
            values.Add(value);
        }

        return rule.If == Condition.Elsewhere ? [Slot.Alert, Condition.Elsewhere] : rule.If == Condition.Warnings ? [Condition.Warnings] : rule.If.StartsWith('@') ? [] : [rule.If];
    }

    private static string[] Listed(State state) => state.List switch
    {
        ListOf.Topics => [Slot.Group, Slot.Page],
        ListOf.Answers => [Slot.Topic, Slot.Page],
        ListOf.Country => [Slot.Destination, Slot.Page],
        ListOf.Found => [Slot.Found, Slot.Page],
        null => [],
        _ => [Slot.Page],
    };
}
