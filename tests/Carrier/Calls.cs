using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>Calls that we ask for: ringing, answered or not, talk, end, each told to whoever asked.</summary>
internal sealed class Calls(FakeProvider provider)
{
    private readonly Dictionary<string, KeptCall> bySid = new(StringComparer.Ordinal);

    /// <summary>From being taken on to the phone ringing.</summary>
    public TimeSpan Dialling { get; set; } = TimeSpan.FromSeconds(1);

    public IReadOnlyList<KeptCall> All
    {
        get
        {
            lock (provider.Gate)
                return [.. bySid.Values.OrderBy(call => call.Created)];
        }
    }

    public KeptCall? Find(string sid)
    {
        lock (provider.Gate)
            return bySid.GetValueOrDefault(sid);
    }

    /// <summary>A call that comes in.</summary>
    public KeptCall Incoming(string from, string to) => Add(new KeptCall
    {
        Sid = provider.Sids.Next("CA"),
        From = from,
        To = to,
        Url = provider.PublicUrl + provider.CallWebhook,
        Direction = "inbound",
        Status = "ringing",
        Created = provider.Clock.GetUtcNow(),
        StatusCallback = provider.CallStatusWebhook is { } path ? provider.PublicUrl + path : null,
    });

    public KeptCall Start(string to, string from, string url, string? callback, IReadOnlyList<string> events, TimeSpan ringsFor)
    {
        var (sid, now) = (provider.Sids.Next("CA"), provider.Clock.GetUtcNow());
        var call = Add(new KeptCall
        {
            Sid = sid,
            From = from,
            To = to,
            Url = url,
            Direction = "outbound-api",
            Created = now,
            StatusCallback = callback,
            Events = events,
            RingsFor = ringsFor,
            Sent = provider.Ledger.Add(new Sent(SentKind.Call, sid, from, to, url, now)),
        });
        provider.Agenda.Plan(now, at => Tell(call, "initiated", "initiated", at));
        provider.Agenda.Plan(now + Dialling, at => Ring(call, at));
        return call;
    }

    public void End(KeptCall call, string status, DateTimeOffset at)
    {
        lock (provider.Gate)
        {
            if (call.IsOver)
                return;
            call.Ended = at;
            Tell(call, status, "completed", at);
        }
    }

    private void Ring(KeptCall call, DateTimeOffset at)
    {
        if (call.IsOver)
            return;
        var phone = provider.Phones[call.To];
        if (phone.Nobody)
        {
            End(call, "failed", at);
            return;
        }

        var answering = phone.Off ? new Answering.NotAnswered() : phone.Rung(call);
        if (answering is Answering.Failed)
        {
            End(call, "failed", at);
            return;
        }

        if (!phone.Off)
            call.Sent!.Reached = at;
        Tell(call, "ringing", "ringing", at);
        switch (answering)
        {
            case Answering.Busy:
                provider.Agenda.Plan(at, due => End(call, "busy", due));
                break;
            case Answering.By by when by.After < call.RingsFor:
                provider.Agenda.Plan(at + by.After, due => Talk(call, by, due));
                break;
            default:
                provider.Agenda.Plan(at + call.RingsFor, due => End(call, "no-answer", due));
                break;
        }
    }

    private async Task Talk(KeptCall call, Answering.By by, DateTimeOffset at)
    {
        if (call.IsOver)
            return;
        call.Answered = at;
        Tell(call, "in-progress", "answered", at);
        call.Talk = new RobotCall(provider, call);
        await call.Talk.Start();
        await by.Conversation(call.Talk);
        await call.Talk.HangUp();
    }

    private void Tell(KeptCall call, string status, string happened, DateTimeOffset at)
    {
        call.Status = status;
        if (call.StatusCallback is { Length: > 0 } address && call.Events.Contains(happened))
            provider.Webhooks.Tell(address, WebhookKind.Call, CallForms.Progress(provider, call, at), at);
    }

    private KeptCall Add(KeptCall call)
    {
        lock (provider.Gate)
            bySid.Add(call.Sid, call);
        return call;
    }
}
