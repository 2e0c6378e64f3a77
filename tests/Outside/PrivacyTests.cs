using Hotline.Functions.Storage;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outside;

/// <summary>Planted markers are looked for in every log line and every byte of the data folder, through every door and while the store fails.</summary>
public sealed class PrivacyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Nothing_that_was_told_lies_in_a_log_or_on_the_disk(int failsEvery)
    {
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        var markers = new Markers();
        FaultyStore store = null!;
        await using (var gateway = await Start(folder, logs, made => store = made))
        {
            store.FailsEvery = failsEvery;
            var told = new ToldInConfidence(gateway.Carrier, markers);
            await told.Tell(voice: true);
            store.FailsEvery = 0;
            Assert.Empty(markers.InFolder(folder.Folder));
            gateway.Clock.Advance(TimeSpan.FromMinutes(31));
            await gateway.Sweep();
            // Everything did arrive: three reports by text (one was erased), two by voice.
            var filed = await gateway.Filed();
            output.WriteLine($"{filed.Count(line => line.IsReport)} reports, {markers.Count} kinds of markers, {logs.Text.Length} characters of logs");
            Assert.Equal(5, filed.Count(line => line.IsReport));
            Assert.Equal("0717730945", Assert.Single(filed, line => line.IsReport && line.Answer("callback-number") is not null).Answer("callback-number"));
            Assert.Contains(filed, line => line.IsReport && line.Contact == "+855976184305");

            store.FailsEvery = failsEvery;
            await told.ComeBack();
            store.FailsEvery = 0;
            Assert.Empty(markers.InFolder(folder.Folder));
            await gateway.Sweep();
            Assert.Contains(await gateway.Filed(), line => line.IsReport && line.Contact == "+855976184311" && line.Line.GetProperty("amendments").GetArrayLength() == 4);
        }

        Assert.Empty(markers.InFolder(folder.Folder));
        Assert.Empty(markers.In(logs.Text));
        Assert.Contains("refused", logs.Text, StringComparison.Ordinal);
        Assert.Equal(failsEvery > 0, logs.Text.Contains("StoreUnavailable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operator_who_logs_everything_in_Production_sees_nobody()
    {
        using var folder = new Scratch();
        var markers = new Markers();
        using var gateway = await RunningGateway.Start(folder.Folder, "Production",
            ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"), ("Logging__LogLevel__System", "Trace"));
        using var carrier = new Carrier(gateway.Address);
        await new ToldInConfidence(carrier, markers).Tell(voice: false);
        using (var other = Database.Open(folder.Folder))
        {
            // A store that another program holds, for the lines that are only written when something breaks.
            Database.Ask(other, "BEGIN IMMEDIATE");
            await carrier.Text("+855976184305", "They locked nine of us above the blue pharmacy");
            Database.Ask(other, "ROLLBACK");
        }

        Assert.Empty(markers.InFolder(folder.Folder));
        gateway.Kill();
        output.WriteLine($"{gateway.Output.Length} characters of output");
        Assert.Contains("StoreUnavailable", gateway.Output, StringComparison.Ordinal);
        Assert.Contains("Request starting", gateway.Output, StringComparison.Ordinal);
        Assert.Empty(markers.In(gateway.Output));
        Assert.Empty(markers.InFolder(folder.Folder));
    }

    [Theory]
    [InlineData("'ថៅកែយកលិខិតឆ្លងដែនខ្ញុំទៅលាក់ទុកក្នុងទូដែក'", "a story in Khmer")]
    [InlineData("'seen: They locked nine of us above the blue pharmacy.'", "a story in English")]
    [InlineData("'+855976184305'", "the caller's number")]
    [InlineData("'097 618 4305'", "the caller's number")]
    [InlineData("'០៩៧៦១៨៤៣០៥'", "the caller's number")]
    [InlineData("x'2B003800350035003900370036003100380034003300300035'", "the caller's number")]
    public async Task The_search_finds_what_was_stored_unsealed(string value, string name)
    {
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        var markers = new Markers();
        await using var gateway = await Start(folder, logs, _ => { });
        await new ToldInConfidence(gateway.Carrier, markers).Tell(voice: false);
        using var other = Database.Open(folder.Folder);
        Database.Ask(other, $"INSERT INTO rows (shard, key, version, body) VALUES ('00', 'planted', 1, CAST({value} AS BLOB))");
        Assert.Contains($"hotline.db-wal: {name}", markers.InFolder(folder.Folder));
    }

    [Fact]
    public async Task The_search_finds_what_was_logged()
    {
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        var markers = new Markers();
        await using var gateway = await Start(folder, logs, _ => { });
        await new ToldInConfidence(gateway.Carrier, markers).Tell(voice: false);
        var log = gateway.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Hotline.Planted");
#pragma warning disable CA1848, CA1873, CA2254 // Lines as nobody should write them.
        log.LogTrace("a text from {From}", "855976184305");
        using (log.BeginScope("the token is a4f1c0d2e3b4a5968778695a4b3c2d1e"))
            log.LogTrace(new InvalidOperationException("above the blue pharmacy: They locked nine of us above the blue pharmacy"), "failed");
#pragma warning restore CA1848, CA1873, CA2254
        Assert.Equal(["a story in English", "the auth token", "the caller's number"], markers.In(logs.Text).Order(StringComparer.Ordinal));
    }

    private static Task<Served> Start(Scratch folder, CapturedLogs logs, Action<FaultyStore> made) => Served.Start(folder.Folder, development: true, change: builder =>
    {
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs).AddFilter<CapturedLogs>(null, LogLevel.Trace);
        builder.Services.AddSingleton<IStore>(services =>
        {
            var store = new FaultyStore(services.GetRequiredService<SqliteStore>());
            made(store);
            return store;
        });
    });
}
