using System.Text;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>A flow as a Mermaid state diagram.</summary>
public static class FlowDiagram
{
    public static string Of(Flow flow)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("  [*] --> ").Append(Id(flow.Start)).Append('\n');
        foreach (var state in flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal))
        {
            text.Append("  state \"").Append(state.Name).Append(Kind(state)).Append("\" as ").Append(Id(state.Name)).Append('\n');
            foreach (var choice in state.Choices)
                Arrows(text, state, choice.Goto.Count > 0 ? choice.Goto : state.Goto, choice.Value.Length > 0 ? choice.Key + " " + choice.Value : choice.Key);
            if (state.Choices.Count == 0)
                Arrows(text, state, state.Goto, "");
            Arrows(text, state, state.Words, "a story");
            if (state.End is { } end)
                text.Append("  ").Append(Id(state.Name)).Append(" --> [*]: ").Append(end).Append('\n');
        }

        return text.ToString();
    }

    private static void Arrows(StringBuilder text, State state, IReadOnlyList<Rule> rules, string label)
    {
        foreach (var rule in rules)
        {
            var condition = string.Join(' ', new[] { rule.If, rule.Is, rule.On?.ToString().ToLowerInvariant() }.OfType<string>());
            var note = string.Join(", ", new[] { label, condition }.Where(part => part.Length > 0));
            text.Append("  ").Append(Id(state.Name)).Append(" --> ").Append(Id(rule.To));
            text.Append(note.Length > 0 ? ": " + note.Replace("@", "", StringComparison.Ordinal) : "").Append('\n');
        }
    }

    private static string Kind(State state) => (state.AskByText, state.AskByVoice) switch
    {
        (Ask.Nothing, Ask.Nothing) => "",
        var (text, voice) when text == voice => $" ({text})".ToLowerInvariant(),
        (Ask.Nothing, var voice) => $" (voice: {voice})".ToLowerInvariant(),
        (var text, Ask.Nothing) => $" (text: {text})".ToLowerInvariant(),
        var (text, voice) => $" (text: {text}, voice: {voice})".ToLowerInvariant(),
    };

    private static string Id(string name) => name.Replace("@", "to_", StringComparison.Ordinal).Replace('-', '_').Replace('/', '_');
}
