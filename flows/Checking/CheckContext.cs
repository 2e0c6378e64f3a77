using Hotline.Flows.Files;
using Hotline.Localization;

namespace Hotline.Flows.Checking;

/// <summary>All that the checker looks at together.</summary>
/// <param name="Sensitive">Words by language that may not stand where anyone may read; normalised.</param>
/// <param name="Promising">Words by language that sound like a promise; normalised, small letters.</param>
public sealed record CheckContext(FlowSet Flows, Phrasebook Phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> Sensitive, IReadOnlyDictionary<string, IReadOnlyList<string>>? Promising = null)
{
    public IEnumerable<(Flow Flow, State State)> States =>
        Flows.All.SelectMany(flow => flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => (flow, state)));
}
