using System.Globalization;
using System.Text;

namespace Hotline.Functions.Webhooks;

/// <summary>What a webhook says about a recording. Somleng's Record action has no RecordingSid; the address ends in it.</summary>
internal readonly record struct RecordingFields(string? Url, string? Sid, int Seconds)
{
    /// <returns>False when a field is there and not in its shape, or the address is of another recording. Nothing there is fine.</returns>
    public static bool TryRead(WebhookForm form, ProviderKind provider, out RecordingFields recording)
    {
        recording = default;
        int seconds = 0;
        if (form.TryGet("RecordingDuration"u8, out var duration) && !duration.IsEmpty
            && (!ClosedWords.IsNumber(duration, 6) || !int.TryParse(duration, CultureInfo.InvariantCulture, out seconds)))
            return false;
        bool named = form.TryGet("RecordingSid"u8, out var sid);
        if (named && !SidShape.IsRecording(sid, provider))
            return false;
        bool placed = form.TryGet("RecordingUrl"u8, out var url);
        var last = placed ? MediaAddress.LastPart(url) : sid;
        if (placed && (!SidShape.IsRecording(last, provider) || (named && !last.SequenceEqual(sid))))
            return false;
        recording = new RecordingFields(
            placed ? Encoding.ASCII.GetString(url) : null, last.IsEmpty ? null : Encoding.ASCII.GetString(last), seconds);
        return true;
    }

    public override string ToString() => "RecordingFields";
}
