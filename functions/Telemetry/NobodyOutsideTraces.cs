using System.Diagnostics;

namespace Hotline.Functions.Telemetry;

/// <summary>Neither reads nor writes trace headers: whoever rings us is not to choose the ids under which we write things down, nor to learn ours.</summary>
public sealed class NobodyOutsideTraces : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
