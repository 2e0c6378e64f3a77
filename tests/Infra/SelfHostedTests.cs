using System.Text.RegularExpressions;
using Hotline.Tests.House;
using Xunit;

namespace Hotline.Tests.Infra;

public sealed partial class SelfHostedTests
{
    private static readonly string Guide = Source.Read("infra/README.md");

    private static readonly string[] Units = ["hotline.service", "hotline-backup.service", "hotline-backup.timer"];

    [Fact]
    public void Every_program_that_a_unit_starts_is_ours_or_Debians_and_every_command_is_one_of_ours()
    {
        var commands = Units.SelectMany(Lines).Where(line => line.Name is "ExecStart" or "ExecStartPost").Select(line => line.Value).ToList();
        Assert.Equal(5, commands.Count);
        Assert.All(commands, command => Assert.Matches("^(?:/opt/hotline/Hotline$|/bin/sh -c 'exec /opt/hotline/Hotline backup (?:--cases )?/var/backups/hotline/|/usr/bin/find /var/backups/hotline/)", command));
        Assert.Contains("<AssemblyName>Hotline</AssemblyName>", Source.Read("functions/Hotline.Functions.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_folder_and_file_that_a_unit_needs_is_made_by_the_guide()
    {
        foreach (var path in Units.SelectMany(Lines).SelectMany(line => Folder().Matches(line.Value)).Select(match => match.Value).Distinct())
            Assert.Contains(path, Guide, StringComparison.Ordinal);
        foreach (Match copied in Copied().Matches(Guide))
            Assert.Contains(copied.Value, Source.Files);
        Assert.All(Units, unit => Assert.Contains($"infra/self-hosted/{unit}", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_in_units_image_and_environment_is_one_that_the_gateway_reads()
    {
        var set = Units.SelectMany(Lines).Where(line => line.Name == "Environment").Select(line => line.Value.Split('=')[0])
            .Concat(Set().Matches(Source.Read("infra/self-hosted/hotline.env") + Source.Read("infra/self-hosted/Containerfile")).Select(match => match.Groups[1].Value));
        Assert.Equal([], set.Except(["DOTNET_EnableDiagnostics"]).Except(SettingNames.Read));
    }

    [Fact]
    public void The_token_comes_as_a_credential_and_stands_nowhere()
    {
        Assert.Contains(Lines("hotline.service"), line => line == ("LoadCredential", "Provider__AuthToken:/etc/hotline/secrets/Provider__AuthToken"));
        Assert.DoesNotMatch("AuthToken=", string.Concat(Source.Files.Where(file => file.StartsWith("infra/self-hosted/", StringComparison.Ordinal)).Select(Source.Read)));
    }

    [Theory]
    [InlineData("Restart", "always")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    [InlineData("UMask", "0077")]
    [InlineData("LimitCORE", "0")]
    [InlineData("User", "hotline")]
    public void The_service_is_shut_in(string name, string value) => Assert.Contains((name, value), Lines("hotline.service"));

    /// <summary>A program that never says that it lives would be killed for it.</summary>
    [Fact]
    public void No_watchdog_is_asked_for() => Assert.DoesNotContain(Units.SelectMany(Lines), line => line.Name == "WatchdogSec");

    [Fact]
    public void Case_keys_are_kept_for_no_longer_than_seven_days() =>
        Assert.Contains(("ExecStartPost", "/usr/bin/find /var/backups/hotline/cases -type f -mtime +6 -delete"), Lines("hotline-backup.service"));

    [Fact]
    public void The_proxy_lets_every_route_through_and_nothing_else_and_logs_no_request()
    {
        var proxy = Source.Read("infra/self-hosted/Caddyfile");
        var routes = Route().Matches(Source.Read("functions/Setup/Routes.cs")).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["audio", "call", "delivery", "health", "recording", "ring", "sms"], routes);
        var doors = Doors().Match(proxy).Groups[1].Value.Split(' ').Select(path => path.Split('/')[1]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(routes, doors);
        Assert.Contains("request delete", proxy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^\t(?:log|tracing|metrics)\b(?! \{\n\t\toutput stderr\n\t\tlevel ERROR)", proxy);
    }

    [Fact]
    public void The_image_holds_no_keys_and_runs_as_nobody()
    {
        var image = Source.Read("infra/self-hosted/Containerfile");
        Assert.Matches(@"(?m)^USER \d{5}:\d{5}$", image);
        Assert.Equal(["out/ /opt/hotline/"], CopyLine().Matches(image).Select(match => match.Groups[1].Value));
        Assert.Contains("--read-only", image, StringComparison.Ordinal);
    }

    private static IReadOnlyList<(string Name, string Value)> Lines(string unit) =>
        [.. Source.Read($"infra/self-hosted/{unit}").Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=', 2)).Select(line => (line[0], line[1]))];

    [GeneratedRegex(@"/(?:opt|etc|var)/[\w./-]*?hotline(?:/(?:data|cases|secrets|hotline\.env))?(?=[/:\s']|$)")]
    private static partial Regex Folder();

    [GeneratedRegex(@"infra/self-hosted/[\w.-]+")]
    private static partial Regex Copied();

    [GeneratedRegex("^(?:ENV )? *([A-Z][A-Za-z]+_[A-Za-z_]+)=", RegexOptions.Multiline)]
    private static partial Regex Set();

    [GeneratedRegex("app\\.Map(?:Post|Get)\\(\"/([a-z]+)")]
    private static partial Regex Route();

    [GeneratedRegex(@"@doors path (.*)")]
    private static partial Regex Doors();

    [GeneratedRegex(@"(?m)^COPY --chown=root:root (.*)$")]
    private static partial Regex CopyLine();
}
