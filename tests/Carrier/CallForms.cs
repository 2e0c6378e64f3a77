using System.Globalization;

namespace Hotline.Tests.Carriers;

/// <summary>The fields of webhooks about calls and recordings (twilio.com/docs/voice/twiml, /voice/api/call-resource, /voice/api/recording; Somleng's serializers).</summary>
internal static class CallForms
{
    private static readonly string[] Geography = ["City", "State", "Zip", "Country"];

    public static IReadOnlyList<(string, string)> Step(FakeProvider provider, KeptCall call, string status, params IEnumerable<(string, string)> more)
    {
        var (from, to) = (provider.Written(call.From), provider.Written(call.To));
        List<(string, string)> fields =
        [
            ("Called", to), ("Caller", from), ("From", from), ("To", to), ("CallSid", call.Sid), ("Direction", call.Direction), ("AccountSid", provider.AccountSid),
            ("ApiVersion", "2010-04-01"), ("CallStatus", status),
        ];
        if (!provider.IsSomleng)
            foreach (var party in (string[])["From", "To", "Caller", "Called"])
                fields.AddRange(Geography.Select(part => (party + part, part == "Country" ? "KH" : "")));
        fields.AddRange(more);
        return fields;
    }

    public static IReadOnlyList<(string, string)> Progress(FakeProvider provider, KeptCall call, DateTimeOffset at)
    {
        List<(string, string)> more =
        [
            ("CallbackSource", "call-progress-events"), ("Timestamp", MessageJson.Time(at)!),
            ("SequenceNumber", provider.IsSomleng ? "0" : call.Sequence++.ToString(CultureInfo.InvariantCulture)),
        ];
        if (call is { Status: "completed", Answered: not null })
            more.Add(("CallDuration", Seconds(call.Lasted)));
        return Step(provider, call, call.Status, more);
    }

    public static IReadOnlyList<(string, string)> Recording(FakeProvider provider, KeptRecording recording)
    {
        List<(string, string)> fields =
        [
            ("RecordingSource", "RecordVerb"), ("RecordingSid", recording.Sid), ("RecordingUrl", provider.AddressOf(recording)), ("RecordingStatus", "completed"),
            ("RecordingChannels", "1"), ("CallSid", recording.Call), ("RecordingStartTime", MessageJson.Time(recording.Started)!), ("AccountSid", provider.AccountSid),
            ("RecordingDuration", Seconds(recording.Length)),
        ];
        if (provider.IsSomleng)
            fields.Add(("ApiVersion", "2010-04-01"));
        return fields;
    }

    /// <summary>Somleng tells only the address and the length.</summary>
    public static IEnumerable<(string, string)> Recorded(FakeProvider provider, KeptRecording recording, string digits)
    {
        yield return ("RecordingUrl", provider.AddressOf(recording));
        yield return ("RecordingDuration", Seconds(recording.Length));
        if (provider.IsSomleng)
            yield break;
        yield return ("RecordingSid", recording.Sid);
        if (digits.Length > 0)
            yield return ("Digits", digits);
    }

    public static string Seconds(TimeSpan length) => ((int)length.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
