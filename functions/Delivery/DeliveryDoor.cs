using Hotline.Functions.Doors;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Delivery;

/// <summary>POST /delivery/ID: how a text of ours fared; the id is ours. Without one it is a text that answered somebody, and nobody waits to hear of it.</summary>
public sealed class DeliveryDoor(Door door, Pseudonyms pseudonyms, Fates fates, OptOuts optOuts, TimeProvider clock)
{
    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Delivery, 0, (received, cancel) => Handle(received, http.Request.RouteValues["id"] as string, cancel), _ => null);

    private async ValueTask<byte[]?> Handle(Received received, string? id, CancellationToken cancel)
    {
        var to = Party.International(received.To);
        // The carrier's own stop: whoever sent it never spoke to us, and is written to by none of our numbers.
        if (ProviderErrors.Of(received.ErrorCode) is Failure.OptedOut)
            await optOuts.Remember(to, received.Id, cancel);
        if (id is not null && SentId.IsOne(id))
            await fates.Hear(pseudonyms.ShardsOfNumber(to), id, new Fate(received.MessageStatus!, received.ErrorCode, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber), cancel);
        return null;
    }
}
