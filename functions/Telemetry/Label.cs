using System.Collections.Frozen;

namespace Hotline.Functions.Telemetry;

/// <summary>The name of an attribute and the closed list of what it may say. Anything else is said as "other".</summary>
public sealed class Label(string name, params string[] values)
{
    public const string Other = "other";

    private readonly FrozenSet<string> values = values.Append(Other).ToFrozenSet(StringComparer.Ordinal);

    public string Name { get; } = name;

    public IReadOnlyCollection<string> Values => values;

    public KeyValuePair<string, object?> Of(string? value) => new(Name, values.TryGetValue(value ?? Other, out var known) ? known : Other);

    public bool Allows(string value) => values.Contains(value);
}
