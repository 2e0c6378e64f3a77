using System.Globalization;

namespace Hotline.Tests.Telemetry;

/// <summary>Bodies of POST /v1/traces and /v1/metrics (opentelemetry-proto 1.x: trace.proto, metrics.proto, common.proto), read by their field numbers.</summary>
internal static class Otlp
{
    public static IEnumerable<Told> Spans(byte[] body) =>
        from resource in new Proto(body).All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new Told(span.Text(5), Labels(span, 9), span.Has(11) || span.Has(13) ? "with events or links" : "") { Trace = Convert.ToHexStringLower(span.Raw(1)), IsRoot = span.Raw(4).Length == 0 };

    public static IEnumerable<Told> Points(byte[] body) =>
        from resource in new Proto(body).All(1)
        from scope in resource.All(2)
        from metric in scope.All(2)
        from point in PointsOf(metric)
        select point with { Name = metric.Text(1), Description = metric.Text(2) };

    /// <summary>Of the program, and of what measured.</summary>
    public static IEnumerable<(string Name, string Value)> Resources(byte[] body) =>
        new Proto(body).All(1).SelectMany(resource => Labels(resource.One(1)!, 1).Concat(resource.All(2).SelectMany(scope => scope.One(1) is { } by ? Labels(by, 3) : [])));

    private static IEnumerable<Told> PointsOf(Proto metric)
    {
        foreach (var kind in new[] { 5, 7 })
            foreach (var point in metric.All(kind).SelectMany(data => data.All(1)))
                yield return new Told("", Labels(point, 7), Exemplars(point, 5) ?? (point.Has(4) ? BitConverter.UInt64BitsToDouble(point.Number(4)) : (long)point.Number(6)).ToString("0.######", CultureInfo.InvariantCulture));
        foreach (var point in metric.All(9).SelectMany(data => data.All(1)))
            yield return new Told("", Labels(point, 9), Exemplars(point, 8) ?? point.Number(4).ToString(CultureInfo.InvariantCulture));
    }

    private static string? Exemplars(Proto point, int number) => point.Has(number) ? "with exemplars" : null;

    private static List<(string, string)> Labels(Proto of, int number) =>
        [.. of.All(number).Select(label => (label.Text(1), label.One(2) is { } value && value.Has(1) ? value.Text(1) : "no text")).OrderBy(label => label.Item1, StringComparer.Ordinal)];
}
