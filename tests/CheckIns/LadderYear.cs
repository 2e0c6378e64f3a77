using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Tests.CheckIns;

/// <summary>
/// A year of one client, event by event: a worker that comes late and is away for hours and days, a provider that refuses, loses and repeats, a person
/// who answers or does not, somebody else who has the phone, and a caseworker.
/// </summary>
internal sealed class LadderYear
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 1, 17, 0, 0, TimeSpan.Zero), End = Beginning.AddDays(366);

    private readonly Random random;
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> events = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> away = [];
    private readonly LadderFault? fault;
    private readonly int answers;
    private Client client;
    private DateTimeOffset now = Beginning;
    private DateTimeOffset? todo;
    private int order;

    public LadderYear(int seed, LadderFault? planted = null)
    {
        random = new Random(seed);
        fault = planted;
        answers = random.Next(101);
        client = new Client { Id = $"c{seed}", Enrolment = Agreed(), DoneUpTo = Beginning };
        Watch = new LadderWatch(client.Enrolment);
        for (var outages = random.Next(8); outages > 0; outages--)
        {
            var from = Sometime();
            away.Add((from, from + (random.Next(4) == 0 ? TimeSpan.FromDays(random.Next(1, 25)) : TimeSpan.FromMinutes(random.Next(10, 900)))));
        }

        for (var deeds = random.Next(6); deeds > 0; deeds--)
            At(Sometime(), Deed);
        for (var looks = random.Next(20); looks > 0; looks--)
            At(Sometime(), Look);
        for (var words = random.Next(8); words > 0; words--)
            At(Sometime(), Word);
    }

    public LadderWatch Watch { get; }

    public int Contacts { get; private set; }

    public void Live()
    {
        todo = When();
        while (true)
        {
            var worker = todo is { } due ? Awake(due) : DateTimeOffset.MaxValue;
            var isEvent = events.TryPeek(out _, out var first) && first.At <= worker;
            var moment = isEvent ? first.At : worker;
            if (moment > End)
                return;
            now = moment > now ? moment : now;
            if (isEvent)
                events.Dequeue()();
            else
                Look();
            if (isEvent)
                todo = When();
        }
    }

    private void Look()
    {
        for (var steps = 0; ; steps++)
        {
            var planned = client.Contact?.Planned;
            var step = fault?.Next(client, now) ?? ContactLadder.Next(client, now);
            client = step.Client;
            Contacts += client.Contact?.Planned != planned ? 1 : 0;
            if (step is ContactStep.Reach reach)
                Reach(reach);
            else if (step is ContactStep.Raise raise)
                Raise(raise);
            todo = step.LookAgainAt;
            if (steps > 20)
                Watch.Broken["endless"] = 1;
            if (step is ContactStep.Nothing || steps > 20)
                break;
            if (When() is { } sooner && (todo is null || sooner < todo))
                todo = sooner;
            if (todo > now)
                break;
        }

        Watch.Rested(client, now, todo);
        // No worker looks again in the same second.
        todo = todo <= now ? now.AddSeconds(1) : todo;
    }

    private void Reach(ContactStep.Reach reach)
    {
        Watch.Reached(reach, now);
        // One in fifty: killed between the commit and the request, or after it.
        var end = random.Next(100) switch { < 70 => TryEnd.Sent, < 80 => TryEnd.NotSent, < 84 => TryEnd.Refused, < 90 => TryEnd.Unknown, 90 => TryEnd.OptedOut, < 98 => TryEnd.Sent, _ => TryEnd.Going };
        Tell(reach, end);
        if (end is TryEnd.NotSent or TryEnd.Refused or TryEnd.OptedOut)
            return;
        if (random.Next(100) < answers)
        {
            At(now.AddSeconds(random.Next(3) == 0 ? random.Next(200_000) : random.Next(20, 3000)), Word);
        }
        else if (random.Next(3) > 0)
        {
            var later = reach.Channel == Channel.Voice && random.Next(4) == 0 ? TryEnd.AnsweredWithoutWord : random.Next(20) == 0 ? TryEnd.Refused : TryEnd.NoAnswer;
            for (var times = random.Next(1, 4); times > 0; times--)
                At(now.AddSeconds(random.Next(10, 4000)), () => Tell(reach, times == 3 ? TryEnd.Sent : later));
        }
    }

    private void Raise(ContactStep.Raise raise)
    {
        Watch.Raised(raise, now);
        if (random.Next(3) > 0)
            At(now.AddMinutes(random.Next(2000)), () =>
            {
                client = Casework.Take(client);
                Watch.Settled();
            });
        if (raise.Reason == RaiseReason.Stopped)
            At(now.AddDays(random.Next(1, 30)), Resume);
    }

    private void Tell(ContactStep.Reach reach, TryEnd end)
    {
        var before = client.Contact?.Tries.FirstOrDefault(made => made.At == reach.At && made.By == reach.Channel)?.End;
        client = ContactLadder.Ended(client, reach.At, reach.Channel, end);
        if (client.Contact?.Tries.FirstOrDefault(made => made.At == reach.At && made.By == reach.Channel) is { } known)
        {
            Watch.Ended(reach.At, reach.Channel, known.End);
            if (end == TryEnd.OptedOut && before != known.End)
                Watch.MayWrite = false;
        }
    }

    private void Word()
    {
        var kind = random.Next(10) switch { < 7 => WordKind.Safe, 7 => WordKind.Duress, 8 => WordKind.Help, _ => WordKind.Wrong };
        if (client.Standing == Standing.Locked && kind == WordKind.Safe)
            kind = WordKind.SafeButLocked;
        List<Effect> effects = [new Effect.WordHeard(kind)];
        if (kind == WordKind.Wrong && random.Next(8) == 0)
            effects.Add(new Effect.PauseClient(PauseReason.Stopped));
        if (kind is not (WordKind.Safe or WordKind.SafeButLocked) && client.TriesOn(CheckInPlan.Today(now)) + 1 >= Client.MostTries)
            effects.Add(new Effect.PauseClient(PauseReason.NoWord));
        client = client.After(effects, CheckInPlan.Today(now));
        Watch.Word(client, kind == WordKind.Safe);
        Watch.Changed(client);
        if (effects.Count > 1)
        {
            Watch.MayWrite = false;
            At(now.AddHours(random.Next(1, 400)), Resume);
        }
    }

    private void Deed()
    {
        switch (random.Next(5))
        {
            case 0:
                client = Casework.Close(client, ClosingReason.SustainedIncome);
                Watch.MayWrite = false;
                break;
            case 1 or 2:
                client = Casework.Pause(client);
                Watch.MayWrite = false;
                At(now.AddHours(random.Next(1, 1500)), Resume);
                break;
            default:
                client = Casework.Move(client, CheckInPlan.Today(now).AddDays(random.Next(20)), now);
                break;
        }

        Watch.Deed(client);
    }

    private void Resume()
    {
        if (client.Standing == Standing.Closed)
            return;
        client = Casework.Resume(client, now);
        Watch.Resumed(now);
        Watch.Deed(client);
    }

    private DateTimeOffset? When() => fault is null ? ContactLadder.When(client, now) : fault.When(client, now);

    /// <summary>Mostly within a minute; at the end of an outage else.</summary>
    private DateTimeOffset Awake(DateTimeOffset due)
    {
        due = due > now ? due : now;
        foreach (var (_, to) in away.Where(outage => due >= outage.From && due < outage.To))
            due = to > due ? to : due;
        return due.AddMilliseconds(((due.Ticks / 10_000_000 * 2_654_435_761L) & 0xFFFF) % 60_000);
    }

    private void At(DateTimeOffset moment, Action what) => events.Enqueue(what, (moment, order++));

    private DateTimeOffset Sometime() => Beginning.AddSeconds(random.Next(366 * 86_400));

    private Enrolment Agreed()
    {
        var length = random.Next(4) switch { 0 => random.Next(30, 60), 1 => random.Next(60, 180), 2 => random.Next(180, 900), _ => 1439 };
        var from = random.Next(0, 1440 - length);
        var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).DefaultIfEmpty((DayOfWeek)random.Next(7)).ToList();
        return Enrolments.Good with
        {
            Channel = (Reach)random.Next(3),
            From = TimeOnly.MinValue.AddMinutes(from),
            To = TimeOnly.MinValue.AddMinutes(from + length),
            Weekdays = days,
            Tries = random.Next(1, 6),
            Start = new DateOnly(2026, 3, 2).AddDays(random.Next(-20, 40)),
            Cadence = random.Next(3) switch { 0 => Cadence.Usual, 1 => new([new(1, false)], new(1, false)), _ => new([new(random.Next(1, 5), false)], new(random.Next(1, 4), true)) },
        };
    }
}
