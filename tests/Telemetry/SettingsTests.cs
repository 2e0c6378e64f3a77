using Hotline.Functions;
using Hotline.Functions.Telemetry;
using Hotline.Tests.Outreach;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Exporter;
using Xunit;

namespace Hotline.Tests.Telemetry;

public sealed class SettingsTests
{
    [Fact]
    public async Task Without_an_address_nothing_of_it_is_set_up()
    {
        Assert.Null(Read());
        Assert.Null(Read(("OTEL_EXPORTER_OTLP_ENDPOINT", " ")));
        await using var town = await Town.Build(1);
        Assert.Null(town.Services.GetService<Exporting>());
        Assert.DoesNotContain(town.Services.GetServices<IHostedService>(), service => service is Exporting);
    }

    [Fact]
    public void One_address_serves_both_and_each_may_have_its_own()
    {
        var both = Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/"))!;
        Assert.Equal(("http://collector:4318/v1/traces", "http://collector:4318/v1/metrics", OtlpExportProtocol.HttpProtobuf), (both.Traces!.ToString(), both.Metrics!.ToString(), both.Protocol));
        var metrics = Read(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "https://metrics.example.org/in"))!;
        Assert.Equal((null, "https://metrics.example.org/in"), (metrics.Traces, metrics.Metrics!.ToString()));
        var grpc = Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_HEADERS", "a=b"))!;
        Assert.Equal(("http://collector:4317/", OtlpExportProtocol.Grpc, "a=b"), (grpc.Traces!.ToString(), grpc.Protocol, grpc.Headers));
    }

    [Theory]
    [InlineData("100", 60)]
    [InlineData("nonsense", 60)]
    [InlineData("300000", 300)]
    public void Metrics_leave_once_a_minute_or_less_often(string interval, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), ("OTEL_METRIC_EXPORT_INTERVAL", interval))!.Every);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://name:secret@collector:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_SERVICE_NAME", "Hotline of Poipet")]
    public void What_cannot_be_meant_stops_the_start_with_a_sentence_that_quotes_nothing(string name, string value)
    {
        var sentence = Assert.Throws<SetupException>(() => Read(("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://collector:4318"), (name, value))).Message;
        Assert.Contains(name, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
    }

    private static TelemetrySettings? Read(params (string Name, string Value)[] settings) =>
        TelemetrySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build());
}
