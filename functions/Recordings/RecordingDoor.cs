using Hotline.Functions.Doors;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Recordings;

/// <summary>POST /recording: the provider says that a recording can be fetched. It names no caller, and which call it was is not kept.</summary>
public sealed class RecordingDoor(Door door, RecordingBook book)
{
    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Recording, 0, Handle, _ => null);

    private async ValueTask<byte[]?> Handle(Received received, CancellationToken cancel)
    {
        if (received is { RecordingUrl: { } address, RecordingStatus: null or "completed" })
            await book.Expect(address, received.RecordingSeconds, cancel);
        return null;
    }
}
