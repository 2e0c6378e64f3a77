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

    /// <summary>How a text of ours fared.</summary>
    public Dictionary<string, string> Delivery(CarriedText text, string status) => new(StringComparer.Ordinal)
    {
        ["AccountSid"] = settings.AccountSid,
        ["ApiVersion"] = "2010-04-01",
        ["From"] = text.From,
        ["To"] = text.To,
        ["MessageSid"] = text.Sid,
        ["SmsSid"] = text.Sid,
        ["MessageStatus"] = status,
        ["SmsStatus"] = status,
    };

    public Dictionary<string, string> Call(SimulatedCall call, string status, IEnumerable<KeyValuePair<string, string>> more)
    {
        var fields = call.Outgoing is null ? Start(call.Person, call.Line) : Start(call.Line, call.Person);
        foreach (var name in (string[])["", "City", "State", "Zip", "Country"])
            (fields["Caller" + name], fields["Called" + name]) = (fields["From" + name], fields["To" + name]);
        fields["CallSid"] = call.Sid;
        fields["CallStatus"] = status;
        fields["Direction"] = call.Outgoing is null ? "inbound" : "outbound-api";
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
        (fields["FromCountry"], fields["ToCountry"]) = (Country(from), Country(to));
        return fields;
    }

    private string Country(string number) => number.StartsWith('+') ? phrases.Numbers.CountryOfPrefix(number) ?? "" : "";
}
