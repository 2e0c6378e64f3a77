namespace Hotline.Functions.Providers;

/// <summary>Which messages. Only a number of ours is asked for, so that nobody's number comes to stand in an address.</summary>
/// <param name="OurNumber">E.164 with its plus, or a short code.</param>
/// <param name="Inbound">True: texts that came in to it; false: texts that went out from it.</param>
/// <param name="From">Sent at this time or later.</param>
/// <param name="Until">Sent at this time or before.</param>
public sealed record MessageQuery(string OurNumber, bool Inbound, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Judged here again, because Somleng lists everything whatever is asked for.</summary>
    internal bool Asks(ProviderMessage message) =>
        message.Inbound == Inbound
        && (Inbound ? message.To : message.From).TrimStart('+') == OurNumber.TrimStart('+')
        && (message.At is not { } at || (at > From.AddSeconds(-1) && at < Until.AddSeconds(1)));

    public override string ToString() => nameof(MessageQuery);
}
