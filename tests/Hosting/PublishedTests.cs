using System.Text.Json;
using System.Text.RegularExpressions;
using Hotline.Tests.Outside;
using Hotline.Tests.Webhooks;
using Xunit;

namespace Hotline.Tests.Hosting;

/// <summary>The published folder, file by file: what Azure takes, and nothing else.</summary>
[Collection(Alone.Name)]
public sealed partial class PublishedTests
{
    [Fact]
    public void It_holds_the_program_its_data_and_one_folder_for_each_function()
    {
        var files = Directory.GetFiles(Published.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Published.Folder, file)).Order(StringComparer.Ordinal).ToList();
        Assert.All(files, file => Assert.Matches(Known(), file));
        foreach (var needed in new[] { "host.json", "Hotline", "Hotline.dll", "Hotline.r2r.dll", "Hotline.runtimeconfig.json", "libe_sqlite3.so", "libcoreclr.so", "sms/function.json", "todos/function.json" })
            Assert.Contains(needed, files);
        foreach (var folder in new[] { "localization", "flows" })
            Assert.Equal(Data(Repository.File(folder)), files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal)));
        Assert.Equal(HostedFunction.In(Repository.File("functions", "Hosting", "doors")).Select(function => function.Name), HostedFunction.In(Published.Folder).Select(function => function.Name));
    }

    [Theory]
    [InlineData("web.config")]
    [InlineData("packages.lock.json")]
    [InlineData("appsettings.Development.json")]
    [InlineData("Hotline.xml")]
    [InlineData("Hotline.pdb")]
    [InlineData("Hosting/doors/sms/function.json")]
    [InlineData("Hotline.staticwebassets.endpoints.json")]
    [InlineData("hotline.db")]
    [InlineData("keys/ring.json")]
    public void What_does_not_belong_there_is_seen(string file) => Assert.DoesNotMatch(Known(), file);

    [Fact]
    public void The_program_can_be_executed_and_needs_nothing_installed()
    {
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Published.File("Hotline")).HasFlag(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
        using var runtime = JsonDocument.Parse(File.ReadAllText(Published.File("Hotline.runtimeconfig.json")));
        Assert.NotEmpty(runtime.RootElement.GetProperty("runtimeOptions").GetProperty("includedFrameworks").EnumerateArray());
    }

    [Fact]
    public void The_host_is_told_to_pass_requests_on_as_they_are_and_how_long_to_wait()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Published.File("host.json")));
        var host = json.RootElement;
        Assert.Equal("2.0", host.GetProperty("version").GetString());
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.False(host.TryGetProperty("extensionBundle", out _));
        var custom = host.GetProperty("customHandler");
        Assert.True(custom.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.False(custom.TryGetProperty("enableForwardingHttpRequest", out _));
        Assert.True(TimeSpan.Parse(custom.GetProperty("initializationTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture) >= TimeSpan.FromSeconds(20));
        // Requests are logged by the host with their addresses at Information; ours hold nothing of anyone, and still it stays silent.
        var levels = host.GetProperty("logging").GetProperty("logLevel");
        Assert.Equal(("Warning", "Information"), (levels.GetProperty("default").GetString(), levels.GetProperty("Host.Function.Console").GetString()));
        Assert.Equal(TimeSpan.FromMinutes(10), TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Data(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.GetDirectoryName(folder)!, file))
        .Where(file => DataFile().IsMatch(file)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:localization/(?!packages\.lock)[^/]+\.json|localization/answer-bank/[^/]+\.json|localization/audio/\w+/[^/]+\.(?:wav|mp3)|flows/(?!packages\.lock)[^/]+\.json)$")]
    private static partial Regex DataFile();

    [GeneratedRegex(@"^(?:host\.json|[a-z]+/function\.json|Hotline|Hotline\.(?:deps|runtimeconfig)\.json|createdump|lib[\w.]+\.so|(?:Hotline|System|Microsoft|Azure|OpenTelemetry|Polly|SQLitePCLRaw|Humanizer|WindowsBase|mscorlib|netstandard)(?:\.\w+)*\.dll|localization/(?!packages\.lock)[^/]+\.json|localization/answer-bank/[^/]+\.json|localization/audio/\w+/[^/]+\.(?:wav|mp3)|flows/(?!packages\.lock)[^/]+\.json)$")]
    private static partial Regex Known();
}
