using System.Text;
using Hotline.Functions.Providers;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Reconciling;

/// <summary>A listed text as its webhook would have brought it.</summary>
/// <param name="OurNumber">Where it came in, as we write it.</param>
/// <param name="At">When it was sent; by our clock not in the future.</param>
internal sealed record InboundText(Received Received, string OurNumber, DateTimeOffset At, bool HasWords)
{
    /// <summary>Twilio's names of messages with pictures (docs: "SID", message resource); Somleng carries none.</summary>
    private const string WithPictures = "MM";

    /// <summary>Deleting the message would delete its pictures, which nobody has fetched.</summary>
    public bool HasPictures => Received.Id.StartsWith(WithPictures, StringComparison.Ordinal);

    /// <param name="pictures">Name of a message → where its pictures are listed.</param>
    public static InboundText Of(ProviderMessage message, string ourNumber, ProviderKind kind, Func<string, string> pictures, DateTimeOffset now, DateTimeOffset at)
    {
        var sender = Party.Read(Encoding.UTF8.GetBytes(message.From), WebhookKind.Sms, kind);
        var received = new Received
        {
            Kind = WebhookKind.Sms,
            Id = message.Sid,
            MessageSid = message.Sid,
            From = message.From,
            To = message.To,
            Withheld = sender == PartyKind.Withheld,
            // A sender in no shape that we know could not be answered either, and is kept to be read.
            Unanswerable = sender is PartyKind.Name or PartyKind.ShortCode or PartyKind.Unreadable,
            Body = message.Body,
            MediaUrls = message.Sid.StartsWith(WithPictures, StringComparison.Ordinal) ? [pictures(message.Sid)] : [],
        };
        return new InboundText(received, ourNumber, at < now ? at : now, message.Body.Length > 0);
    }

    public override string ToString() => nameof(InboundText);
}
