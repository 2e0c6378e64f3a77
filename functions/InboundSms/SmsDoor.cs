using Hotline.Flows.Engine;
using Hotline.Functions.Doors;
using Hotline.Functions.Turns;
using Hotline.Functions.Twiml;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.InboundSms;

/// <summary>POST /sms</summary>
public sealed class SmsDoor(Door door, Inbox inbox, BrokenReply broken, ITurnObserver observer)
{
    private static readonly byte[] Nothing = TwimlDocument.Render([]);

    public Task Post(HttpContext http) => door.Run(http, WebhookKind.Sms, 0, Handle, received => received.Unanswerable ? null : broken.ToText(received));

    private async ValueTask<byte[]?> Handle(Received received, CancellationToken cancel)
    {
        if (await inbox.Take(received, Render, late: null, cancel) is not { } answered)
            return Nothing;
        observer.Saw(received.Id, answered);
        return answered.Reply.Length == 0 ? Nothing : answered.Reply;
    }

    private static byte[] Render(Turn turn) => TwimlDocument.Render([.. turn.Texts.Select(text => new Message(text))]);
}
