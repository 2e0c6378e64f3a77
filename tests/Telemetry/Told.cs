namespace Hotline.Tests.Telemetry;

/// <summary>One thing that was exported: a span, or a point of a metric.</summary>
/// <param name="Value">Of a sum or a gauge its value, of a histogram its count; of a span empty.</param>
internal sealed record Told(string Name, IReadOnlyList<(string Name, string Value)> Labels, string Value)
{
    /// <summary>16 bytes of a span, in hexadecimal.</summary>
    public string Trace { get; init; } = "";

    public bool IsRoot { get; init; }

    public string Description { get; init; } = "";

    public override string ToString() => $"{Name}{{{string.Join(',', Labels.Select(label => $"{label.Name}={label.Value}"))}}} {Value}";
}
