using Hotline.Functions.Doors;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Delivery;

/// <summary>POST /delivery: how a message fared. Nothing is sent of our own accord yet, so a true one is taken note of by saying so, and no more.</summary>
public sealed class DeliveryDoor(Door door)
{
    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Delivery, 0, (_, _) => ValueTask.FromResult<byte[]?>(null), _ => null);
}
