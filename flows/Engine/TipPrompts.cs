namespace Hotline.Flows.Engine;

/// <summary>What is said of tips where no conversation is going on: a missed call is answered by a text.</summary>
public static class TipPrompts
{
    public const string RangJoined = "tips.rang-joined";
    public const string RangLeft = "tips.rang-left";

    internal static readonly IReadOnlyList<(string Key, Channel Channel)> All = [(RangJoined, Channel.Text), (RangLeft, Channel.Text)];
}
