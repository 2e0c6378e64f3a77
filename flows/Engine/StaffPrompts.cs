namespace Hotline.Flows.Engine;

/// <summary>What people on duty get: that something waits, and its short name. Anyone may look at their phone too.</summary>
public static class StaffPrompts
{
    public const string Alert = "staff.alert";
    public const string AlertCall = "staff.alert-call";
    public const string AlertSeen = "staff.alert-seen";

    /// <summary>Takes the alert as seen; any other key hears it again.</summary>
    public const string SeenKey = "1";

    public static IEnumerable<(string Key, Channel Channel)> All => [(Alert, Channel.Text), (AlertCall, Channel.Voice), (AlertSeen, Channel.Voice)];
}
