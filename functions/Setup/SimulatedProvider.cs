using System.Collections.Frozen;

namespace Hotline.Functions.Setup;

/// <summary>In Development, until somebody names an account or an API, the simulator is the provider, with numbers of its own: all that the hotline does can be seen at once.</summary>
internal static class SimulatedProvider
{
    public const string PublicLine = "+85512000000";

    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["Provider:Number"] = PublicLine,
        ["Provider:CheckInNumber"] = "+85512000010",
        ["Provider:MissedCallNumber"] = "+85512000020",
        ["Hotline:StaffNumbers"] = "+85512000030",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A name and a token that somebody gave belong to a real account.</summary>
    public static bool Serves(Func<string, string?> get) => get("Provider:ApiUrl") is null && get("Provider:AccountSid") is null && get("Provider:AuthToken") is null;

    /// <param name="name">Of a setting that nobody gave.</param>
    /// <param name="ownAddress">Without a slash at the end.</param>
    public static string? Setting(string name, string ownAddress) => name == "Provider:ApiUrl" ? ownAddress + "/simulator" : Usual.GetValueOrDefault(name);
}
