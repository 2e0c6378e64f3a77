using Hotline.Functions.Webhooks;
using Hotline.Tests.Outside;

namespace Hotline.Tests.Carriers;

internal sealed partial class FakeProvider
{
    /// <summary>
    /// A text comes in: it lies in the list, the gateway is told, and what its answer says goes out as texts whose names it never learns.
    /// </summary>
    /// <param name="webhook">Overrules the dice: <see cref="WebhookFault.Lost"/> for a webhook that never arrives.</param>
    /// <returns>The provider's name for it, and what came back; null when nothing did.</returns>
    public async Task<(string Sid, Heard? Answer)> Receive(string from, string to, string body, WebhookFault? webhook = null)
    {
        var now = Clock.GetUtcNow();
        KeptMessage message;
        lock (Gate)
        {
            OptOuts.Hear(from, to, body);
            message = Messages.Add(new KeptMessage
            {
                Sid = Sids.Next("SM"),
                Direction = "inbound",
                From = from,
                To = to,
                Body = body,
                Status = "received",
                Created = now,
                DateSent = now,
                Updated = now,
            });
        }

        var heard = await Webhooks.Ask(PublicUrl + SmsWebhook, WebhookKind.Sms, Forms.Inbound(this, message), webhook);
        if (heard is not null)
            foreach (var reply in TwimlJudge.Texts(heard, Kind))
                lock (Gate)
                    Texts.Reply(from, to, reply);
        return (message.Sid, heard);
    }

    /// <summary>Where the gateway is told that a recording lies.</summary>
    internal string AddressOf(KeptRecording recording) => ApiUrl + AccountPath + (IsSomleng ? $"Calls/{recording.Call}/Recordings/{recording.Sid}" : $"Recordings/{recording.Sid}");
}
