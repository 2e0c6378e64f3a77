namespace Hotline.Functions.Simulator;

/// <summary>A text as the carrier keeps it.</summary>
/// <param name="Direction">inbound, outbound-api or outbound-reply.</param>
internal sealed record CarriedText(string Sid, string Direction, string From, string To, string Body, DateTimeOffset At)
{
    /// <summary>Nothing is ever under way here.</summary>
    public string Status => Direction == "inbound" ? "received" : "delivered";

    public override string ToString() => nameof(CarriedText);
}
