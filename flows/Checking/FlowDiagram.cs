using System.Text;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>
/// A flow as a Mermaid state diagram: the questions, and every state that says something. Answers stand on the arrows in words; answers that lead the same way
/// share one. What can be said everywhere is left out, or nothing else could be seen.
/// </summary>
public static class FlowDiagram
{
    /// <summary>The overview, then every flow, as one Markdown text.</summary>
    public static string All(FlowSet flows)
    {
        var text = new StringBuilder("## Overview\n\n```mermaid\n").Append(OverviewDiagram.Of(flows)).Append("```\n");
        foreach (var flow in flows.All)
            text.Append("\n## ").Append(flow.Name).Append("\n\n```mermaid\n").Append(Of(flow)).Append("```\n");
        return text.Append("\nLeft out: help, a person, stop, erase, language, back and repeat, which every question understands.\n").ToString();
    }

    public static string Of(Flow flow)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        text.Append("  [*] --> ").Append(Id(flow.Start)).Append('\n');
        foreach (var state in flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal))
        {
            text.Append("  state \"").Append(state.Name).Append(Kind(state)).Append("\" as ").Append(Id(state.Name)).Append('\n');
            foreach (var arrow in Arrows(state).GroupBy(arrow => arrow.To))
                text.Append("  ").Append(Id(state.Name)).Append(" --> ").Append(Id(arrow.Key)).Append(Note(arrow.Select(one => one.Label))).Append('\n');
            if (state.End is { } end)
                text.Append("  ").Append(Id(state.Name)).Append(" --> [*]: ").Append(end).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string To, string Label)> Arrows(State state)
    {
        foreach (var choice in state.Choices)
            foreach (var rule in choice.Goto.Count > 0 ? choice.Goto : state.Goto)
                yield return (rule.To, With(choice.Value.Length > 0 ? choice.Value : choice.Key, rule));
        if (state.Choices.Count == 0)
            foreach (var rule in state.Goto)
                yield return (rule.To, With("", rule));
        foreach (var rule in state.Words)
            yield return (rule.To, With("a story", rule));
    }

    private static string With(string label, Rule rule)
    {
        var condition = string.Join(' ', new[] { rule.If, rule.Is, rule.On is { } on ? "by " + on.ToString().ToLowerInvariant() : null }.OfType<string>()).Replace("@", "", StringComparison.Ordinal);
        return string.Join(" if ", new[] { label, condition }.Where(part => part.Length > 0));
    }

    private static string Note(IEnumerable<string> labels)
    {
        var words = labels.Where(label => label.Length > 0).Distinct().ToArray();
        return words.Length == 0 ? "" : ": " + string.Join(", ", words);
    }

    private static string Kind(State state) => (state.AskByText, state.AskByVoice) switch
    {
        (Ask.Nothing, Ask.Nothing) => "",
        var (text, voice) when text == voice => $" ({text})".ToLowerInvariant(),
        (Ask.Nothing, var voice) => $" (voice: {voice})".ToLowerInvariant(),
        (var text, Ask.Nothing) => $" (text: {text})".ToLowerInvariant(),
        var (text, voice) => $" (text: {text}, voice: {voice})".ToLowerInvariant(),
    };

    /// <summary>"end" is a word of Mermaid's own.</summary>
    private static string Id(string name) => name == "end" ? "end_" : name.Replace("@", "to_", StringComparison.Ordinal).Replace('-', '_').Replace('/', '_');
}
