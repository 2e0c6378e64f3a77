using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Reads all flows and catalogues together and says what is unsafe or broken. An empty answer is the condition for starting.</summary>
public static class FlowCheck
{
    private static readonly Func<CheckContext, IEnumerable<Finding>>[] Later =
    [
        ReachRules.Unreachable, ReachRules.NoWayOut, ReachRules.Circles, ReachRules.HelpWithinTwoKeys, ReachRules.Silent, ReachRules.OtherChannel,
        PromptRules.Missing, PromptRules.Placeholders, PromptRules.AnswerPlaceholders, PromptRules.Budgets, PromptRules.Unused, NeutralRules.Sensitive, NumberRules.Empty,
        TipRules.All,
    ];

    public static IReadOnlyList<Finding> All(CheckContext context)
    {
        // What follows walks the flows, so first every target has to exist.
        var shape = ShapeRules.All(context).ToList();
        return shape.Count > 0 ? shape : [.. Later.SelectMany(rule => rule(context)).Distinct()];
    }
}
