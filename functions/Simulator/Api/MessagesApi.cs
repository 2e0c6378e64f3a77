using System.Globalization;
using System.Text.Json.Nodes;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Simulator.Api;

/// <summary>Texts: sent, listed, emptied, deleted. Each reaches its phone at once, and that it did is told like any delivery.</summary>
internal sealed class MessagesApi(CarriedTexts texts, PhoneInbox inbox, ApiShapes shapes, Carrier carrier, CarrierForms forms, TwimlWalk walk, Lines lines, Settings settings, IHostApplicationLifetime life)
{
    private const int LongestBody = 1600;
    private const int MostOnAPage = 1000;

    public ApiAnswer Create(string root, IFormCollection form)
    {
        var (to, from, body) = ((string?)form["To"] ?? "", (string?)form["From"] ?? "", (string?)form["Body"] ?? "");
        if (!SimulatorPhone.IsNumber(to))
            return ApiAnswer.No(400, 21211, "Invalid 'To' Phone Number");
        if (lines.All.FirstOrDefault(line => Lines.Same(line, from)) is not { } ours)
            return ApiAnswer.No(400, 21606, "The 'From' phone number provided is not a valid message-capable phone number for this destination.");
        if (body.Length is 0 or > LongestBody)
            return ApiAnswer.No(400, body.Length == 0 ? 21602 : 21617, "A text has 1 to 1600 characters.");
        var text = texts.Add("outbound-api", ours, to, body);
        inbox.Add(text);
        if ((string?)form["StatusCallback"] is { Length: > 0 } callback)
            _ = Tell(text, walk.Path(callback));
        var json = shapes.Text(text, root);
        json["status"] = "queued";
        return new ApiAnswer(201, json);
    }

    public ApiAnswer Fetch(string root, string sid) => texts.Find(sid) is { } text ? new ApiAnswer(200, shapes.Text(text, root)) : ApiAnswer.NotFound;

    /// <summary>Only an empty body may be set.</summary>
    public ApiAnswer Change(string root, string sid, IFormCollection form) =>
        form["Body"] is not [{ Length: 0 }] ? ApiAnswer.No(400, 20001, "A message can only be emptied")
        : texts.Empty(sid) is { } text ? new ApiAnswer(200, shapes.Text(text, root))
        : ApiAnswer.NotFound;

    public ApiAnswer Delete(string sid) => texts.Delete(sid) ? ApiAnswer.Gone : ApiAnswer.NotFound;

    /// <summary>By From, To and DateSent with both ends; Somleng lists everything whatever is asked for.</summary>
    public ApiAnswer List(string root, IQueryCollection query)
    {
        var size = Math.Clamp(Number(query["PageSize"], 50), 1, MostOnAPage);
        var page = Math.Max(0, Number(query["Page"], 0));
        var found = texts.All().Where(text => settings.Provider == ProviderKind.Somleng || Asked(text, query)).ToList();
        var asked = query.Where(item => item.Key != "Page").SelectMany(item => item.Value, (item, value) => $"{Uri.EscapeDataString(item.Key)}={Uri.EscapeDataString(value ?? "")}");
        var next = found.Count > (page + 1) * size ? $"{root}Messages.json?{string.Join('&', asked)}&Page={page + 1}" : null;
        return new ApiAnswer(200, new JsonObject
        {
            ["messages"] = new JsonArray([.. found.Skip(page * size).Take(size).Select(text => shapes.Text(text, root))]),
            ["page"] = page,
            ["page_size"] = size,
            ["next_page_uri"] = next,
        });
    }

    private async Task Tell(CarriedText text, string path)
    {
        foreach (var status in (string[])["sent", "delivered"])
            await carrier.Post(path, "", forms.Delivery(text, status), life.ApplicationStopping);
    }

    private static bool Asked(CarriedText text, IQueryCollection query) =>
        (query["To"] is not [{ } to] || Lines.Same(to, text.To)) && (query["From"] is not [{ } from] || Lines.Same(from, text.From))
        && !(text.At < Time(query["DateSent>"])) && !(text.At > Time(query["DateSent<"])?.AddSeconds(1));

    private static int Number(string? value, int otherwise) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
