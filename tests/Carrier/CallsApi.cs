using System.Globalization;

namespace Hotline.Tests.Carriers;

/// <summary>What the API answers about calls.</summary>
internal sealed class CallsApi(FakeProvider provider)
{
    private static readonly string[] Events = ["initiated", "ringing", "answered", "completed"];

    private Refusal No => provider.Refusal;

    public Reply Create(Asked asked)
    {
        var (to, from, url) = (asked.Field("To") ?? "", asked.Field("From") ?? "", asked.Field("Url") ?? "");
        if (to.Length == 0)
            return No.Missing("21201", "To");
        if (from.Length == 0)
            return No.Missing("21213", "From");
        if (!provider.IsNumber(to))
            return No.BadNumber;
        if (!provider.IsOurs(from))
            return No.NotOurs;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var answered) || answered.Scheme is not ("https" or "http") || asked.Field("Method") is "GET")
            return No.Bad("21205", "Url parameter is required, and asked by POST");
        var rings = 60;
        if (asked.Field("Timeout") is { } seconds && !(int.TryParse(seconds, CultureInfo.InvariantCulture, out rings) && rings is >= 1 and <= 600))
            return No.Bad("21226", "Invalid Timeout");
        // Somleng takes no notice of it.
        rings = provider.IsSomleng ? 60 : rings;
        var events = asked.Form.TryGetValue("StatusCallbackEvent", out var told) ? told.OfType<string>().ToArray() : ["completed"];
        return events.All(Events.Contains)
            ? Reply.Json(201, Json(provider.Calls.Start(to, from, url, asked.Field("StatusCallback"), events, TimeSpan.FromSeconds(rings))))
            : No.Bad("21626", "Invalid StatusCallbackEvent");
    }

    public Reply Fetch(string sid) => provider.Calls.Find(sid) is { } call ? Reply.Json(200, Json(call)) : No.NotFound;

    /// <summary>completed ends any call, canceled only one that nobody has answered.</summary>
    public Reply Change(string sid, Asked asked)
    {
        if (provider.Calls.Find(sid) is not { } call)
            return No.NotFound;
        if (asked.Field("Status") is not ("completed" or "canceled"))
            return No.Bad("21218", "Invalid status");
        if (call.IsOver || (asked.Field("Status") == "canceled" && call.Answered is not null))
            return No.CallIsOver;
        provider.Calls.End(call, call.Answered is null ? "canceled" : "completed", asked.At);
        return Reply.Json(200, Json(call));
    }

    private Dictionary<string, object?> Json(KeptCall call) => new()
    {
        ["account_sid"] = provider.AccountSid,
        ["api_version"] = "2010-04-01",
        ["date_created"] = MessageJson.Time(call.Created),
        ["date_updated"] = MessageJson.Time(call.Created),
        ["direction"] = call.Direction,
        ["duration"] = call is { Answered: not null, IsOver: true } ? CallForms.Seconds(call.Lasted) : null,
        ["end_time"] = MessageJson.Time(call.Ended),
        ["from"] = provider.Written(call.From),
        ["parent_call_sid"] = null,
        ["price"] = null,
        ["sid"] = call.Sid,
        ["start_time"] = MessageJson.Time(call.Answered),
        ["status"] = call.Status,
        ["subresource_uris"] = new Dictionary<string, string>(),
        ["to"] = provider.Written(call.To),
        ["uri"] = $"{provider.AccountPath}Calls/{call.Sid}.json",
    };
}
