using System.Collections.Frozen;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>All flows together, by name.</summary>
public sealed class FlowSet(IEnumerable<Flow> flows)
{
    private readonly FrozenDictionary<string, Flow> byName = flows.ToFrozenDictionary(flow => flow.Name, StringComparer.Ordinal);

    public IEnumerable<Flow> All => byName.Values.OrderBy(flow => flow.Name, StringComparer.Ordinal);

    public Flow this[string name] => byName[name];

    public Flow? Find(string name) => byName.GetValueOrDefault(name);

    public State this[Place place] => byName[place.Flow].States[place.State];

    public State? Find(Place place) => Find(place.Flow)?.States.GetValueOrDefault(place.State);

    /// <summary>A target as written in a flow: a state of the same flow, or "flow/state".</summary>
    public static Place Resolve(string flow, string target) => target.Contains('/', StringComparison.Ordinal) ? Place.Parse(target) : new Place(flow, target);
}
