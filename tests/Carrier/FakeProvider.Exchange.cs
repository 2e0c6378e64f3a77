namespace Hotline.Tests.Carriers;

internal sealed partial class FakeProvider
{
    public static RequestKind KindOf(string method, string path) => Router.KindOf(method, path);

    /// <summary>One request with its fault.</summary>
    internal async Task<Exchanged> Exchange(Asked asked, Fault fault)
    {
        if (Router.KindOf(asked.Method, asked.Path) is RequestKind.CreateMessage or RequestKind.CreateCall)
            creates.Enqueue(asked);
        if (Before is { } before)
            await before(asked, fault);
        switch (fault)
        {
            case Fault.Unreachable or Fault.LostBefore:
                return Exchanged.Lost;
            case Fault.TimeOutBefore:
                return Exchanged.TimedOut;
            case Fault.TooMany:
                return new(Refusal.TooMany with { RetryAfter = Faults.Wait() });
            case Fault.Unavailable:
                return new(Refusal.Broken(503));
            case Fault.ErrorBefore:
                return new(Refusal.Broken(500));
        }

        Reply reply;
        lock (Gate)
            reply = router.Answer(asked);
        if (After is { } after)
            await after(asked, reply);
        if (fault == Fault.Slow)
            Passing(TimeSpan.FromSeconds(20));
        return fault switch
        {
            Fault.LostAfter => Exchanged.Lost,
            Fault.TimeOutAfter => Exchanged.TimedOut,
            Fault.ErrorAfter => new(Refusal.Broken(500)),
            Fault.Torn => new(reply) { Break = ConnectionBreak.InTheBody },
            _ => new(reply),
        };
    }
}
