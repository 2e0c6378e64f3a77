using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Codes are kept where the engine looks, and whoever's code opens nothing hears so.</summary>
internal static class CodeRules
{
    public static IEnumerable<Finding> All(CheckContext context) => context.States.SelectMany(item => OfState(item.Flow, item.State));

    private static IEnumerable<Finding> OfState(Flow flow, State state)
    {
        Finding Error(string sentence) => new(flow.File, state.Name, sentence);
        if ((state.AskByText == Ask.Code || state.AskByVoice == Ask.Code) && state.Keep != Slot.Code)
            yield return Error($"it asks for a code and does not keep it in \"{Slot.Code}\"");
        if (state.Lookup != Sought.Nothing && (state.Asks || state.End is not null || !Knows(state, Condition.Slow) || !Knows(state, Condition.Found)))
            yield return Error($"it looks something up, so it may not ask or end, and its \"goto\" needs rules for {Condition.Slow} and {Condition.Found}");
        if (state.Amend is not null && !state.Asks)
            yield return Error("it amends a report and asks nothing");
    }

    private static bool Knows(State state, string condition) => state.Goto.Any(rule => rule.If == condition);
}
