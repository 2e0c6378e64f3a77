using Hotline.Functions.Keys;
using Hotline.Functions.OutgoingCall;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.MissedCall;

/// <summary>Rings back, at most once: what may have rung does not ring again, and nobody who did not answer is rung twice.</summary>
public sealed partial class RingBackPerformer(Sender sender, Lines lines, RingReply reply, OptOuts optOuts, RingBackCount count, UrgentCallers urgent, Pseudonyms pseudonyms, ILogger<RingBackPerformer> log) : IPerformer
{
    public string Kind => RingBack.Kind;

    public Outlet Outlet => Outlet.Calls;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var missed = RingBack.FromJson(lease.ToDo.Body);
        var at = DateTimeOffset.FromUnixTimeSeconds(missed.At);
        // Later than this another hand may hold the phone, and nobody there expects a call.
        if (lease.Begun is not null || lease.Now - at > MissedCallLine.Window || lines.MissedCall is not { } ours
            || await optOuts.Stopped(missed.To, DateOnly.FromDateTime(at.UtcDateTime)))
        {
            await lease.Done();
            return;
        }

        if (!reply.CanRingBack)
        {
            NothingToSay(log);
            await lease.Done();
            return;
        }

        if (!missed.Counted && !await count.Take(lease.Now, cancel) && !await urgent.Has(pseudonyms.OfNumberByEachKey(missed.To), lease.Now, cancel))
        {
            Enough(log);
            await lease.Done();
            return;
        }

        switch ((await sender.Call(ours, missed.To, SentId.Of(pseudonyms, Kind, lease.Id, 0), CancellationToken.None)).Failure)
        {
            case Failure.TryLater later:
                await lease.Later(lease.Now + (later.After > lease.Backoff ? later.After : lease.Backoff), (missed with { Counted = true }).ToJson());
                break;
            case Failure.RefusedForGood { Kind: not RefusalKind.TheirNumber } refused:
                await lease.Dead(refused.ForStaff);
                break;
            default:
                await lease.Done();
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A missed call was not answered: the first recording for such calls is missing (-- clips).")]
    private static partial void NothingToSay(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A missed call was not answered: the day has had as many as Hotline__RingBacksPerDay allows.")]
    private static partial void Enough(ILogger log);
}
