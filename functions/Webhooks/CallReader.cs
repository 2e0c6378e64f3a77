using System.Globalization;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>A step of a call: its start, keys, a recording that has just ended, the end of a bridged call, or the end of the call.</summary>
internal static class CallReader
{
    public static WebhookResult Read(WebhookForm form, int step, ProviderKind provider)
    {
        form.TryGet("CallSid"u8, out var sid);
        if (!SidShape.IsCall(sid, provider) || form.Find("MessageSid"u8) >= 0)
            return WebhookSchema.Refuse(RefusalReason.Sid);
        form.TryGet("From"u8, out var from);
        var caller = Party.Read(from, WebhookKind.Call, provider);
        if (caller == PartyKind.Unreadable)
            return WebhookSchema.Refuse(RefusalReason.From);
        form.TryGet("To"u8, out var to);
        if (Party.Read(to, WebhookKind.Call, provider) is not (PartyKind.Number or PartyKind.ShortCode or PartyKind.Sip))
            return WebhookSchema.Refuse(RefusalReason.To);
        form.TryGet("Direction"u8, out var direction);
        if (!ClosedWords.IsDirection(direction))
            return WebhookSchema.Refuse(RefusalReason.Direction);
        form.TryGet("CallStatus"u8, out var state);
        if (!ClosedWords.IsCallState(state) || (form.TryGet("DialCallStatus"u8, out var dialled) && !ClosedWords.IsDialState(dialled)))
            return WebhookSchema.Refuse(RefusalReason.State);
        if (form.TryGet("Digits"u8, out var digits) && !ClosedWords.IsDigits(digits))
            return WebhookSchema.Refuse(RefusalReason.Digits);
        if (!RecordingFields.TryRead(form, provider, out var recording))
            return WebhookSchema.Refuse(RefusalReason.Recording);
        bool ended = ClosedWords.IsEnded(state);
        string call = Encoding.ASCII.GetString(sid);
        return new Accepted(new Received
        {
            Kind = WebhookKind.Call,
            Id = ended && recording.Url is null ? call + ":end" : string.Create(CultureInfo.InvariantCulture, $"{call}:{step}"),
            CallSid = call,
            Step = step,
            From = Encoding.ASCII.GetString(from),
            To = Encoding.ASCII.GetString(to),
            Withheld = caller == PartyKind.Withheld,
            Unanswerable = caller is PartyKind.Name or PartyKind.ShortCode or PartyKind.Sip,
            Outbound = direction.StartsWith("outbound"u8),
            Digits = form.Text("Digits"u8),
            Hangup = ended,
            CallStatus = Encoding.ASCII.GetString(state),
            DialCallStatus = form.Text("DialCallStatus"u8),
            RecordingUrl = recording.Url,
            RecordingSid = recording.Sid,
            RecordingSeconds = recording.Seconds,
        });
    }
}
