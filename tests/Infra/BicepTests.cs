using System.Text.RegularExpressions;
using Hotline.Tests.House;
using Xunit;

namespace Hotline.Tests.Infra;

public sealed partial class BicepTests
{
    /// <summary>Read beside Microsoft's reference, property by property. Who raises a version reads it again.</summary>
    private static readonly string[] Read =
    [
        "Microsoft.Authorization/roleAssignments@2022-04-01", "Microsoft.Consumption/budgets@2024-08-01", "Microsoft.Insights/actionGroups@2023-01-01", "Microsoft.Insights/activityLogAlerts@2020-10-01",
        "Microsoft.Insights/components@2020-02-02", "Microsoft.Insights/diagnosticSettings@2021-05-01-preview", "Microsoft.Insights/metricAlerts@2018-03-01", "Microsoft.Insights/scheduledQueryRules@2023-12-01",
        "Microsoft.Insights/webtests@2022-06-15", "Microsoft.KeyVault/vaults@2023-07-01", "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31", "Microsoft.OperationalInsights/workspaces@2023-09-01",
        "Microsoft.Storage/storageAccounts@2023-05-01", "Microsoft.Web/serverfarms@2024-04-01", "Microsoft.Web/sites@2024-04-01",
    ];

    /// <summary>The Functions host's own, and the identity's (Azure.Identity).</summary>
    private static readonly string[] OfTheHost =
        ["AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE"];

    [Fact]
    public void Every_app_setting_is_one_that_the_gateway_reads() => Assert.Equal([], Bicep.Settings.Except(OfTheHost).Except(SettingNames.Read));

    [Fact]
    public void Every_setting_that_Production_asks_for_is_there_and_the_token_is_in_the_vault_alone()
    {
        var needed = NeededSetting().Matches(Source.Read("functions/Setup/SettingsReader.cs")).Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal)).ToList();
        Assert.Contains("Hotline__PublicUrl", needed);
        Assert.Contains("Provider__AuthToken", needed);
        Assert.Equal(["Provider__AuthToken"], needed.Except(Bicep.Settings));
        Assert.DoesNotContain("Provider__AuthToken", Bicep.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_stands_in_it_and_none_is_asked_for()
    {
        foreach (var telltale in new[] { "@secure", "listKeys(", "AccountKey=", "SharedAccessKey", "password:", "listAccountSas" })
            Assert.DoesNotContain(telltale, Bicep.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Long(), Role().Replace(Bicep.Text, ""));
        Assert.Matches(Long(), "token: 'a4f1c0d2e3b4a5968778695a4b3c2d1e'");
    }

    [Fact]
    public void Every_resource_is_of_a_version_that_was_read() => Assert.Equal(Read, Bicep.Resources.Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_alarm_tells_somebody_and_is_explained()
    {
        Assert.Equal(["down", "no-sweep", "errors", "strangers-at-the-vault", "new-role", "account-changed", "keys-listed", "month"], Bicep.Alarms);
        var guide = Source.Read("infra/README.md");
        Assert.All(Bicep.Alarms, alarm => Assert.Contains($"`{alarm}`", guide, StringComparison.Ordinal));
        foreach (var alerts in new[] { "resource testAlerts", "resource searches", "resource doorAlerts" })
            Assert.Contains("told.id", Bicep.Block(alerts), StringComparison.Ordinal);
        Assert.Contains("contactEmails: [alertEmail]", Bicep.Block("resource budget"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_says_what_the_alarms_listen_for()
    {
        // The console writes "fail:" before what is logged as an error.
        var sweeper = Source.Read("functions/ToDos/Sweeper.cs");
        Assert.Matches("LogLevel.Error, Message = \"\\{Count\\} to-dos were given up", sweeper);
        Assert.Matches("LogLevel.Error, Message = \"The provider has not answered", Source.Read("functions/ToDos/ProviderProbe.cs"));
        Assert.Contains("yield return \"ok\"", string.Concat(Source.Product.Where(file => file.StartsWith("functions/Health/", StringComparison.Ordinal)).Select(Source.Read)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_and_case_keys_lie_in_accounts_of_their_own_whose_keys_open_nothing_and_whose_requests_are_not_logged()
    {
        foreach (var account in new[] { "resource hostAccount", "resource dataAccount", "resource caseAccount" })
            Assert.Contains("properties: locked", Bicep.Block(account), StringComparison.Ordinal);
        Assert.Contains("allowSharedKeyAccess: false", Bicep.Block("var locked = {"), StringComparison.Ordinal);
        Assert.Contains("name: 'hotlinecases'", Bicep.Block("resource caseAccount"), StringComparison.Ordinal);
        Assert.DoesNotContain("name: 'hotlinecases'", Bicep.Block("resource dataAccount"), StringComparison.Ordinal);
        Assert.Equal(["vault"], Scope().Matches(string.Concat(Diagnostics().Matches(Bicep.Text).Select(match => match.Value))).Select(match => match.Groups[1].Value));
        foreach (var lost in new[] { "StorageRead", "StorageWrite", "StorageDelete", "httpLoggingEnabled: true" })
            Assert.DoesNotContain(lost, Bicep.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_vault_keeps_what_is_deleted_for_a_week_and_cannot_be_emptied()
    {
        var vault = Bicep.Block("resource vault 'Microsoft.KeyVault");
        foreach (var line in new[] { "enableRbacAuthorization: true", "enablePurgeProtection: true", "softDeleteRetentionInDays: 7" })
            Assert.Contains(line, vault, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bracket_closes_and_every_name_that_is_used_is_declared()
    {
        var open = new Stack<char>();
        foreach (var c in Bicep.Code)
            if ("([{".Contains(c, StringComparison.Ordinal))
                open.Push(c);
            else if (")]}".Contains(c, StringComparison.Ordinal))
                Assert.Equal("([{"[")]}".IndexOf(c, StringComparison.Ordinal)], open.Pop());
        Assert.Empty(open);
        var declared = Declared().Matches(Bicep.Text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var used = Dotted().Matches(Bicep.Code).Concat(Hole().Matches(Bicep.Text)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], used.Except(declared).Except(["one", "resourceGroup"]));
        Assert.Contains("identity", used);
    }

    [GeneratedRegex("Needed\\(\"([^\"]+)\"")]
    private static partial Regex NeededSetting();

    [GeneratedRegex(@"(?<![\w.])(?=[0-9A-Za-z+/]*\d)[0-9A-Za-z+/]{28,}={0,2}'")]
    private static partial Regex Long();

    [GeneratedRegex("'[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'")]
    private static partial Regex Role();

    [GeneratedRegex(@"diagnosticSettings@.*?\n}", RegexOptions.Singleline)]
    private static partial Regex Diagnostics();

    [GeneratedRegex(@"scope: (\w+)")]
    private static partial Regex Scope();

    [GeneratedRegex(@"^\s*(?:param|var|resource) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![.\w'])([a-z]\w*)(?:\[i\])?\.(?=[a-z])")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\$\{([a-z]\w*)(?![\w(])")]
    private static partial Regex Hole();
}
