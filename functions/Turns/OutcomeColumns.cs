using Hotline.Flows.Engine;
using Hotline.Functions.Storage;

namespace Hotline.Functions.Turns;

/// <summary>An outcome as plain columns, for spreadsheets. Nothing in it helps to find a person.</summary>
internal static class OutcomeColumns
{
    public static Columns Of(Outcome outcome, DateOnly day)
    {
        List<(string, ColumnValue)> columns =
        [
            ("day", day),
            ("flow", outcome.Flow),
            ("flow_version", (long)outcome.FlowVersion),
            ("channel", outcome.Channel == Channel.Text ? "text" : "voice"),
            ("end", outcome.End),
            ("turns", (long)outcome.Turns),
            ("segments", (long)outcome.Segments),
            ("seconds", outcome.Seconds),
        ];
        void Add(string name, string? value)
        {
            if (value is not null)
                columns.Add((name, value));
        }

        Add("language", outcome.Language);
        Add("campaign", outcome.Campaign);
        Add("province", outcome.Province);
        Add("kind", outcome.Kind);
        Add("risk", outcome.Risk);
        return Columns.Of(columns);
    }
}
