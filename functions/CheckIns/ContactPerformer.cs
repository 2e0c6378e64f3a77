using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Returning;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;

namespace Hotline.Functions.CheckIns;

/// <summary>
/// Reaches out to a client when the ladder says so. Every try is stored in the client before it goes out, so that after a crash it is known that it may have
/// gone, and is not made again.
/// </summary>
public sealed class ContactPerformer(IStore store, Sealer sealer, Pseudonyms pseudonyms, Openers openers, OptOuts optOuts, Fates fates, CheckInRows pages, ProviderWatch watch, Rate rate) : IPerformer
{
    /// <summary>Turns of one client that come between.</summary>
    private const int MostConflicts = 50;

    private static readonly TimeSpan WhileAway = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilNextCall = TimeSpan.FromSeconds(5);

    public string Kind => ContactAgenda.Kind;

    public Outlet Outlet => Outlet.Texts;

    /// <summary>Who did not answer is told of, whether or not anything can go out.</summary>
    public bool WaitsForProvider => false;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await Seen(lease, cancel) is not { } seen || !ContactAgenda.IsOf(lease.ToDo, seen.Row))
            {
                await lease.Done();
                return;
            }

            var known = await Learnt(lease, seen.Row, cancel);
            if (known is null)
            {
                // What may have gone out cannot be looked up now.
                await lease.Later(lease.Now + lease.Backoff, uncertain: true);
                return;
            }

            if (await Do(lease, seen, ContactLadder.Next(known, lease.Now), cancel))
                return;
        }

        throw new TurnTooBusy();
    }

    /// <returns>False when the client changed meanwhile: look again.</returns>
    private async Task<bool> Do(Lease lease, ClientSeen seen, ContactStep step, CancellationToken cancel)
    {
        switch (step)
        {
            case ContactStep.Raise raise:
                return await lease.Anew(lease.Now, lease.ToDo.Body, [.. Changed(lease, seen, raise.Client), pages.Page(lease.Shard, RaisedPage.What(raise), raise.Client.Id, lease.Now)]) == CommitResult.Committed;
            case ContactStep.Reach when watch.IsAway:
                return await lease.Anew(lease.Now + WhileAway, lease.ToDo.Body) == CommitResult.Committed;
            case ContactStep.Reach { Channel: Channel.Voice } when !rate.Take(Outlet.Calls):
                return await lease.Anew(lease.Now + UntilNextCall, lease.ToDo.Body) == CommitResult.Committed;
            case ContactStep.Reach reach when await lease.Hold(Changed(lease, seen, reach.Client)):
                await GoOut(lease, seen.Row.Phone, reach, cancel);
                return true;
            case ContactStep.Reach:
                return false;
            default:
                return await Close(lease, Changed(lease, seen, step.Client), step.LookAgainAt) == CommitResult.Committed;
        }
    }

    private async Task GoOut(Lease lease, string phone, ContactStep.Reach reach, CancellationToken cancel)
    {
        var id = Id(lease.Id, reach.At, reach.Channel);
        var end = await openers.Go(reach.Client.Enrolment!, phone, reach.Channel, id, reach.Until - lease.Now, cancel);
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            // A turn of the client may have come between, even the answer.
            if (await Seen(lease, cancel) is not { } seen)
                return;
            var after = ContactLadder.Ended(seen.Row.Client, reach.At, reach.Channel, end);
            if (await Close(lease, Changed(lease, seen, after), ContactLadder.When(after, lease.Now)) == CommitResult.Committed)
                return;
        }

        throw new TurnTooBusy();
    }

    /// <summary>The client and all that has become known meanwhile: how earlier tries fared, and whether they said stop somewhere else.</summary>
    /// <returns>Null when it is not known yet whether a try went out.</returns>
    private async Task<Client?> Learnt(Lease lease, ClientRow row, CancellationToken cancel)
    {
        var client = row.Client;
        foreach (var made in client.Contact?.Tries ?? [])
        {
            if (made.End == TryEnd.Going)
            {
                if (await openers.Went(client.Enrolment!, row.Phone, made, cancel) is not { } went)
                    return null;
                client = ContactLadder.Ended(client, made.At, made.By, went ? TryEnd.Sent : TryEnd.Unknown);
            }

            if (made.End is TryEnd.Going or TryEnd.Sent or TryEnd.Unknown && await Fate(lease, made, cancel) is { } fate && FateOfTry.Of(fate, made.By) is { } end)
                client = ContactLadder.Ended(client, made.At, made.By, end);
        }

        if (client is { Standing: Standing.Active, StopsSince: { } since } && await optOuts.Stopped(row.Phone, since))
            client = ContactLadder.Ended(client, lease.Now, Channel.Text, TryEnd.OptedOut);
        return client;
    }

    private static async ValueTask<CommitResult> Close(Lease lease, IReadOnlyList<Write> writes, DateTimeOffset? again) =>
        again is { } at ? await lease.Anew(at, lease.ToDo.Body, writes) : await lease.Done(writes);

    private async ValueTask<ClientSeen?> Seen(Lease lease, CancellationToken cancel)
    {
        var key = ContactAgenda.ClientKeyOf(lease.Id);
        if (await store.Read(lease.Shard, key, cancel) is not { } row)
            return null;
        return new ClientSeen(key, row.Version, ClientRow.FromJson(sealer.Open(lease.Shard, key, row.Body.Span) ?? throw new DamagedRow("client")));
    }

    private IReadOnlyList<Write> Changed(Lease lease, ClientSeen seen, Client client) => ReferenceEquals(client, seen.Row.Client) ? [] :
        [new Replace(seen.Key, seen.Version, sealer.Seal(lease.Shard, seen.Key, (seen.Row with { Client = client }).ToJson()))];

    private async ValueTask<Fate?> Fate(Lease lease, ContactTry made, CancellationToken cancel)
    {
        foreach (var id in SentId.Each(pseudonyms, Kind, Name(lease.Id, made.At), (int)made.By))
            if (await fates.Read(lease.Shard, id, cancel) is { } fate)
                return fate;
        return null;
    }

    private string Id(string todo, DateTimeOffset at, Channel by) => SentId.Of(pseudonyms, Kind, Name(todo, at), (int)by);

    /// <summary>Of a try; the agenda may have been made anew since.</summary>
    private static string Name(string todo, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{ContactAgenda.ClientKeyOf(todo)}:{at.ToUnixTimeSeconds()}");
}
