using Hotline.Flows.Files;
using Hotline.Localization;
using Hotline.Localization.Tips;

namespace Hotline.Flows.Checking;

/// <summary>All that the checker looks at together.</summary>
/// <param name="Sensitive">Words by language that may not stand where anyone may read; normalised.</param>
/// <param name="Promising">Words by language that sound like a promise; normalised, small letters.</param>
/// <param name="Tips">What people get who asked for tips.</param>
public sealed record CheckContext(FlowSet Flows, Phrasebook Phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> Sensitive, IReadOnlyDictionary<string, IReadOnlyList<string>>? Promising = null, TipBook? Tips = null)
{
    public IEnumerable<(Flow Flow, State State)> States =>
        Flows.All.SelectMany(flow => flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => (flow, state)));
}
