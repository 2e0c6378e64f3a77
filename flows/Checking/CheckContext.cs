using Hotline.Flows.Engine;
using Hotline.Flows.Files;
using Hotline.Localization;
using Hotline.Localization.Tips;

namespace Hotline.Flows.Checking;

/// <summary>All that the checker looks at together. What several rules ask for is worked out once, since they run at every start.</summary>
/// <param name="Sensitive">Words by language that may not stand where anyone may read; normalised.</param>
/// <param name="Promising">Words by language that sound like a promise; normalised, small letters.</param>
/// <param name="Tips">What people get who asked for tips.</param>
public sealed record CheckContext(FlowSet Flows, Phrasebook Phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> Sensitive, IReadOnlyDictionary<string, IReadOnlyList<string>>? Promising = null, TipBook? Tips = null)
{
    private readonly FlowGraph byText = new(Flows, Channel.Text), byVoice = new(Flows, Channel.Voice);
    private IReadOnlyList<StateOfFlow>? states;
    private IReadOnlyList<Said>? said;
    private Longest? longest;

    public IReadOnlyList<StateOfFlow> States => states ??=
        [.. Flows.All.SelectMany(flow => flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => new StateOfFlow(flow, state)))];

    internal FlowGraph Graph(Channel channel) => channel == Channel.Text ? byText : byVoice;

    /// <summary>Only once every target is known to exist: it walks the flows.</summary>
    internal IReadOnlyList<Said> Said => said ??= [.. Spoken.All(this)];

    internal Longest Longest => longest ??= new(Phrases);
}
