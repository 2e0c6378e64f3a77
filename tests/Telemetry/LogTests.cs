using System.Text.RegularExpressions;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Hotline.Tests.Telemetry;

/// <summary>One line a turn: which door, a keyed id, a word, milliseconds.</summary>
public sealed partial class LogTests
{
    [Fact]
    public async Task A_turn_is_one_line_and_its_copy_has_the_same_id_which_is_not_the_providers()
    {
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        await using var gateway = await Served.Start(folder.Folder, development: true, change: builder => builder.Logging.AddProvider(logs).AddFilter<CapturedLogs>("Hotline", LogLevel.Information));
        var (sid, delivered) = (Carrier.Sid("SM"), Carrier.Sid("SM"));
        await gateway.Carrier.Text("+855976184305", "hello", sid);
        await gateway.Carrier.Text("+855976184305", "hello", sid);
        await gateway.Carrier.Text("+855976184306", "hello");
        await gateway.Carrier.Post(Carrier.Delivery("+855976184305", delivered));
        var lines = logs.Text.Split('\n').Where(line => line.Contains("Doors.Door ", StringComparison.Ordinal)).Select(line => Line().Match(line)).ToList();
        Assert.All(lines, line => Assert.True(line.Success));
        Assert.Equal(["Sms answered", "Sms answered", "Sms answered", "Delivery noted"], lines.Select(line => $"{line.Groups[1].Value} {line.Groups[3].Value}"));
        Assert.Equal(lines[0].Groups[2].Value, lines[1].Groups[2].Value);
        Assert.NotEqual(lines[0].Groups[2].Value, lines[2].Groups[2].Value);
        Assert.DoesNotContain(sid[2..], logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_broke_has_its_milliseconds_too()
    {
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        FaultyStore store = null!;
        await using var gateway = await Served.Start(folder.Folder, development: true, change: builder =>
        {
            builder.Logging.AddProvider(logs).AddFilter<CapturedLogs>("Hotline", LogLevel.Information);
            builder.Services.AddSingleton<Functions.Storage.IStore>(services => store = new FaultyStore(services.GetRequiredService<Functions.Storage.SqliteStore>()));
        });
        await gateway.Carrier.Text("+855976184306", "hello");
        store.Away = true;
        await gateway.Carrier.Text("+855976184305", "hello");
        Assert.Matches(@"Error Hotline\.Functions\.Doors\.Door Sms [\w-]{8}: StoreUnavailable after \d+\.\d ms; the caller was asked to try again", logs.Text);
    }

    [Fact]
    public async Task An_incoming_trace_header_is_in_no_line_and_in_no_scope()
    {
        const string Theirs = "0af7651916cd43dd8448eb211c80319c";
        using var folder = new Scratch();
        using var logs = new CapturedLogs();
        await using var gateway = await Served.Start(folder.Folder, development: true, change: builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs).AddFilter<CapturedLogs>(null, LogLevel.Trace));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Carrier.Address, "/health"));
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Theirs}-b7ad6b7169203331-01");
        using var answer = await http.SendAsync(request);
        Assert.Contains("TraceId", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Theirs, logs.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^Information Hotline\.Functions\.Doors\.Door (\w+) ([\w-]{8}): (answered|noted) in \d+\.\d ms ")]
    private static partial Regex Line();
}
