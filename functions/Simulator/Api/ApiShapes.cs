using System.Globalization;
using System.Text.Json.Nodes;
using Hotline.Functions.Setup;
using Hotline.Functions.Webhooks;
using Hotline.Localization.Sms;

namespace Hotline.Functions.Simulator.Api;

/// <summary>Texts and calls as the API writes them (twilio.com/docs/messaging/api/message-resource, /voice/api/call-resource). Somleng leaves the plus away and says "outbound".</summary>
internal sealed class ApiShapes(Settings settings)
{
    private bool Somleng => settings.Provider == ProviderKind.Somleng;

    /// <param name="root">The account's address, as it was asked.</param>
    public JsonObject Text(CarriedText text, string root) => new()
    {
        ["account_sid"] = settings.AccountSid,
        ["api_version"] = "2010-04-01",
        ["body"] = text.Body,
        ["date_created"] = Time(text.At),
        ["date_sent"] = Time(text.At),
        ["date_updated"] = Time(text.At),
        ["direction"] = Somleng && text.Direction != "inbound" ? "outbound" : text.Direction,
        ["error_code"] = null,
        ["error_message"] = null,
        ["from"] = Written(text.From),
        ["num_media"] = "0",
        ["num_segments"] = SmsSegments.Measure(text.Body).Segments.ToString(CultureInfo.InvariantCulture),
        ["price"] = null,
        ["price_unit"] = "USD",
        ["sid"] = text.Sid,
        ["status"] = text.Status,
        ["to"] = Written(text.To),
        ["uri"] = $"{root}Messages/{text.Sid}.json",
    };

    public JsonObject Call(SimulatedCall call, string root) => new()
    {
        ["account_sid"] = settings.AccountSid,
        ["api_version"] = "2010-04-01",
        ["direction"] = call.Outgoing is null ? "inbound" : Somleng ? "outbound" : "outbound-api",
        ["from"] = Written(call.Outgoing is null ? call.Person : call.Line),
        ["sid"] = call.Sid,
        ["status"] = call.End ?? (call.Rings ? "ringing" : "in-progress"),
        ["to"] = Written(call.Outgoing is null ? call.Line : call.Person),
        ["uri"] = $"{root}Calls/{call.Sid}.json",
    };

    private string Written(string number) => Somleng ? number.TrimStart('+') : number;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
