using System.Globalization;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>A provider's no: the code and the HTTP status it comes with (twilio.com/docs/api/errors; Somleng refuses a form with 422 and its code as a string).</summary>
internal sealed class Refusal(ProviderKind kind)
{
    private bool Somleng => kind == ProviderKind.Somleng;

    public Reply Unauthorized => Of(401, "20003", "Authentication Error - invalid username");

    public Reply NotFound => Of(404, "20404", "The requested resource was not found");

    public Reply TooMany => Of(429, "20429", "Too Many Requests");

    public Reply Broken(int status) => Of(status, "20500", "An internal server error has occurred");

    public Reply NotFinal => Somleng ? Of(422, "S1003", "Message is not complete") : Of(409, "20009", "Cannot delete message because delivery has not been completed.");

    public Reply CallIsOver => Somleng ? Of(422, "21220", "Call is not in-progress") : Of(400, "21220", "Call is not in-progress. Cannot redirect.");

    public Reply OptedOut => Of(400, "21610", "Attempt to send to unsubscribed recipient");

    public Reply Landline => Of(400, "21614", "'To' number is not a valid mobile number");

    public Reply BadNumber => Somleng ? Form("13224", "To is invalid") : Form("21211", "Invalid 'To' Phone Number");

    public Reply NotOurs => Somleng ? Form("21210", "From doesn't exist") : Form("21606", "The 'From' phone number provided is not a valid message-capable phone number for this destination.");

    public Reply Missing(string code, string field) => Form(code, $"A '{field}' is required.");

    public Reply Bad(string code, string sentence) => Form(code, sentence);

    private Reply Form(string code, string sentence) => Somleng ? Of(422, code.StartsWith("132", StringComparison.Ordinal) || code == "21210" ? code : "20422", sentence) : Of(400, code, sentence);

    private Reply Of(int status, string code, string message) => Reply.Json(status, new Dictionary<string, object>
    {
        ["code"] = Somleng ? code : int.Parse(code, CultureInfo.InvariantCulture),
        ["message"] = message,
        ["more_info"] = "https://www.twilio.com/docs/errors/" + code,
        ["status"] = status,
    });
}
