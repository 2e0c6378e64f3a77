using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Localization.Tips;

namespace Hotline.Functions.Tips;

/// <summary>Makes broadcasts and stops them. Made twice, or again after a crash, one reaches nobody twice.</summary>
public sealed class BroadcastDesk(IStore store, TipRows rows, ToDoRows toDos, TipHours hours, TipRate rate, Lines lines, TimeProvider clock)
{
    /// <summary>Two rows each, and a commit holds a hundred.</summary>
    private const int AtOnce = StoreLimits.WritesPerCommit / 2;

    private const int MostConflicts = 50;

    /// <summary>Who would get it now and when, nothing stored.</summary>
    public async Task<BroadcastPlan> Plan(Tip tip, Audience audience, CancellationToken cancel = default)
    {
        var name = Broadcast.NameOf(tip.Id, TipHours.Today(clock.GetUtcNow()));
        var made = (await rows.Broadcast(name, cancel))?.Value;
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var (_, person) in await Missing(shard, name, tip.Id, audience, cancel))
                people[person.Language] = people.GetValueOrDefault(person.Language) + 1;
        var (from, until) = Span(await Free(cancel), people.Values.Sum());
        return new BroadcastPlan(name, made, made?.Text ?? tip.Text, people, from, until);
    }

    /// <returns>How many people were added; null when it was stopped before.</returns>
    public async Task<int?> Send(Tip tip, Audience audience, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var name = Broadcast.NameOf(tip.Id, TipHours.Today(now));
        var broadcast = await Made(new Broadcast(name, tip.Id, tip.Text, tip.Word, audience, now.ToUnixTimeSeconds()), cancel);
        if (broadcast.Stopped is not null)
            return null;
        var due = hours.Plan(await Free(cancel), int.MaxValue, rate.PerSecond).GetEnumerator();
        var added = 0;
        foreach (var shard in CallerId.AllShards)
            added += await Add(shard, broadcast, audience, due, now, cancel);
        return added;
    }

    /// <returns>Null: there is none of that name. False: it had been stopped before.</returns>
    public async Task<bool?> Stop(string name, CancellationToken cancel = default)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await rows.Broadcast(name, cancel) is not { } found)
                return null;
            if (found.Value.Stopped is not null)
                return false;
            if (await rows.Store(found, found.Value with { Stopped = clock.GetUtcNow().ToUnixTimeSeconds() }, cancel))
                return true;
        }

        throw new TurnTooBusy();
    }

    public bool HasNumber => lines.Public is not null;

    private async Task<Broadcast> Made(Broadcast wanted, CancellationToken cancel)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await rows.Broadcast(wanted.Name, cancel) is { } there)
                return there.Value;
            if (await rows.Store(null, wanted, cancel))
                return wanted;
        }

        throw new TurnTooBusy();
    }

    private async Task<int> Add(string shard, Broadcast broadcast, Audience audience, IEnumerator<DateTimeOffset> due, DateTimeOffset now, CancellationToken cancel)
    {
        var added = 0;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var committed = true;
            foreach (var batch in (await Missing(shard, broadcast.Name, broadcast.Tip, audience, cancel)).Chunk(AtOnce))
            {
                List<Write> writes = [];
                foreach (var (caller, _) in batch)
                {
                    due.MoveNext();
                    writes.Add(rows.New(shard, broadcast.Name, caller, new Recipient(TipEnd.Waiting, TipHours.Today(now).DayNumber)));
                    writes.Add(toDos.New(shard, Broadcast.Kind, Broadcast.IdOf(broadcast.Name, caller), due.Current, new TipDue(broadcast.Name, caller).ToJson(), now));
                }

                // Somebody else adds the same people: see who is left.
                if (!(committed = await store.Commit(shard, writes, cancel) == CommitResult.Committed))
                    break;
                added += batch.Length;
            }

            if (committed)
                return added;
        }

        throw new TurnTooBusy();
    }

    /// <summary>Who is meant and has no copy of it.</summary>
    private async Task<IReadOnlyList<(string Caller, TipSubscription Person)>> Missing(string shard, string name, string tip, Audience audience, CancellationToken cancel)
    {
        var today = TipHours.Today(clock.GetUtcNow());
        var people = (await rows.Subscriptions(shard, cancel)).Where(item => audience.Holds(item.Person) && !item.Person.HadAlready(tip, today)).ToList();
        if (people.Count == 0)
            return people;
        var there = (await rows.Recipients(shard, name, cancel)).Select(recipient => recipient.Key).ToHashSet(StringComparer.Ordinal);
        return [.. people.Where(item => !there.Contains(RowKeys.TipRecipient(name, item.Caller)))];
    }

    /// <summary>The first moment behind all tips that are planned already.</summary>
    private async Task<DateTimeOffset> Free(CancellationToken cancel)
    {
        var free = clock.GetUtcNow();
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo), cancel: cancel))
                if (RowKeys.KindOf(row.Key) == Broadcast.Kind && RowKeys.DueOf(row.Key) is var due && due > free)
                    free = due;
        return free;
    }

    private (DateTimeOffset From, DateTimeOffset Until) Span(DateTimeOffset free, int people)
    {
        var (from, until) = (hours.Next(free), hours.Next(free));
        foreach (var at in hours.Plan(free, people, rate.PerSecond))
            until = at;
        return (from, until);
    }
}
