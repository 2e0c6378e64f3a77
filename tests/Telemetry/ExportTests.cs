using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Hotline.Functions.Telemetry;
using Hotline.Tests.Alerts;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Telemetry;

/// <summary>Whole conversations through every door with everything listening: the real exporter's bytes, and what it was given.</summary>
[Collection(Alone.Name)]
public sealed class ExportTests : IDisposable
{
    private readonly ITestOutputHelper output;

    public ExportTests(ITestOutputHelper output)
    {
        this.output = output;
        TurnPool.Forget();
    }

    public void Dispose() => TurnPool.Forget();

    [Fact]
    public async Task All_that_is_exported_is_on_the_list_and_holds_nothing_of_anyone()
    {
        var markers = new Markers();
        using var overheard = new Overheard();
        await using var collector = await Collector.Start();
        FaultyStore store = null!;
        await using (var town = await Everything.Town(collector, inner => store = new FaultyStore(inner)))
            await Days(town, store, markers);

        Assert.Equal([], overheard.Faults);
        Assert.Equal([], Unlisted(collector));
        Assert.True(markers.Count > 20, $"{markers.Count} markers");
        foreach (var (path, body, headers) in collector.Taken)
        {
            Assert.Empty(markers.In(body));
            Assert.Empty(markers.In(path + headers));
        }

        var said = collector.Points.Select(point => point.ToString()).ToList();
        output.WriteLine($"{collector.Spans.Count} spans, {said.Count} points, {collector.Taken.Sum(one => one.Body.Length)} bytes\n{string.Join('\n', said)}");
        Assert.Equal(
            ["hotline.broken", "hotline.conversations", "hotline.cost", "hotline.provider.away", "hotline.provider.failures", "hotline.refused", "hotline.segments", "hotline.sent", "hotline.todos.age", "hotline.todos.dead", "hotline.todos.late", "hotline.todos.waiting", "hotline.turn.duration"],
            collector.Points.Select(point => point.Name).Distinct().Except(["hotline.turn.conflicts"]).Order(StringComparer.Ordinal));
        Assert.Contains(said, line => line.StartsWith("hotline.conversations{channel=text,end=filed,flow=report,language=km}", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("hotline.conversations{channel=voice,end=filed,flow=report,language=en}", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("hotline.turn.duration{channel=voice,line=missed-call,step=whole}", StringComparison.Ordinal));
        Assert.Contains("hotline.broken{door=sms,error=store}", said.Select(line => line.Split(' ')[0]));
        Assert.Equal(["commit", "land", "load", "step", "turn", "verify", "wait"], collector.Spans.Select(span => span.Name).Distinct().Order(StringComparer.Ordinal));
        // One trace a turn: a root and its six steps.
        Assert.All(collector.Spans.GroupBy(span => span.Trace), trace => Assert.Equal((7, 1), (trace.Count(), trace.Count(span => span.IsRoot))));
        Assert.All(collector.Points, point => Assert.NotEqual("with exemplars", point.Value));
        Assert.All(collector.Spans, span => Assert.Equal("", span.Value));
        // Nothing fell into "other" that has a word.
        Assert.DoesNotContain(said, line => line.Contains("=other", StringComparison.Ordinal) && !line.Contains("error=other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_attribute_that_is_not_on_the_list_is_heard_and_taken_off_before_it_leaves()
    {
        using var overheard = new Overheard();
        await using var collector = await Collector.Start();
        await using (var town = await Everything.Town(collector))
        {
            await town.Passers();
            using var source = new ActivitySource(Measures.Name);
            using var meter = new Meter(Measures.Name);
            using (var span = source.StartActivity("planted"))
                span!.SetTag("caller", "+855976184305").SetTag("line", "+855976184305");
            meter.CreateCounter<long>("planted.counter").Add(1, new KeyValuePair<string, object?>("caller", "+855976184305"), new KeyValuePair<string, object?>("province", "12"));
            await town.Flush();
        }

        Assert.Equal(["planted.counter: caller", "planted.counter: province", "planted: caller", "planted: line"], overheard.Faults);
        Assert.Contains(collector.Spans, span => span.Name == "planted" && span.Labels.Count == 0);
        Assert.Contains(collector.Points, point => point.Name == "planted.counter" && point.Labels.Count == 0);
        var markers = new Markers();
        markers.AddNumber("the caller's number", "+855976184305");
        Assert.All(collector.Taken, one => Assert.Empty(markers.In(one.Body)));
    }

    [Fact]
    public async Task A_marker_in_the_name_of_a_span_is_found_in_the_bytes_and_an_unlisted_attribute_in_what_was_decoded()
    {
        var markers = new Markers();
        markers.Add("a story in Khmer", "ថៅកែយកលិខិតឆ្លងដែន");
        await using var collector = await Collector.Start();
        await using (var town = await Everything.Town(collector))
        {
            using var source = new ActivitySource(Measures.Name);
            source.StartActivity("ថៅកែយកលិខិតឆ្លងដែន")?.Dispose();
            await town.Flush();
        }

        Assert.Contains(collector.Taken, one => markers.In(one.Body).Any());
        Assert.NotEqual([], Unlisted(collector));
        // A span with caller = 012, by hand: key 1, value 2 with string 1.
        byte[] label = [0x0a, 6, .. "caller"u8, 0x12, 5, 0x0a, 3, .. "012"u8];
        byte[] span = [0x2a, 4, .. "turn"u8, 0x4a, (byte)label.Length, .. label];
        byte[] scope = [0x12, (byte)span.Length, .. span];
        byte[] resource = [0x12, (byte)scope.Length, .. scope];
        Assert.Equal("turn{caller=012} ", Assert.Single(Otlp.Spans([0x0a, (byte)resource.Length, .. resource])).ToString());
    }

    [Fact]
    public async Task A_wrong_word_the_duress_word_the_right_one_and_silence_are_exported_alike()
    {
        var nobody = await Everything.Night([]);
        Assert.Contains(nobody, line => line.StartsWith("hotline.turn.duration", StringComparison.Ordinal));
        Assert.Equal(nobody, await Everything.Night([Everything.Wrong]));
        Assert.Equal(nobody, await Everything.Night([Everything.Duress]));
        Assert.Equal(nobody, await Everything.Night([Everything.Safe, "1"]));
        Assert.NotEqual(nobody, await Everything.Night([], 2 * TurnPool.Callers));
    }

    [Fact]
    public async Task An_incoming_trace_header_chooses_nothing()
    {
        const string Theirs = "0af7651916cd43dd8448eb211c80319c";
        await using var collector = await Collector.Start();
        await using (var town = await Everything.Town(collector))
        {
            using var http = new HttpClient();
            for (var i = 0; i < TurnPool.Callers; i++)
            {
                var text = Carrier.Sms($"+85577100{i:D3}", "hello");
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(town.Carrier.Address, text.Target)) { Content = new ByteArrayContent(text.Body) };
                request.Content.Headers.TryAddWithoutValidation("Content-Type", text.ContentType);
                request.Headers.TryAddWithoutValidation("X-Twilio-Signature", text.Header);
                request.Headers.TryAddWithoutValidation("traceparent", $"00-{Theirs}-b7ad6b7169203331-01");
                request.Headers.TryAddWithoutValidation("tracestate", "who=me");
                request.Headers.TryAddWithoutValidation("baggage", "who=me");
                using var answer = await http.SendAsync(request);
                Assert.True(answer.IsSuccessStatusCode);
            }

            await town.Flush(collector, TurnPool.Callers);
        }

        Assert.Equal(TurnPool.Callers, collector.Spans.Count(span => span.IsRoot));
        Assert.DoesNotContain(collector.Spans, span => span.Trace == Theirs);
        Assert.All(collector.Taken, one => Assert.DoesNotContain("who=me", Encoding.UTF8.GetString(one.Body), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collector_that_is_away_or_hangs_costs_no_turn_and_no_start(bool hangs)
    {
        using var never = new CancellationTokenSource();
        await using var collector = await Collector.Start(hangs ? Task.Delay(Timeout.Infinite, never.Token) : null);
        var address = collector.Address;
        if (!hangs)
            await collector.DisposeAsync();
        var begun = Stopwatch.StartNew();
        await using var town = await Outreach.Town.Build(1, more: [$"--{TelemetrySettings.Endpoint}={address}"]);
        await town.Services.GetRequiredService<Exporting>().Ready;
        for (var i = 0; i < 200; i++)
            Assert.NotEmpty((await town.Carrier.Text($"+85577100{i % 20:D3}", "hello")).Messages);
        output.WriteLine($"{begun.ElapsedMilliseconds} ms");
        Assert.True(begun.Elapsed < TimeSpan.FromSeconds(8), $"{begun.ElapsedMilliseconds} ms");
        await never.CancelAsync();
    }

    /// <summary>Reports by text and voice in both languages, a return by the code, check-ins with every kind of word, alerts and their answers, missed calls, refused requests, a store and a provider that fail.</summary>
    private static async Task Days(Town town, FaultyStore store, Markers markers)
    {
        markers.Mark();
        var told = new ToldInConfidence(town.Carrier, markers);
        store.FailsEvery = 3;
        await told.Tell(voice: true);
        store.FailsEvery = 0;
        await town.Live(TimeSpan.FromMinutes(31));
        await told.ComeBack();
        await town.Enrol(Everything.Client, "sophea");
        foreach (var word in new[] { Everything.Wrong, Everything.Duress, Everything.Safe, "4" })
        {
            await town.Provider.Receive(Everything.Client, Town.CheckIns, word);
            await town.Live(TimeSpan.FromMinutes(2));
        }

        markers.Add("the letters of an alert", town.Id(Duty.Sophea));
        await town.Provider.Receive(Duty.Sophea, Town.Public, town.Id(Duty.Sophea));
        await town.Carrier.Post(Carrier.Call("+85577100001", Carrier.Sid("CA"), "/call", "ringing").With("To", Town.MissedCalls).With("Called", Town.MissedCalls).Sign());
        await town.Live(TimeSpan.FromMinutes(5));
        town.Provider.Faults.Down(town.Now, town.Now + TimeSpan.FromMinutes(10));
        await town.Provider.Receive("+85577100002", Town.Public, "help");
        await town.Live(TimeSpan.FromMinutes(3));
        store.Away = true;
        await town.Carrier.Text("+85577100003", "They locked nine of us above the blue pharmacy");
        store.Away = false;
        await town.Passers();
        await town.Flush();
    }

    private static List<string> Unlisted(Collector collector)
    {
        var steps = Labels.Step.Values.Append("turn").ToHashSet();
        var instruments = new HashSet<string>(StringComparer.Ordinal) { "hotline.turn.store_requests", "hotline.turn.duration", "hotline.turn.conflicts", "hotline.conversations", "hotline.sent", "hotline.segments", "hotline.cost", "hotline.refused", "hotline.broken", "hotline.provider.failures", "hotline.provider.away", "hotline.todos.late", "hotline.todos.age", "hotline.todos.waiting", "hotline.todos.dead" };
        var all = collector.Taken.Where(one => one.Path == "/v1/metrics").SelectMany(one => Otlp.Points(one.Body)).ToList();
        return
        [
            .. collector.Spans.Where(span => !steps.Contains(span.Name)).Select(span => $"a span named {span.Name}"),
            .. all.Where(point => !instruments.Contains(point.Name)).Select(point => $"a metric named {point.Name}"),
            .. all.Concat(collector.Spans).SelectMany(one => one.Labels.Where(label => !Labels.Allows(label.Name, label.Value)).Select(label => $"{one.Name}: {label.Name}")),
            .. collector.Taken.SelectMany(one => Otlp.Resources(one.Body)).Where(label => !(Labels.OfProgram.TryGetValue(label.Name, out var pattern) && pattern.IsMatch(label.Value))).Select(label => $"of the program: {label.Name}={label.Value}"),
        ];
    }
}
