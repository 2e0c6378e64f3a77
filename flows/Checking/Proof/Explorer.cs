using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>Goes everywhere that a caller can get to in one world, breadth first, so that the first way to anything is a shortest one.</summary>
public sealed class Explorer
{
    /// <summary>Far above what our flows need (see the counts that -- check prints); a flow that multiplies its answers would not end.</summary>
    public const int MostSpots = 60_000;

    /// <summary>Wake-ups that only set another one.</summary>
    private const int WakeUps = 4;

    private static readonly Chance Fixed = new((UInt128)0x1234_5678_9ABC_DEF0 << 64 | 0x0FED_CBA9_8765_4321);

    private readonly World world;
    private readonly Stepper step;
    private readonly Moves moves;
    private readonly Likeness likeness;
    private readonly TurnCost cost;
    private readonly List<Spot> spots = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly Faults faults;

    public Explorer(CheckContext context, World world, Stepper? step = null)
    {
        this.world = world;
        this.step = step ?? new Conversation(context.Flows, world.Phrases).Step;
        moves = new Moves(context.Flows, world);
        likeness = new Likeness(context.Flows, world);
        cost = new TurnCost(world.Phrases);
        faults = new Faults(context, world, moves.Sayings);
    }

    public int Turns { get; private set; }

    /// <summary>Not everything was seen, so nothing that is said about everything would be true.</summary>
    public bool Cut { get; private set; }

    public IReadOnlyList<Spot> Spots => spots;

    public World World => world;

    public Faults Faults => faults;

    public void Go(int most = MostSpots)
    {
        spots.Add(new Spot(0, null, Away: false, null, -1, null, world.Client));
        for (var id = 0; id < spots.Count; id++)
        {
            if (spots.Count > most)
            {
                Cut = true;
                faults.Cut(most);
                return;
            }

            foreach (var move in moves.At(spots[id]))
                Follow(spots[id], move);
        }
    }

    /// <summary>One turn, looked at by every rule; a turn that needs a lookup is looked at when it is taken with what was found.</summary>
    internal Turn? Take(Spot from, Session? session, Move move, Found? found = null)
    {
        try
        {
            Turns++;
            var turn = move.Input is Input.Due ? Wake(session!, from.Client) : step(session, move.Input, world.Caller(move.Channel, from.Client) with { Found = found }, world.Now.AddSeconds(3), Fixed);
            if (turn.Needs is null || found is not null)
                faults.Look(spots, from, new Step(world, session, from.Away || session is { Closed: true }, move, turn, found, from.AtTheGate || (from.Client is not null && (move.Channel != session?.Channel || move.Input is Input.CallStarted))));
            return turn;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            faults.Thrown(spots, from, move, e);
            return null;
        }
    }

    private void Follow(Spot from, Move move)
    {
        if (ReferenceEquals(move, Moves.Idle) || ReferenceEquals(move, Moves.Message))
        {
            var later = ReferenceEquals(move, Moves.Idle) ? Moved(from.Session!, -(long)TimeSpan.FromMinutes(21).TotalSeconds) : from.Session!;
            from.Ways.Add(new Way(move, Find(later, away: true, null, from, move, from.Client), false, false, false, false, false, false, null));
            return;
        }

        var turn = Take(from, from.Session, move);
        if (turn?.Needs is not { } lookup)
            Add(from, move, turn);
        else
            foreach (var (asked, found) in Lookups.Of(move, lookup))
                Add(from, asked, Take(from, from.Session, asked, found));
    }

    private void Add(Spot from, Move move, Turn? turn)
    {
        if (turn is null)
            return;
        var client = from.Client?.After(turn.Effects, CheckInPlan.Today(world.Now));
        var to = turn.Next is { } next ? Find(Moved(next, world.Now.ToUnixTimeSeconds() - next.LastAt), away: false, turn.Wait, from, move, client)
            : client is null ? 0
            : Find(null, away: false, null, from, move, client);
        from.Ways.Add(new Way(
            move,
            to,
            Marks.Helps(turn),
            Marks.Stops(turn),
            Marks.Forgets(turn, from.Session),
            Marks.Withdraws(turn),
            turn.Next is { } same && same.Place == from.Place && same.Misses > (from.Session?.Misses ?? 0),
            turn.Next is null || (move.Channel == Channel.Voice && turn.Wait is null),
            move.Answers && to != from.Id && turn.Next is null or { Misses: 0 } ? cost.Of(turn, from.Session, move.Channel) : null));
    }

    private int Find(Session? session, bool away, Wait? wait, Spot from, Move move, Client? client)
    {
        var key = likeness.Of(session, away, client);
        if (known.TryGetValue(key, out var id))
            return id;
        known[key] = id = spots.Count;
        spots.Add(new Spot(id, session, away, wait, from.Id, move, client));
        return id;
    }

    /// <summary>Every turn happens at the world's moment: what lies before it moves along.</summary>
    private static Session Moved(Session s, long by) => by == 0 ? s : s with { LastAt = s.LastAt + by, StartedAt = s.StartedAt + by, WakeAt = s.WakeAt + by };

    /// <summary>A wake-up that is set again for later is waited for.</summary>
    private Turn Wake(Session session, Client? client)
    {
        var now = world.Now;
        for (var woken = 1; ; woken++)
        {
            var due = DateTimeOffset.FromUnixTimeSeconds(session.WakeAt);
            now = due > now ? due : now;
            var turn = step(session, new Input.Due(), world.Caller(session.Channel, client), now, Fixed);
            if (woken == WakeUps || turn.Next is not { } next || next.Closed != session.Closed || next.WakeAt == session.WakeAt || turn.Says.Count > 0)
                return turn;
            session = next;
        }
    }
}
