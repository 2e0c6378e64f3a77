using Hotline.Functions.Audio;
using Hotline.Functions.Delivery;
using Hotline.Functions.Health;
using Hotline.Functions.InboundCall;
using Hotline.Functions.InboundSms;
using Hotline.Functions.OutgoingCall;
using Hotline.Functions.Recordings;
using Hotline.Functions.Simulator;

namespace Hotline.Functions.Setup;

/// <summary>Every way in, and what is checked there.</summary>
public static class Routes
{
    public static void Map(WebApplication app, Settings settings)
    {
        var services = app.Services;
        // Signed by the provider, strict schema, at most 64 KB.
        app.MapPost("/sms", (RequestDelegate)services.GetRequiredService<SmsDoor>().Post);
        app.MapPost("/call", (RequestDelegate)services.GetRequiredService<CallDoor>().Post);
        app.MapPost("/call/{step}", (RequestDelegate)services.GetRequiredService<CallDoor>().PostStep);
        app.MapPost("/ring/{id}", (RequestDelegate)services.GetRequiredService<RingDoor>().Post);
        app.MapPost("/ring/{id}/{step}", (RequestDelegate)services.GetRequiredService<RingDoor>().PostStep);
        app.MapPost("/recording", (RequestDelegate)services.GetRequiredService<RecordingDoor>().Post);
        app.MapPost("/delivery/{id?}", (RequestDelegate)services.GetRequiredService<DeliveryDoor>().Post);
        // Open to all: holds nothing of anyone. Request delegates, all of them: binding parameters would compile code while the first caller waits.
        app.MapGet("/audio/{language}/{name}", (RequestDelegate)AudioDoor.Get);
        app.MapGet("/health", (RequestDelegate)HealthDoor.Get);
        // Development only, loopback only.
        if (settings.Development)
            SimulatorDoor.Map(app);
    }
}
