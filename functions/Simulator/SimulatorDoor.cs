using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace Hotline.Functions.Simulator;

/// <summary>
/// GET /simulator: a phone in the browser. POST /simulator/…: what it does, as JSON, which no foreign page may send without being asked first. Only
/// in Development and only from this computer; whatever a caller does goes through the signed webhooks.
/// </summary>
public static class SimulatorDoor
{
    private const int LongestRequest = 16 * 1024;

    public static void Map(WebApplication app)
    {
        // Made here and not with the services: outside Development there is no carrier that could sign.
        var make = app.Services;
        var carrier = ActivatorUtilities.CreateInstance<Carrier>(make);
        app.Lifetime.ApplicationStopped.Register(carrier.Dispose);
        var forms = ActivatorUtilities.CreateInstance<CarrierForms>(make);
        var phone = ActivatorUtilities.CreateInstance<SimulatorPhone>(
            make, carrier, forms, ActivatorUtilities.CreateInstance<TwimlPhone>(make, carrier, forms), new SimulatedCalls(),
            ActivatorUtilities.CreateInstance<PhoneViews>(make), ActivatorUtilities.CreateInstance<TurnViews>(make));
        var json = SimulatorJson.Readable;

        app.MapGet("/simulator", Loopback.Only(http => PageFiles.Send(http, PageFiles.Page)));
        app.MapGet("/simulator/{name}", Loopback.Only(http => PageFiles.Send(http, (string)http.Request.RouteValues["name"]!)));
        Post(app, "text", json.TextSent, phone.Text);
        Post(app, "call", json.CallPlaced, phone.Call);
        Post(app, "keys", json.KeysPressed, phone.Keys);
        Post(app, "silence", json.OnCall, phone.Silence);
        Post(app, "record", json.Spoken, phone.Record);
        Post(app, "rung", json.Rung, phone.Rung);
        Post(app, "hangup", json.OnCall, phone.HangUp);
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
