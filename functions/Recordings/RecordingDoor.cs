using Hotline.Functions.Doors;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Recordings;

/// <summary>POST /recording: the provider says that a recording can be fetched. It names no caller; its address is kept until it is fetched.</summary>
public sealed class RecordingDoor(Door door, WaitingRoom waitingRoom)
{
    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Recording, 0, Handle, _ => null);

    private async ValueTask<byte[]?> Handle(Received received, CancellationToken cancel)
    {
        if (received is { RecordingUrl: { } address, RecordingStatus: null or "completed" })
            await waitingRoom.Keep("recording", received.Id, address, received.CallSid, cancel);
        return null;
    }
}
