using Hotline.Functions.Keys;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Setup;

/// <summary>Environment and appsettings.json → <see cref="Settings"/>. In Development missing provider secrets are made and kept in the data folder; elsewhere a missing one stops the start.</summary>
public static class SettingsReader
{
    private const int LongestShortCode = 6;

    /// <exception cref="SetupException">One sentence that says what to set.</exception>
    public static Settings Read(IConfiguration configuration, bool development)
    {
        string? Given(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        var simulated = development && SimulatedProvider.Serves(Given);
        string? Get(string name) => Given(name) ?? (simulated ? SimulatedProvider.Setting(name, Address.OfServer(configuration)) : null);
        string Needed(string name, string what) =>
            Get(name) ?? throw new SetupException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing: set it to {what}.");

        var data = Path.GetFullPath(Get("Hotline:DataPath") ?? ".hotline");
        var kind = (Get("Provider:Kind") ?? "twilio").ToLowerInvariant() switch
        {
            "twilio" => ProviderKind.Twilio,
            "somleng" => ProviderKind.Somleng,
            _ => throw new SetupException("The setting Provider__Kind has to be twilio or somleng."),
        };
        var made = development ? DevelopmentSecrets.OpenOrMake(data) : null;
        var token = Get("Provider:AuthToken") ?? made?.AuthToken ?? Needed("Provider:AuthToken", "the auth token of the provider account, which signs every webhook");
        var previous = Get("Provider:PreviousAuthToken");
        var api = ProviderHosts.Api(Get("Provider:ApiUrl") ?? (kind == ProviderKind.Twilio ? "https://api.twilio.com" : "https://api.somleng.org"), development);
        var settings = new Settings
        {
            Development = development,
            PublicUrl = CheckedUrl(Get("Hotline:PublicUrl") ?? (development ? Address.OfServer(configuration) : Needed("Hotline:PublicUrl", "the https address under which the provider reaches this gateway")), development),
            DataPath = data,
            Storage = StorageSettings.Read(Get, "Storage:Account", Get("Storage:Table") ?? "hotline"),
            Cases = Get("Storage:Account") is null ? null : StorageSettings.Read(Get, Get("Storage:Cases") is null ? "Storage:Account" : "Storage:Cases", (Get("Storage:Table") ?? "hotline") + "cases"),
            KeyPath = Path.GetFullPath(Get("Hotline:KeyPath") ?? Path.Combine(data, "keys")),
            CasePath = Path.GetFullPath(Get("Hotline:CasePath") ?? Path.Combine(data, "cases.db")),
            Provider = kind,
            AccountSid = Get("Provider:AccountSid") ?? made?.AccountSid ?? Needed("Provider:AccountSid", "the account id of the provider account"),
            AuthTokens = previous is null ? [token] : [token, previous],
            ApiUrl = api,
            MediaHosts = ProviderHosts.Media(Get("Provider:MediaHosts"), api),
            DutyNumber = CheckedNumber("Hotline__DutyNumber", Get("Hotline:DutyNumber")),
            StaffNumbers = CheckedNumbers("Hotline__StaffNumbers", Get("Hotline:StaffNumbers")),
            CheckInNumber = CheckedNumber("Provider__CheckInNumber", Get("Provider:CheckInNumber")),
            RefuseUnverifiedNumbers = Flag("Hotline:RefuseUnverifiedNumbers", Get("Hotline:RefuseUnverifiedNumbers")),
            SegmentPrice = decimal.TryParse(Get("Hotline:SegmentPrice"), System.Globalization.CultureInfo.InvariantCulture, out var price) ? price : 0.05m,
            Outreach = OutreachReader.Read(Get),
        };
        OutreachReader.Check(settings);
        return settings;
    }

    private static string CheckedUrl(string url, bool development)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/")
            throw new SetupException("The setting Hotline__PublicUrl has to be an absolute address without path or query, like https://hotline.example.org.");
        if (uri.Scheme != Uri.UriSchemeHttps && !(development && uri.Scheme == Uri.UriSchemeHttp))
            throw new SetupException("The setting Hotline__PublicUrl has to begin with https://, because webhooks carry what callers say.");
        return url.TrimEnd('/');
    }

    /// <summary>Found here and not while somebody is on the line.</summary>
    internal static string? CheckedNumber(string setting, string? number) =>
        number is null || (number.TrimStart('+') is { Length: >= 3 and <= 15 } digits && digits.All(char.IsAsciiDigit) && (number[0] == '+' || number.Length <= LongestShortCode))
            ? number
            : throw new SetupException($"The setting {setting} has to be a phone number like +85512345678: a plus and digits, nothing between, so that it can be called from abroad.");

    /// <summary>With commas between.</summary>
    internal static IReadOnlyList<string> CheckedNumbers(string setting, string? numbers) =>
        [.. (numbers ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(number => CheckedNumber(setting, number)!)];

    private static bool Flag(string name, string? value) => value switch
    {
        null or "false" or "False" => false,
        "true" or "True" => true,
        _ => throw new SetupException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} has to be true or false."),
    };
}
