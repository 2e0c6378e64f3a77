using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.Tips;

/// <summary>
/// Sends one person's copy of a broadcast, at most once. That it may be going out is stored before it does, with the person's own count of tips, so that
/// two broadcasts at once cannot both be today's; what may have gone out is looked for in the provider's list and never sent again.
/// </summary>
public sealed class TipPerformer(TipRows rows, TipHours hours, Sender sender, Lines lines, OptOuts optOuts, Pseudonyms pseudonyms) : IPerformer
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromHours(1);

    /// <summary>So long the provider is asked whether it took a text of which it did not say so.</summary>
    private static readonly TimeSpan LookFor = TimeSpan.FromHours(1);

    /// <summary>Turns of the same person that come between.</summary>
    private const int MostConflicts = 50;

    public string Kind => Broadcast.Kind;

    public Outlet Outlet => Outlet.Texts;

    /// <summary>Ten thousand tips hold up no alert and no check-in.</summary>
    public bool Yields => true;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var due = TipDue.FromJson(lease.ToDo.Body);
        var caller = CallerId.Parse(due.Caller)!.Value;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
            if (await Try(lease, due, caller, cancel))
                return;
        throw new TurnTooBusy();
    }

    /// <returns>False when something changed meanwhile: look again.</returns>
    private async Task<bool> Try(Lease lease, TipDue due, CallerId caller, CancellationToken cancel)
    {
        if (await rows.Recipient(lease.Shard, due.Broadcast, due.Caller, cancel) is not { } recipient)
            return await Closed(lease.Done());
        var person = await rows.Subscription(caller, cancel);
        var broadcast = (await rows.Broadcast(due.Broadcast, cancel))?.Value;
        if (recipient.Value.End == TipEnd.Begun)
            return await LookUp(lease, recipient, person, broadcast, cancel);
        var today = TipHours.Today(lease.Now);
        if (await WhyNot(lease, person, broadcast, today) is { } end)
            return await Closed(lease.Done(End(lease, recipient, end, today)));
        if (person!.Value.HadOneOn(today))
            return await Closed(lease.Later(hours.NextDay(lease.Now) + lease.Backoff));
        if (hours.Left(lease.Now) == TimeSpan.Zero)
            return await Closed(lease.Later(hours.Next(lease.Now) + lease.Backoff));
        var sent = SentId.Of(pseudonyms, Kind, lease.Id, 0);
        var begun = new Recipient(TipEnd.Begun, today.DayNumber, sent, person.Value.Language, lease.Now.ToUnixTimeSeconds());
        if (!await lease.Hold([rows.Put(lease.Shard, recipient, begun), rows.Put(caller, person, person.Value.With(broadcast!.Tip, today))]))
            return false;
        var result = await sender.Text(lines.Public!, person.Value.Number, broadcast.Text.In(person.Value.Language), sent, cancel, hours.Left(lease.Now));
        await Close(lease, due, caller, broadcast, result.Failure, today, cancel);
        return true;
    }

    private async Task<TipEnd?> WhyNot(Lease lease, Found<TipSubscription>? person, Broadcast? broadcast, DateOnly today) =>
        broadcast is null or { Stopped: not null } ? TipEnd.Stopped
        : person is null || await optOuts.Count(person.Value.Number, DateOnly.FromDayNumber(person.Value.Day)) > person.Value.Stops ? TipEnd.Left
        : broadcast.IsOver(lease.Now) ? TipEnd.Late
        : person.Value.HadAlready(broadcast.Tip, today) || person.Value.HadEnough(today) ? TipEnd.Enough
        : lines.Public is null ? TipEnd.Refused
        : null;

    private async Task Close(Lease lease, TipDue due, CallerId caller, Broadcast broadcast, Failure? failure, DateOnly today, CancellationToken cancel)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var recipient = await rows.Recipient(lease.Shard, due.Broadcast, due.Caller, cancel) ?? throw new DamagedRow("recipient");
            var person = await rows.Subscription(caller, cancel);
            if (await Closed(failure switch
            {
                null => lease.Done(End(lease, recipient, TipEnd.Sent, today)),
                // Nothing went out: it is as if it had never begun.
                Failure.TryLater later => lease.Later(lease.Now + (later.After > lease.Backoff ? later.After : lease.Backoff), more: Undone(lease, caller, recipient, person, broadcast)),
                // Ours to mend, and not the fault of ten thousand texts.
                Failure.RefusedForGood { Kind: RefusalKind.OurNumber or RefusalKind.OurAccount or RefusalKind.OurRequest or RefusalKind.TooLate } => lease.Later(lease.Now + UntilMended, more: Undone(lease, caller, recipient, person, broadcast)),
                Failure.OptedOut => lease.Done([.. End(lease, recipient, TipEnd.Left, today), .. Gone(lease, person, today)]),
                Failure.RefusedForGood => lease.Done(End(lease, recipient, TipEnd.Refused, today)),
                _ => lease.Later(lease.Now + Waits.First, uncertain: true),
            }))
                return;
        }

        throw new TurnTooBusy();
    }

    private Write[] Undone(Lease lease, CallerId caller, Found<Recipient> recipient, Found<TipSubscription>? person, Broadcast broadcast)
    {
        var waiting = rows.Put(lease.Shard, recipient, new Recipient(TipEnd.Waiting, recipient.Value.Day));
        return person is null ? [waiting] : [waiting, rows.Put(caller, person, person.Value.Without(broadcast.Tip, recipient.Value.Day))];
    }

    /// <summary>The carrier says that they want no texts from this number.</summary>
    private IEnumerable<Write> Gone(Lease lease, Found<TipSubscription>? person, DateOnly today) => person is null ? [] :
        [new Delete(person.Key, person.Version), TipRows.Tally(TipJoining.Left, today), optOuts.Row(person.Value.Number, pseudonyms.OfTurn(lease.Id))];

    /// <summary>Found in the provider's list, it went out. Not found, nobody knows, and twice is worse than never.</summary>
    private async Task<bool> LookUp(Lease lease, Found<Recipient> recipient, Found<TipSubscription>? person, Broadcast? broadcast, CancellationToken cancel)
    {
        bool? went = null;
        if (person is not null && broadcast is not null && lines.Public is { } from)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(recipient.Value.At!.Value);
            went = await sender.Went(from, person.Value.Number, broadcast.Text.In(recipient.Value.Language!), at, cancel);
            if (went is null && lease.Now - at < LookFor)
                return await Closed(lease.Later(lease.Now + lease.Backoff, uncertain: true));
        }

        return await Closed(lease.Done(End(lease, recipient, went == true ? TipEnd.Sent : TipEnd.Unknown, DateOnly.FromDayNumber(recipient.Value.Day))));
    }

    private Write[] End(Lease lease, Found<Recipient> recipient, TipEnd end, DateOnly day) =>
        [rows.Put(lease.Shard, recipient, new Recipient(end, day.DayNumber, recipient.Value.Sent, recipient.Value.Language))];

    private static async Task<bool> Closed(ValueTask<CommitResult> closing) => await closing == CommitResult.Committed;
}
