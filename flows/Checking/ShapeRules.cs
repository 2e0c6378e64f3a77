using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>Targets exist, lists end, keys are usable.</summary>
internal static class ShapeRules
{
    public static IEnumerable<Finding> All(CheckContext context) =>
        Needed(context).Concat(context.Flows.All.SelectMany(flow => OfFlow(context, flow))).Concat(context.States.SelectMany(item => OfState(context, item.Flow, item.State))).Concat(CodeRules.All(context));

    private static IEnumerable<Finding> Needed(CheckContext context) =>
        Everywhere.All.Where(place => context.Flows.Find(place) is null)
            .Select(place => new Finding(place.Flow + ".json", place.State, "the engine needs this state and it is not there"));

    private static IEnumerable<Finding> OfFlow(CheckContext context, Flow flow)
    {
        Finding Error(string state, string sentence) => new(flow.File, state, sentence);
        if (flow.Name + ".json" != flow.File)
            yield return Error("-", $"the file has to be called {flow.Name}.json");
        if (!flow.States.ContainsKey(flow.Start))
            yield return Error("-", $"the start \"{flow.Start}\" is not a state");
        foreach (var (old, state) in flow.Moved)
            if (!flow.States.ContainsKey(state))
                yield return Error("-", $"\"moved\" sends \"{old}\" to \"{state}\", which is not a state");
        foreach (var finding in OfRules(context, flow, "-", "done", flow.Done))
            yield return finding;
    }

    private static IEnumerable<Finding> OfState(CheckContext context, Flow flow, State state)
    {
        Finding Error(string sentence) => new(flow.File, state.Name, sentence);
        foreach (var finding in OfRules(context, flow, state.Name, "goto", state.Goto).Concat(OfRules(context, flow, state.Name, "words", state.Words)))
            yield return finding;
        foreach (var choice in state.Choices)
        {
            foreach (var finding in OfRules(context, flow, state.Name, $"choice {choice.Key}", choice.Goto))
                yield return finding;
            if (choice.Key is "0" or "9" or "#" || choice.Key.Length != 1 || !(char.IsAsciiDigit(choice.Key[0]) || choice.Key == "*"))
                yield return Error($"the key \"{choice.Key}\" may not be a choice: 0, 9 and # mean the same everywhere, and one key is one character");
            if (choice.Goto.Count == 0 && state.Goto.Count == 0)
                yield return Error($"choice {choice.Key} leads nowhere");
        }

        var asksChoice = state.AskByText == Ask.Choice || state.AskByVoice == Ask.Choice;
        if (asksChoice && state.Choices.Count == 0)
            yield return Error("it asks for a choice and has no choices");
        var asksItem = state.AskByText == Ask.Item || state.AskByVoice == Ask.Item;
        if (asksItem != state.List is not null || (asksItem && state.Keep is null))
            yield return Error("an item needs \"list\" and \"keep\", and only an item has a list");
        if (!asksChoice && !asksItem && state.Choices.Count > 0)
            yield return Error("it has choices and does not ask for one");
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var keys = state.Choices.Where(choice => choice.On(channel)).Select(choice => choice.Key).ToArray();
            if (keys.Distinct().Count() != keys.Length)
                yield return Error("two choices have the same key");
            if (state.AskBy(channel) == Ask.Choice && !keys.Where(key => key != "*").SequenceEqual(Enumerable.Range(1, keys.Count(key => key != "*")).Select(n => $"{n}")))
                yield return Error("its keys have to be 1, 2, 3 and so on without a gap");
        }

        if (state.AskByVoice == Ask.Choice && state.Choices.Count(choice => choice.On(Channel.Voice)) > 4)
            yield return Error("it offers more than four choices at once by voice");
        if (state.End is null && state.Goto.Count == 0 && !asksChoice)
            yield return Error("it neither ends nor leads on");
        if (state.End is not null && (asksChoice || state.Goto.Count > 0))
            yield return Error("it ends and leads on at once");
        foreach (var said in state.Say.Where(key => key.StartsWith('@') && !SayThe.All.Contains(key)))
            yield return Error($"it says \"{said}\", which is nothing that can be said");
        if (state.AskByText is Ask.Recording or Ask.Dial)
            yield return Error("a recording cannot be sent by text, and nobody is rung");
        if (state.AskByVoice is Ask.Place or Ask.Words)
            yield return Error("by voice nothing is understood but keys and recordings");
    }

    private static IEnumerable<Finding> OfRules(CheckContext context, Flow flow, string state, string where, IReadOnlyList<Rule> rules)
    {
        if (rules.Count == 0)
            yield break;
        Finding Error(string sentence) => new(flow.File, state, sentence);
        if (rules[^1] is not { If: null, On: null })
            yield return Error($"the last rule of \"{where}\" has a condition, so there may be no way on");
        foreach (var rule in rules)
        {
            if (rule.Is is not null && rule.If is null)
                yield return Error($"a rule of \"{where}\" has \"is\" without \"if\"");
            if (rule.If is ['@', ..] condition && !Condition.All.Contains(condition))
                yield return Error($"\"{where}\" asks for \"{condition}\", which is no condition");
            if (Target.All.Contains(rule.To))
                continue;
            if (rule.To.StartsWith('@') || context.Flows.Find(FlowSet.Resolve(flow.Name, rule.To)) is null)
                yield return Error($"\"{where}\" leads to \"{rule.To}\", which is not a state");
        }
    }
}
