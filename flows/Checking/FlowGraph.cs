using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Which state may follow which, by channel. Conditions are taken as if each could hold.</summary>
public sealed class FlowGraph(FlowSet flows, Channel channel)
{
    // Asked again and again by every rule of the checker, which runs at each start.
    private readonly Dictionary<Place, Place[]> after = [];
    private ILookup<Place, Place>? before;
    private HashSet<Place>? reached;

    /// <summary>Wherever a caller can come.</summary>
    public IReadOnlySet<Place> Reached => reached ??= Reachable(Entrances());

    /// <summary>Every way on that an answer, a skip or the state itself may take.</summary>
    public IReadOnlyList<Place> After(Place place)
    {
        if (!after.TryGetValue(place, out var found))
            after[place] = found = [.. WaysOn(place)];
        return found;
    }

    /// <summary>Where "back" may lead: whatever waits and comes just before.</summary>
    public IEnumerable<Place> Before(Place place) => (before ??= WaitingBefore())[place];

    /// <summary>Ways that wait for nobody.</summary>
    public IEnumerable<Place> AtOnce(Place place) => flows[place].WaitsOn(channel) ? [] : Targets(place.Flow, flows[place].Goto);

    public HashSet<Place> Reachable(IEnumerable<Place> from)
    {
        var seen = new HashSet<Place>();
        var next = new Stack<Place>(from);
        while (next.TryPop(out var place))
            if (seen.Add(place))
                foreach (var further in After(place))
                    next.Push(further);
        return seen;
    }

    /// <summary>Where a caller can come in without having answered anything.</summary>
    public IEnumerable<Place> Entrances()
    {
        IEnumerable<Place> all = [Everywhere.Door, Everywhere.Person, Everywhere.Offer];
        all = channel == Channel.Voice
            ? all.Concat([Everywhere.Options, Everywhere.Bye, Everywhere.GaveUp, CheckInPlaces.Line, CheckInPlaces.Person, CheckInPlaces.Options, CheckInPlaces.Bye, CheckInPlaces.GaveUp])
            : all.Concat([Everywhere.Help, Everywhere.Stop, Everywhere.NoTips, Everywhere.Erase, Everywhere.Language, Everywhere.Khmer, Everywhere.English, Everywhere.Thanks, Everywhere.Code, Everywhere.Safe, Everywhere.Asked, Everywhere.Tips, Everywhere.TipsLeft, CheckInPlaces.Start, CheckInPlaces.Stop]);
        return all.Concat(flows.All.SelectMany(flow => Targets(flow.Name, flow.Done)));
    }

    private IEnumerable<Place> WaysOn(Place place)
    {
        var state = flows[place];
        var ways = Targets(place.Flow, state.Goto);
        if (state.AskBy(channel) is Ask.Choice or Ask.Item)
            ways = ways.Concat(state.Choices.Where(choice => choice.On(channel)).SelectMany(choice => Targets(place.Flow, choice.Goto)));
        if (channel == Channel.Text)
            ways = ways.Concat(Targets(place.Flow, state.Words));
        return ways.Distinct();
    }

    private ILookup<Place, Place> WaitingBefore() =>
        flows.All.SelectMany(flow => flow.States.Values.Where(state => state.WaitsOn(channel)).Select(state => new Place(flow.Name, state.Name)))
            .SelectMany(from => After(from).Select(to => (from, to)))
            .ToLookup(way => way.to, way => way.from);

    /// <summary>Rules in order, up to the one that always holds on this channel.</summary>
    private IEnumerable<Place> Targets(string flow, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.On is null || rule.On == channel))
        {
            if (!Target.All.Contains(rule.To))
                yield return FlowSet.Resolve(flow, rule.To);
            if (rule.If is null)
                yield break;
        }
    }
}
