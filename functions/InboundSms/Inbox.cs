using Hotline.Flows.Engine;
using Hotline.Functions.Doors;
using Hotline.Functions.Turns;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.InboundSms;

/// <summary>A text becomes a turn, however it came to us: by webhook, or from the provider's list.</summary>
public sealed class Inbox(Switchboard switchboard, Callers callers, WaitingRoom waitingRoom)
{
    /// <param name="render">Turn → the answer's bytes, which are stored with it.</param>
    /// <param name="late">Null when it came by webhook.</param>
    /// <returns>Null: it is kept for somebody to read, and nobody can be answered.</returns>
    public async ValueTask<Answered?> Take(Received received, Func<Turn, byte[]> render, Late? late, CancellationToken cancel)
    {
        // Names and short codes cannot be answered, and an advertiser's robot would answer our answer for ever.
        if (received.Unanswerable)
        {
            await waitingRoom.Keep("text", received.Id, received.Body, null, cancel);
            return null;
        }

        // Nobody asked for pictures and nothing reads them yet; whoever sent one may have meant it as the story.
        for (var i = 0; i < received.MediaUrls.Count; i++)
            await waitingRoom.Keep("picture", $"{received.Id}:{i}", received.MediaUrls[i], null, cancel);
        var request = callers.Request(received, Channel.Text, new Input.Text(received.Body)) with { Late = late };
        if (late is not null)
            await switchboard.WakeFirst(request, late.At, cancel);
        return await switchboard.Take(request, render, cancel);
    }
}
