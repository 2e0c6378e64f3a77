using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hotline.Functions.Simulator.Api;
using Microsoft.AspNetCore.Http.Features;

namespace Hotline.Functions.Simulator;

/// <summary>
/// GET /simulator: a phone in the browser. POST /simulator/…: what it does, as JSON, which no foreign page may send without being asked first. What the
/// hotline does of its own accord comes by the provider's API (<see cref="ApiDoor"/>). Only in Development and only from this computer; whatever a caller
/// does goes through the signed webhooks.
/// </summary>
public static class SimulatorDoor
{
    private const int LongestRequest = 16 * 1024;

    public static void Map(WebApplication app)
    {
        // Made here and not with the services: outside Development there is no carrier that could sign.
        var carrier = ActivatorUtilities.CreateInstance<Carrier>(app.Services);
        app.Lifetime.ApplicationStopped.Register(carrier.Dispose);
        T Make<T>(params object[] parts) => ActivatorUtilities.CreateInstance<T>(app.Services, parts);
        var (forms, calls, inbox, texts, recordings) = (Make<CarrierForms>(), new SimulatedCalls(), new PhoneInbox(), Make<CarriedTexts>(), Make<SimulatedRecordings>());
        var walk = Make<TwimlWalk>(carrier, forms);
        var hand = Make<TwimlPhone>(walk, carrier, forms, recordings);
        var seen = Make<PhoneViews>();
        var phone = Make<SimulatorPhone>(carrier, forms, hand, calls, texts, seen, Make<TurnViews>());
        var arrived = Make<InboxViews>(inbox, calls, seen);
        var shapes = Make<ApiShapes>();
        Make<ApiDoor>(Make<MessagesApi>(texts, inbox, shapes, carrier, forms, walk), Make<CallsApi>(calls, shapes, hand), recordings).Map(app);
        var json = SimulatorJson.Readable;

        app.MapGet("/simulator", Loopback.Only(http => PageFiles.Send(http, PageFiles.Page)));
        app.MapGet("/simulator/{name}", Loopback.Only(http => PageFiles.Send(http, (string)http.Request.RouteValues["name"]!)));
        app.MapGet("/simulator/inbox", Loopback.Only(http => Inbox(http, arrived)));
        Post(app, "text", json.TextSent, phone.Text);
        Post(app, "call", json.CallPlaced, phone.Call);
        Post(app, "pickup", json.PickedUp, phone.PickUp);
        Post(app, "keys", json.KeysPressed, phone.Keys);
        Post(app, "silence", json.OnCall, phone.Silence);
        Post(app, "record", json.Spoken, phone.Record);
        Post(app, "rung", json.Rung, phone.Rung);
        Post(app, "hangup", json.OnCall, phone.HangUp);
    }

    private static Task Inbox(HttpContext http, InboxViews arrived)
    {
        var since = long.TryParse(http.Request.Query["since"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(arrived.After(since), SimulatorJson.Readable.InboxAnswer, cancellationToken: http.RequestAborted);
    }

    private static void Post<T>(WebApplication app, string name, JsonTypeInfo<T> type, Func<T, CancellationToken, Task<object>> act) where T : class =>
        app.MapPost("/simulator/" + name, Loopback.Only(async http =>
        {
            var answer = await Read(http, type) is { } request ? await act(request, http.RequestAborted) : new Problem("The request is no JSON object of this kind.");
            http.Response.StatusCode = answer is Problem ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsJsonAsync(answer, answer.GetType(), SimulatorJson.Readable, cancellationToken: http.RequestAborted);
        }));

    private static async Task<T?> Read<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        if (!http.Request.HasJsonContentType())
            return null;
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestRequest;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
