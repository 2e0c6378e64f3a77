using OpenTelemetry.Exporter;

namespace Hotline.Functions.Telemetry;

/// <summary>Where traces and metrics go, by the names that OpenTelemetry gives its environment variables.</summary>
/// <param name="Traces">Null: none are exported.</param>
/// <param name="Metrics">Null: none are exported.</param>
public sealed record TelemetrySettings(Uri? Traces, Uri? Metrics, OtlpExportProtocol Protocol, string? Headers, string Service, TimeSpan Every)
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    public const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    public const string ProtocolName = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string HeadersName = "OTEL_EXPORTER_OTLP_HEADERS";
    public const string ServiceName = "OTEL_SERVICE_NAME";
    public const string Interval = "OTEL_METRIC_EXPORT_INTERVAL";

    /// <summary>What comes more often tells more of who did something when.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <returns>Null: nothing is to be exported.</returns>
    /// <exception cref="SetupException">One sentence that says what to set.</exception>
    public static TelemetrySettings? Read(IConfiguration configuration)
    {
        var protocol = configuration[ProtocolName] switch
        {
            null or "" or "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            "grpc" => OtlpExportProtocol.Grpc,
            _ => throw new SetupException($"The setting {ProtocolName} has to be http/protobuf or grpc."),
        };
        Uri? To(string own, string path) => Address(own, configuration[own], "") ?? Address(Endpoint, configuration[Endpoint], protocol == OtlpExportProtocol.Grpc ? "" : path);
        var (traces, metrics) = (To(TracesEndpoint, "v1/traces"), To(MetricsEndpoint, "v1/metrics"));
        if (traces is null && metrics is null)
            return null;
        var service = configuration[ServiceName] is { Length: > 0 } given ? given : "hotline";
        if (!Labels.OfProgram["service.name"].IsMatch(service))
            throw new SetupException($"The setting {ServiceName} has to be lower-case letters, digits and -, at most 40.");
        var every = double.TryParse(configuration[Interval], System.Globalization.CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds) : Shortest;
        return new TelemetrySettings(traces, metrics, protocol, configuration[HeadersName], service, every < Shortest ? Shortest : every);
    }

    private static Uri? Address(string name, string? given, string path)
    {
        if (string.IsNullOrWhiteSpace(given))
            return null;
        if (!Uri.TryCreate(path.Length == 0 ? given : $"{given.TrimEnd('/')}/{path}", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new SetupException($"The setting {name} has to be an http or https address without a name or password in it.");
        return address;
    }
}
