using Hotline.Flows.Engine;
using Hotline.Functions.Doors;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.InboundSms;

/// <summary>POST /sms</summary>
public sealed class SmsDoor(Door door, Switchboard switchboard, Callers callers, WaitingRoom waitingRoom, BrokenReply broken, ITurnObserver observer)
{
    private static readonly byte[] Nothing = TwimlDocument.Render([]);

    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Sms, 0, Handle, received => received.Unanswerable ? null : broken.ToText(received));

    private async ValueTask<byte[]?> Handle(Received received, CancellationToken cancel)
    {
        // Names and short codes cannot be answered, and an advertiser's robot would answer our answer for ever.
        if (received.Unanswerable)
        {
            await waitingRoom.Keep("text", received.Id, received.Body, null, cancel);
            return Nothing;
        }

        // Nobody asked for pictures and nothing reads them yet; whoever sent one may have meant it as the story.
        for (var i = 0; i < received.MediaUrls.Count; i++)
            await waitingRoom.Keep("picture", $"{received.Id}:{i}", received.MediaUrls[i], null, cancel);
        var answered = await switchboard.Take(callers.Request(received, Channel.Text, new Input.Text(received.Body)), Render, cancel);
        observer.Saw(received.Id, answered);
        return answered.Reply.Length == 0 ? Nothing : answered.Reply;
    }

    private static byte[] Render(Turn turn) => TwimlDocument.Render([.. turn.Texts.Select(text => new Message(text))]);
}
