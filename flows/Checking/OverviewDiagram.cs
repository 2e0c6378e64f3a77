using System.Text;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking;

/// <summary>How the conversations lead to each other, as a Mermaid flowchart: one box a conversation, an arrow for every answer that leads from one to another.</summary>
public static class OverviewDiagram
{
    public static string Of(FlowSet flows)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var flow in flows.All.Where(flow => flow.Name != Everywhere.Flow))
        {
            text.Append("  ").Append(Id(flow.Name)).Append("[\"").Append(flow.Name).Append("<br/>").Append(flow.States.Values.Count(state => state.Asks)).Append(" questions\"]\n");
            foreach (var end in flow.States.Values.Select(state => state.End).OfType<string>().Distinct().Order(StringComparer.Ordinal))
                text.Append("  ").Append(Id(flow.Name)).Append(" --> end_").Append(Id(end)).Append("([").Append(end).Append("])\n");
        }

        foreach (var way in flows.All.Where(flow => flow.Name != Everywhere.Flow).SelectMany(flow => Ways(flow)).GroupBy(way => (way.From, way.To)))
            text.Append("  ").Append(Id(way.Key.From)).Append(" -->|").Append(string.Join(", ", way.Select(one => one.By).Distinct().Order(StringComparer.Ordinal))).Append("| ").Append(Id(way.Key.To)).Append('\n');
        return text.Append("  ").Append(Id(Everywhere.Flow)).Append("{{\"from every question: ").Append(string.Join(", ", Words(flows))).Append("\"}}\n").ToString();
    }

    private static IEnumerable<(string From, string To, string By)> Ways(Flow flow) =>
        from state in flow.States.Values.OrderBy(state => state.Name, StringComparer.Ordinal)
        from way in state.Choices.SelectMany(choice => choice.Goto.Select(rule => (rule.To, By: choice.Value.Length > 0 ? choice.Value : choice.Key)))
            .Concat(state.Words.Select(rule => (rule.To, By: "a story")))
            .Concat(state.Goto.Select(rule => (rule.To, By: "then")))
        where !Target.All.Contains(way.To) && way.To.Contains('/', StringComparison.Ordinal)
        let to = Place.Parse(way.To)
        where to.Flow != flow.Name && to.Flow != Everywhere.Flow
        select (flow.Name, to.Flow, way.By);

    /// <summary>What the caller can say anywhere.</summary>
    private static IEnumerable<string> Words(FlowSet flows) =>
        new[] { Everywhere.Help, Everywhere.Person, Everywhere.Stop, Everywhere.Erase, Everywhere.Language }.Where(place => flows.Find(place) is not null).Select(place => place.State);

    private static string Id(string name) => name.Replace('-', '_');
}
