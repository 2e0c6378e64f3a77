using Hotline.Functions.Keys;
using Hotline.Functions.Providers;
using Hotline.Functions.Sending;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Localization;

namespace Hotline.Functions.Alerts;

/// <summary>Tells people until one of them says that they know: at least once, and never faster than <see cref="AlertPlan"/>.</summary>
public sealed partial class AlertPerformer(IStore store, Sender sender, OutreachSettings outreach, StaffBook staff, Acknowledgements acknowledgements, PageGround pages, AlertText text, Pseudonyms pseudonyms, Phrasebook phrases, ToDoRows rows, ProviderWatch watch, ILogger<AlertPerformer> log) : IPerformer
{
    /// <summary>Longer than the provider client waits for a text and a call side by side; then somebody else goes on with the plan.</summary>
    private static readonly TimeSpan OneRound = AlertPlan.ToCall;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>Whoever took it up in the meantime has taken it up: before the next contact the ladder of a client may be about to tell a supervisor.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    public string Kind => OwedAlert.Kind;

    /// <summary>It waits behind no broadcast: whoever it tells is a handful, and providers put what is too fast into a queue of their own.</summary>
    public Outlet Outlet => Outlet.None;

    public async Task Perform(Lease lease, CancellationToken cancel)
    {
        var alert = OwedAlert.FromJson(lease.ToDo.Body);
        if (await store.Read(lease.Shard, alert.Row, cancel) is not { } row)
        {
            await lease.Done();
            return;
        }

        if (await acknowledgements.Any(alert.Id, DateTimeOffset.FromUnixTimeSeconds(alert.Since), cancel))
        {
            // A turn of the client may come between; then the row is due again and this is tried again.
            await lease.Done(await pages.TakenUp(lease.Shard, row, cancel));
            return;
        }

        if (alert.Grade is null)
            alert = await pages.Look(lease.Shard, row, alert, cancel);
        var rungs = staff.Rungs(alert.Names);
        if (rungs.Count == 0 || outreach.Number is not { } ours)
        {
            Nobody(log);
            await lease.Done();
            return;
        }

        if (watch.IsAway)
        {
            await lease.Anew(lease.Now + Waits.First, alert.ToJson());
            return;
        }

        List<Write> notes = [];
        var due = Contacts(alert, rungs, lease.Now).Where(contact => contact.Due <= lease.Now).ToList();
        if (due.Count > 0)
        {
            var begun = alert.Begin(due, lease.Now);
            // Whoever has it now tells them.
            if (!await lease.Hold([], begun.ToJson(), lease.Now + OneRound))
                return;
            alert = await Tell(lease, alert, begun, due, rungs, ours, notes);
        }

        await Leave(lease, alert, rungs, notes);
    }

    private IReadOnlyList<Contact> Contacts(OwedAlert alert, IReadOnlyList<IReadOnlyList<(string Name, string Number)>> rungs, DateTimeOffset now) =>
        AlertPlan.Contacts(alert, [.. rungs.Select(rung => rung.Select(person => person.Name).ToList())], now, phrases.Hours);

    private async Task<OwedAlert> Tell(Lease lease, OwedAlert before, OwedAlert begun, List<Contact> due, IReadOnlyList<IReadOnlyList<(string Name, string Number)>> rungs, string ours, List<Write> notes)
    {
        var words = text.Of(before.Id);
        var tellings = await Task.WhenAll(due.Select(async contact =>
        {
            var number = rungs[contact.Rung].First(person => person.Name == contact.Name).Number;
            var id = SentId.Of(pseudonyms, Kind, $"{lease.Id}:{contact.Name}", begun.Told[contact.Name].Step);
            // Side by side, and not cancelled half way: what went out has to be known.
            var texting = contact.Text ? sender.Text(ours, number, words, id, CancellationToken.None) : null;
            var calling = contact.Call ? sender.Call(ours, number, before.Id, CancellationToken.None) : null;
            return (contact, Text: texting is null ? null : Telling.Of((await texting).Failure), Call: calling is null ? null : Telling.Of((await calling).Failure));
        }));
        var after = begun;
        foreach (var (contact, texted, called) in tellings)
        {
            var noted = begun.Told[contact.Name].Noted;
            after = after.After(before, contact, texted, called, lease.Now);
            if (!noted && (texted?.Why ?? called?.Why) is { } why)
                notes.Add(rows.Dead(lease.Shard, Storing(before, contact, lease.Now), new ToDo(before.Id, before.Since), $"{why} (Told of alerts: {Place(rungs, contact)}.)", lease.Now));
        }

        return after;
    }

    private async Task Leave(Lease lease, OwedAlert alert, IReadOnlyList<IReadOnlyList<(string Name, string Number)>> rungs, List<Write> notes)
    {
        var contacts = Contacts(alert, rungs, lease.Now);
        if (contacts.Count == 0)
        {
            Unreachable(log);
            alert = alert.Afresh(lease.Now);
            contacts = Contacts(alert, rungs, lease.Now);
        }

        var next = contacts.Min(contact => contact.Due);
        if (next - lease.Now > BetweenLooks)
            next = lease.Now + BetweenLooks;
        await lease.Anew(next > lease.Now + Least ? next : lease.Now + Least, alert.ToJson(), notes);
    }

    private static string Place(IReadOnlyList<IReadOnlyList<(string Name, string Number)>> rungs, Contact contact) =>
        $"{(contact.Rung == 0 ? "first" : contact.Rung == 1 ? "second" : "third")} of those in turn, person {rungs[contact.Rung].TakeWhile(person => person.Name != contact.Name).Count() + 1}";

    /// <summary>A name of its own for each person and time.</summary>
    private static string Storing(OwedAlert alert, Contact contact, DateTimeOffset now) => Turns.RowKeys.Due(now.ToUnixTimeSeconds(), OwedAlert.Kind, $"{alert.Id}-{contact.Name}");

    [LoggerMessage(Level = LogLevel.Error, Message = "Something urgent waits on the desk and nobody can be told: set Provider__Number and Hotline__StaffNumbers.")]
    private static partial void Nobody(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something waits on the desk and none of the people who are to be told can be reached; all of them are tried again.")]
    private static partial void Unreachable(ILogger log);
}
