using System.Diagnostics;
using OpenTelemetry;

namespace Hotline.Functions.Telemetry;

/// <summary>The last gate before the exporter: an attribute that is not in <see cref="Labels"/> is taken off, whoever put it there.</summary>
internal sealed class OnlyListed : BaseProcessor<Activity>
{
    public static string[] Names { get; } = [.. Labels.All.Select(label => label.Name)];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToArray())
            if (value is not string text || !Labels.Allows(name, text))
                data.SetTag(name, null);
    }
}
