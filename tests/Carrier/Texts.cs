namespace Hotline.Tests.Carriers;

/// <summary>Texts on their way to phones, step by step of the agenda, each step told to whoever asked.</summary>
internal sealed class Texts(FakeProvider provider)
{
    private static readonly TimeSpan UsualValidity = TimeSpan.FromHours(10);

    public KeptMessage Send(string to, string from, string body, string? callback, TimeSpan validity) => Start("outbound-api", to, from, body, callback, validity);

    /// <summary>A text from the answer to a webhook. Nobody is told how it fares.</summary>
    public void Reply(string to, string from, string body)
    {
        if (!provider.OptOuts.Contains(from, to))
            Start("outbound-reply", to, from, body, null, UsualValidity);
    }

    private KeptMessage Start(string direction, string to, string from, string body, string? callback, TimeSpan validity)
    {
        var now = provider.Clock.GetUtcNow();
        var sid = provider.Sids.Next("SM");
        var sent = provider.Ledger.Add(new Sent(direction == "outbound-api" ? SentKind.Text : SentKind.Reply, sid, from, to, body, now));
        var message = provider.Messages.Add(new KeptMessage
        {
            Sid = sid,
            Direction = direction,
            From = from,
            To = to,
            Body = body,
            Status = "queued",
            Created = now,
            Updated = now,
            ValidUntil = now + validity,
            StatusCallback = callback,
            Sent = sent,
        });
        var life = provider.Life.Roll();
        if (provider.IsSomleng)
            provider.Webhooks.Tell(message, now);
        provider.Agenda.Plan(now + life.Sending, at => GoOut(message, life.Fate, life.Error, at, life.Arriving));
        return message;
    }

    private void GoOut(KeptMessage message, TextFate fate, string? error, DateTimeOffset at, TimeSpan arriving)
    {
        lock (provider.Gate)
        {
            if (at > message.ValidUntil)
                Become(message, "failed", at, provider.IsSomleng ? "S1001" : "30036");
            else if (provider.Phones[message.To].Nobody)
                Become(message, "failed", at, "30005");
            else if (fate == TextFate.Failed)
                Become(message, "failed", at, error);
            else
            {
                message.DateSent = at;
                Become(message, "sent", at);
                provider.Agenda.Plan(at + arriving, due => Arrive(message, fate, error, due));
            }
        }
    }

    private void Arrive(KeptMessage message, TextFate fate, string? error, DateTimeOffset at)
    {
        lock (provider.Gate)
        {
            var off = provider.Phones[message.To].Off;
            if (off && at + provider.Life.Retrying < message.ValidUntil)
            {
                provider.Agenda.Plan(at + provider.Life.Retrying, due => Arrive(message, fate, error, due));
                return;
            }

            if (off || fate == TextFate.Undelivered)
            {
                Become(message, provider.IsSomleng ? "failed" : "undelivered", at, off ? "30003" : error);
                return;
            }

            message.Sent!.Reached = at;
            if (fate == TextFate.Delivered)
                Become(message, "delivered", at);
        }
    }

    private void Become(KeptMessage message, string status, DateTimeOffset at, string? error = null)
    {
        (message.Status, message.Updated, message.Error) = (status, at, error);
        provider.Webhooks.Tell(message, at);
    }
}
