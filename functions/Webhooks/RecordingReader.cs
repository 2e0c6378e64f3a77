using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>The state of a recording. It names the call and nobody's number.</summary>
internal static class RecordingReader
{
    public static WebhookResult Read(WebhookForm form, ProviderKind provider)
    {
        form.TryGet("CallSid"u8, out var sid);
        if (!SidShape.IsCall(sid, provider) || form.Find("MessageSid"u8) >= 0)
            return WebhookSchema.Refuse(RefusalReason.Sid);
        form.TryGet("RecordingStatus"u8, out var state);
        if (!ClosedWords.IsRecordingState(state))
            return WebhookSchema.Refuse(RefusalReason.State);
        if (!RecordingFields.TryRead(form, provider, out var recording)
            || (recording.Url is null && state.SequenceEqual("completed"u8)))
            return WebhookSchema.Refuse(RefusalReason.Recording);
        string status = Encoding.ASCII.GetString(state);
        return new Accepted(new Received
        {
            Kind = WebhookKind.Recording,
            Id = recording.Sid + ":" + status,
            CallSid = Encoding.ASCII.GetString(sid),
            RecordingUrl = recording.Url,
            RecordingSid = recording.Sid,
            RecordingSeconds = recording.Seconds,
            RecordingStatus = status,
        });
    }
}
