using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>What became of a text we sent: From is our sender, To the person. Somleng repeats the text itself, which we do not read.</summary>
internal static class DeliveryReader
{
    public static WebhookResult Read(WebhookForm form, ProviderKind provider)
    {
        form.TryGet("MessageSid"u8, out var sid);
        if (!SidShape.IsMessage(sid, provider) || form.Find("CallSid"u8) >= 0 || !form.AgreesWith("SmsSid"u8, sid))
            return WebhookSchema.Refuse(RefusalReason.Sid);
        form.TryGet("MessageStatus"u8, out var state);
        if (!ClosedWords.IsMessageState(state) || !form.AgreesWith("SmsStatus"u8, state))
            return WebhookSchema.Refuse(RefusalReason.State);
        if (form.TryGet("ErrorCode"u8, out var error) && !error.IsEmpty && !ClosedWords.IsFault(error))
            return WebhookSchema.Refuse(RefusalReason.State);
        form.TryGet("From"u8, out var from);
        if (Party.Read(from, WebhookKind.Delivery, provider) == PartyKind.Unreadable)
            return WebhookSchema.Refuse(RefusalReason.From);
        form.TryGet("To"u8, out var to);
        if (Party.Read(to, WebhookKind.Delivery, provider) is not (PartyKind.Number or PartyKind.ShortCode))
            return WebhookSchema.Refuse(RefusalReason.To);
        string message = Encoding.ASCII.GetString(sid);
        string status = Encoding.ASCII.GetString(state);
        return new Accepted(new Received
        {
            Kind = WebhookKind.Delivery,
            Id = message + ":" + status,
            MessageSid = message,
            From = Encoding.ASCII.GetString(from),
            To = Encoding.ASCII.GetString(to),
            MessageStatus = status,
            ErrorCode = error.IsEmpty ? null : Encoding.ASCII.GetString(error),
        });
    }
}
