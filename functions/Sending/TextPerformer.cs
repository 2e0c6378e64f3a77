using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Sending;

/// <summary>Sends an owed text, at most once: what may have gone out is looked for in the provider's list and never sent again.</summary>
public sealed class TextPerformer(Sender sender, OptOuts optOuts, Pseudonyms pseudonyms) : IPerformer
{
    private const int MostLooks = 6;

    public string Kind => OwedText.Kind;

    public Outlet Outlet => Outlet.Texts;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var text = OwedText.FromJson(lease.ToDo.Body);
        if (lease.Begun is { } begun)
        {
            if (await sender.Went(text.From, text.To, text.Text, begun, cancel) is not null || lease.ToDo.Tries > MostLooks)
                // Found, it went out. Not found, nobody knows, and twice is worse than never.
                await lease.Done();
            else
                await lease.Later(lease.Now + lease.Backoff, uncertain: true);
            return;
        }

        if (lease.Now.ToUnixTimeSeconds() > text.Until || await optOuts.Stopped(text.To, DateOnly.FromDateTime(lease.Now.UtcDateTime)))
        {
            await lease.Done();
            return;
        }

        switch ((await sender.Text(text.From, text.To, text.Text, SentId.Of(pseudonyms, Kind, lease.Id, 0), cancel)).Failure)
        {
            case null:
                await lease.Done();
                break;
            case Failure.TryLater later:
                await lease.Later(lease.Now + Shorter(later.After, lease.Backoff));
                break;
            case Failure.Unknown:
                await lease.Later(lease.Now + Waits.First, uncertain: true);
                break;
            case Failure.OptedOut:
                await lease.Done(optOuts.Row(text.To, pseudonyms.OfTurn(lease.Id)));
                break;
            case Failure.RefusedForGood refused:
                await lease.Dead(refused.ForStaff);
                break;
        }
    }

    /// <summary>What holds back others is not to wait longer than they are looked for.</summary>
    private static TimeSpan Shorter(TimeSpan asked, TimeSpan backoff) => TimeSpan.FromTicks(Math.Min(Waits.Longest.Ticks, Math.Max(asked.Ticks, backoff.Ticks)));
}
