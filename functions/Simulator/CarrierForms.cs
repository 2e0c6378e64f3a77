using System.Globalization;
using Hotline.Functions.Setup;
using Hotline.Localization;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Simulator;

/// <summary>
/// The fields of webhooks as Twilio sends them, empty ones too (twilio.com/docs/messaging/guides/webhook-request, /voice/twiml#twilios-request,
/// /voice/twiml/gather, /voice/twiml/record, /voice/api/recording#recordingstatuscallback).
/// </summary>
internal sealed class CarrierForms(Settings settings, Phrasebook phrases)
{
    /// <summary>The hotline's public number.</summary>
    public const string Line = "+85512000000";

    public Dictionary<string, string> Text(string sid, string from, string to, string body)
    {
        var fields = Start(from, to);
        fields["MessageSid"] = fields["SmsMessageSid"] = fields["SmsSid"] = sid;
        fields["SmsStatus"] = "received";
        fields["Body"] = body;
        fields["NumMedia"] = "0";
        fields["NumSegments"] = SmsSegments.Measure(body).Segments.ToString(CultureInfo.InvariantCulture);
        return fields;
    }

    public Dictionary<string, string> Call(string sid, string from, string to, string status, IEnumerable<KeyValuePair<string, string>> more)
    {
        var fields = Start(from, to);
        foreach (var name in (string[])["", "City", "State", "Zip", "Country"])
            (fields["Caller" + name], fields["Called" + name]) = (fields["From" + name], fields["To" + name]);
        fields["CallSid"] = sid;
        fields["CallStatus"] = status;
        fields["Direction"] = "inbound";
        foreach (var (name, value) in more)
            fields[name] = value;
        return fields;
    }

    public Dictionary<string, string> Recording(string call, string recording, string address, int seconds, DateTimeOffset started) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = settings.AccountSid,
        ["CallSid"] = call,
        ["RecordingSid"] = recording,
        ["RecordingUrl"] = address,
        ["RecordingStatus"] = "completed",
        ["RecordingDuration"] = seconds.ToString(CultureInfo.InvariantCulture),
        ["RecordingChannels"] = "1",
        ["RecordingStartTime"] = started.ToString("R", CultureInfo.InvariantCulture),
        ["RecordingSource"] = "RecordVerb",
    };

    private Dictionary<string, string> Start(string from, string to)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["AccountSid"] = settings.AccountSid, ["ApiVersion"] = "2010-04-01", ["From"] = from, ["To"] = to };
        foreach (var end in (string[])["From", "To"])
            fields[end + "City"] = fields[end + "State"] = fields[end + "Zip"] = "";
        fields["FromCountry"] = from.StartsWith('+') ? phrases.Numbers.CountryOfPrefix(from) ?? "" : "";
        fields["ToCountry"] = "KH";
        return fields;
    }
}
