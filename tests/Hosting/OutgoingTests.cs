using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Hotline.Flows.CheckIns;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outside;
using Hotline.Tests.Storage;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>What goes out of its own accord under the Functions host: by a timer, or at once by whoever took an alert in. The provider is asked over https, as in Production.</summary>
[Collection(Alone.Name)]
public sealed class OutgoingTests
{
    private const string CheckInLine = "+85512000099";
    private const string Staff = "+85512000031";
    private const string Safe = "1", Danger = "1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_check_in_goes_out_by_the_timer_once()
    {
        using var data = new Scratch();
        using var outside = new Scratch();
        await using var provider = await Provider.Start(outside);
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder, provider.Settings);
        var phone = Carrier.Number();
        // From midnight on it is due, whatever the time is where the tests run.
        var enrolment = Enrolments.Json.Replace("\"18:00\"", "\"00:00\"", StringComparison.Ordinal).Replace("\"20:00\"", "\"23:59\"", StringComparison.Ordinal)
            .Replace("[\"tuesday\", \"thursday\"]", "[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]", StringComparison.Ordinal);
        await File.WriteAllTextAsync(outside.Path("client.json"), $$"""{ "phone": "{{phone}}", "enrolment": {{enrolment}} }""");
        var (code, said, wrong) = await RunningGateway.RunToEnd(data.Folder, "Production", ["clients", "enrol", outside.Path("client.json")], provider.Settings);
        Assert.True(code == 0, said + wrong);
        var today = CheckInPlan.Today(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (code, said, wrong) = await RunningGateway.RunToEnd(data.Folder, "Production", ["clients", "move", said.Split(' ')[2].TrimEnd('.'), today], provider.Settings);
        Assert.True(code == 0, said + wrong);

        for (var tick = 0; tick < 4; tick++)
            Assert.Equal(TimerEnd.Success, await host.Fire("todos"));
        var sent = Assert.Single(provider.Fake.Ledger.To(phone));
        Assert.Equal(CheckInLine, sent.From);
        Assert.DoesNotContain(phone[4..], host.Handler.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_is_told_at_once_before_any_timer()
    {
        using var data = new Scratch();
        using var outside = new Scratch();
        await using var provider = await Provider.Start(outside);
        await using var host = await FunctionsHost.Start(Published.Folder, data.Folder, provider.Settings);
        using var carrier = new Carrier(host.Address);
        await Raise(carrier, "urgent.");
        await Until(() => provider.Fake.Ledger.To(Staff).Count > 0);
        Assert.Single(provider.Fake.Ledger.To(Staff));
    }

    [Fact]
    public async Task Two_processes_whose_timers_overlap_tell_of_each_alert_once()
    {
        const int Alerts = 8;
        using var data = new Scratch();
        using var outside = new Scratch();
        await using var provider = await Provider.Start(outside);
        await using var doors = await FunctionsHost.Start(Published.Folder, data.Folder, provider.Settings);
        await using var timers = await FunctionsHost.Start(Published.Folder, data.Folder, provider.Settings);
        using var carrier = new Carrier(doors.Address);
        using var over = new CancellationTokenSource();
        var ticks = new[] { doors, timers, timers }.Select(host => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                Assert.Equal(TimerEnd.Success, await host.Fire("todos"));
        })).ToArray();
        for (var i = 0; i < Alerts; i++)
            await Raise(carrier, $"urgent-{i}.");
        await Until(() => provider.Fake.Ledger.To(Staff).Count >= Alerts);
        await over.CancelAsync();
        await Task.WhenAll(ticks);
        Assert.Equal(Alerts, provider.Fake.Ledger.To(Staff).Count);
        Assert.Equal(Alerts, provider.Fake.Ledger.To(Staff).Select(text => text.Body).Distinct().Count());
        var (_, lines, _) = await HostTests.Tool(data.Folder, "reports", "--json");
        Assert.Equal(0, lines.Split('\n').Count(line => line.Contains("given-up", StringComparison.Ordinal)));
    }

    private static async Task Raise(Carrier carrier, string tag)
    {
        var caller = Carrier.Number();
        foreach (var words in new[] { $"{tag} ថៅកែយកលិខិតឆ្លងដែនខ្ញុំ", Safe, Danger })
            Assert.Equal(200, (await carrier.Text(caller, words)).Status);
    }

    private static async Task Until(Func<bool> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!done())
            await Task.Delay(20, patience.Token);
    }

    /// <summary>The fake provider on the loopback, over https with a certificate that only this process is told to believe.</summary>
    private sealed class Provider(FakeProvider fake, ProviderServer server, X509Certificate2 certificate, string file) : IAsyncDisposable
    {
        public FakeProvider Fake => fake;

        public (string Name, string? Value)[] Settings =>
        [
            ("Provider__ApiUrl", fake.ApiUrl), ("Provider__Number", Carrier.Line), ("Provider__CheckInNumber", CheckInLine), ("Provider__TextsPerSecond", "1000"), ("Provider__CallsPerSecond", "1000"),
            ("Hotline__StaffNumbers", Staff), ("Hotline__Caseworkers", $"the caseworker={Staff}"), ("SSL_CERT_FILE", file), ("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1"),
        ];

        public static async Task<Provider> Start(Scratch folder)
        {
            var fake = new FakeProvider(TimeProvider.System, seed: 12);
            fake.OurNumbers.Add(CheckInLine);
            var certificate = Certificate.Make(folder.Path("provider.pem"));
            return new Provider(fake, await ProviderServer.Start(fake, certificate), certificate, folder.Path("provider.pem"));
        }

        public async ValueTask DisposeAsync()
        {
            await server.DisposeAsync();
            certificate.Dispose();
        }
    }
}
