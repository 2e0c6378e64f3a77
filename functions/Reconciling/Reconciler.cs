using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Reconciling;

/// <summary>
/// Makes our store and the provider's list agree: what came in and no webhook brought is taken in, and what we hold leaves the provider. The provider's
/// list itself is the queue, so nothing is remembered from run to run, and two runs at once change nothing twice.
/// </summary>
/// <remarks>A run asks twice for each of our numbers, once more for each further hundred texts, and twice for each text that it deletes.</remarks>
public sealed partial class Reconciler(
    IProvider provider, Lines lines, Settings settings, Held held, TakingIn takingIn, Copies copies, OpenSends openSends, OptOuts optOuts,
    CarrierCopiesRow row, ProviderWatch watch, TimeProvider clock, ILogger<Reconciler> log)
{
    public static readonly TimeSpan Reach = TimeSpan.FromHours(72);

    /// <summary>Once a day, and so first of all after a day or more without us. A stored turn is known for longer than that.</summary>
    public static readonly TimeSpan LongReach = TimeSpan.FromDays(15);

    /// <summary>Between the provider's clock and ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    public async Task<Reconciled> Run(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var before = await row.Read(cancel);
        var isLong = before.Day != DateOnly.FromDateTime(now.UtcDateTime);
        var listing = new Listing(provider);
        var run = new Pass(now, isLong ? LongReach : Reach);
        var complete = !watch.IsAway;
        foreach (var line in lines.All)
            complete = complete && await Inbound(line, run, listing, cancel);
        var openSince = await openSends.Since(cancel);
        foreach (var line in lines.All)
            complete = complete && await Outbound(line, run, listing, openSince, cancel);
        var deleted = await copies.Delete(run.Copies, cancel);
        var found = before;
        if (complete && isLong)
            await row.Write(found = run.StillThere(deleted.Left), cancel);
        var reconciled = new Reconciled
        {
            Complete = complete,
            Hours = (int)run.Reach.TotalHours,
            TakenIn = run.TakenIn,
            Deleted = deleted.Done,
            Refused = deleted.Refused,
            Left = run.Left + deleted.Left.Count,
            More = run.Copies.Count > Copies.MostAtOnce,
            Stops = run.Stops,
            Requests = listing.Requests + deleted.Requests,
            Copies = found,
        };
        Say(reconciled);
        return reconciled;
    }

    private async Task<bool> Inbound(string line, Pass run, Listing listing, CancellationToken cancel)
    {
        var missing = new List<InboundText>();
        var complete = await listing.Read(Query(line, inbound: true, run), async message =>
        {
            if (!run.IsNew(message, line, inbound: true))
                return;
            // Of an unknown age it is too old to be answered.
            var text = InboundText.Of(message, line, settings.Provider, Pictures, run.Now, message.At ?? run.Now - Turns.Late.AnsweredFor);
            if (await held.Is(text.Received, cancel))
                run.Add(text);
            else
                missing.Add(text);
        }, cancel);
        // A part of the list may lack what one of these people wrote before.
        var taken = complete ? await takingIn.Take(missing, run.TakenIn, cancel) : [];
        foreach (var text in taken)
            run.Add(text);
        run.NotHeld(missing.Except(taken));
        return complete;
    }

    private async Task<bool> Outbound(string line, Pass run, Listing listing, DateTimeOffset? openSince, CancellationToken cancel) =>
        await listing.Read(Query(line, inbound: false, run), async message =>
        {
            if (!run.IsNew(message, line, inbound: false))
                return;
            if (ProviderErrors.Of(message.Fault) is Failure.OptedOut)
            {
                await optOuts.Remember(Party.International(message.To), $"{message.Sid}:{message.Status}", cancel);
                run.Stops++;
            }

            if (OutboundText.MayGo(message, run.Now, openSince))
                run.Copies.Add(new Copy(message.Sid, message.At!.Value, message.Body.Length > 0, HasPictures: false));
            else
                run.Leave(message.At);
        }, cancel);

    private static MessageQuery Query(string line, bool inbound, Pass run) => new(line, inbound, run.Now - run.Reach - Skew, run.Now + Skew);

    private string Pictures(string sid) => $"{settings.ApiUrl}/2010-04-01/Accounts/{settings.AccountSid}/Messages/{sid}/Media.json";

    private void Say(Reconciled run)
    {
        if (!run.Complete)
            Unread(log);
        if (run.TakenIn.All > 0)
            Taken(log, run.TakenIn.Answered, run.TakenIn.Unanswered, run.TakenIn.Kept, run.TakenIn.Alerts);
        if (run.Deleted + run.Refused > 0)
            Gone(log, run.Deleted, run.Refused, run.Left);
        if (run.Copies.Old > 0 && run.Hours > Reach.TotalHours)
            Old(log, run.Copies.Old, CarrierCopies.ShownAfterDays);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider's list could not be read to its end; the next run begins anew.")]
    private static partial void Unread(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Texts that no webhook brought: {Answered} answered late, {Unanswered} too old for an answer, {Kept} kept to be read; {Alerts} alerts.")]
    private static partial void Taken(ILogger log, int answered, int unanswered, int kept, int alerts);

    [LoggerMessage(Level = LogLevel.Information, Message = "Copies at the provider: {Deleted} deleted, {Refused} refused, {Left} left.")]
    private static partial void Gone(ILogger log, int deleted, int refused, int left);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider still keeps {Old} texts of more than {Days} days: -- reconcile tells more.")]
    private static partial void Old(ILogger log, int old, int days);
}
