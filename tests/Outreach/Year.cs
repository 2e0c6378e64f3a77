using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;

namespace Hotline.Tests.Outreach;

/// <summary>A year of a town, from event to event, and what was promised about it.</summary>
internal sealed class Year(Town town, IReadOnlyList<Neighbour> neighbours)
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, List<Sent>> byPhone = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> broken = new(StringComparer.Ordinal);
    private int read;

    public IReadOnlyDictionary<string, int> Broken => broken;

    public int Missed { get; private set; }

    public int Answered { get; private set; }

    public async Task Live(int days)
    {
        foreach (var neighbour in neighbours)
            await neighbour.Enrol();
        for (var day = 0; day < days; day++)
        {
            foreach (var neighbour in neighbours)
                neighbour.Wake();
            await Day();
            await Overdue();
        }

        foreach (var neighbour in neighbours)
            Judge(neighbour, Of(neighbour.Phone));
        foreach (var (_, seen) in await town.Clients())
        {
            Answered += seen.Row.Client.Contact?.Outcome == ContactOutcome.Answered ? 1 : 0;
            Expect(seen.Row.Client.Contact?.Tries.All(made => made.End != TryEnd.Going) != false, "a try of which nobody knows how it ended");
        }
    }

    private async Task Day()
    {
        var end = town.Now.AddDays(1);
        while (await town.Next() is { } next && next < end)
        {
            if (next + Grain > town.Now)
                town.Clock.Advance(next + Grain - town.Now);
            await town.Settle();
            await Look();
        }

        if (end > town.Now)
            town.Clock.Advance(end - town.Now);
        await town.Sweeper.SweepOnce();
    }

    private async Task Look()
    {
        var all = town.Provider.Ledger.From(read);
        read += all.Count;
        // What answers somebody's own text goes out at their hour, not at ours.
        foreach (var sent in all.Where(one => one.Kind is SentKind.Text or SentKind.Call))
            (byPhone.TryGetValue(sent.To, out var mine) ? mine : byPhone[sent.To] = []).Add(sent);
        foreach (var neighbour in neighbours)
            if (byPhone.TryGetValue(neighbour.Phone, out var mine))
                await neighbour.Look(mine);
    }

    /// <summary>A miss that nobody was told of within the ladder's clock.</summary>
    private async Task Overdue()
    {
        var queued = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            queued.UnionWith((await town.Store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo))).Where(row => RowKeys.KindOf(row.Key) == ContactAgenda.Kind).Select(row => RowKeys.IdOf(row.Key)));
        foreach (var (_, seen) in await town.Clients())
        {
            var client = seen.Row.Client;
            Expect(!(ContactLadder.RaisedBy(client) < town.Now - TimeSpan.FromHours(1)), "a miss raised too late");
            Expect(queued.Contains(ContactAgenda.IdOf(seen.Key, seen.Row)) || ContactLadder.When(client, town.Now) is null, "a client in no queue");
        }
    }

    private void Judge(Neighbour neighbour, IReadOnlyList<Sent> sent)
    {
        foreach (var one in sent)
        {
            Expect(CheckInPlan.IsSafe(neighbour.Enrolment, one.Accepted), "outside the safe hours");
            Expect(one.Reached is not { } reached || CheckInPlan.IsSafe(neighbour.Enrolment, reached), "on the phone outside the safe hours");
            Expect(!(one.Accepted > neighbour.StoppedAt), "after a stop");
        }

        foreach (var (one, next) in sent.Zip(sent.Skip(1)))
            // The ladder counts in whole seconds: of two tries just so far apart the first may have gone out late in its second, and the next early.
            Expect(next.Accepted - one.Accepted > Ladder.LeastGap - TimeSpan.FromSeconds(1), $"twice: {one} and {next}");
        // What never came to the phone does not count: after a landline's refusal the other way is tried at once.
        Expect(sent.Where(one => one.Reached is not null).GroupBy(one => CheckInPlan.Today(one.Accepted)).All(day => day.Count() <= 2), "more than two in a day");
    }

    private List<Sent> Of(string phone) => byPhone.GetValueOrDefault(phone) ?? [];

    private void Expect(bool holds, string promise)
    {
        if (!holds)
            broken[promise] = broken.GetValueOrDefault(promise) + 1;
    }
}
