using Hotline.Flows.Engine;
using Hotline.Functions.Sending;
using Hotline.Functions.ToDos;

namespace Hotline.Functions.Turns;

/// <summary>What is different about a turn that came late: its answer is owed as texts, or there is none.</summary>
public sealed class LateTurns(Conversation conversation, ToDoRows rows)
{
    /// <summary>Not that of any other short name (Walk's lanes).</summary>
    private const ulong AlertLane = 0xD6E8FEB86659FD93;

    private static readonly TimeSpan Gone = Limits.IdleToDoor + TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset last;

    /// <summary>Nobody hears what this turn says. Whoever wrote of danger is not left with silence alone, and the next text begins at the neutral door.</summary>
    public Turn Unanswered(Turn turn, TurnRequest request, Chance chance, DateTimeOffset now)
    {
        var alert = IsDanger(turn, request) ? chance.ShortId(6, AlertLane) : null;
        if (turn.Next is { } next)
        {
            var latest = (now - Gone).ToUnixTimeSeconds();
            next = next with { LastAt = Math.Min(next.LastAt, latest), StartedAt = Math.Min(next.StartedAt, latest) };
            turn = turn with { Next = alert is null ? next : next with { Slots = next.Slots.With(Slot.Alert, alert) } };
        }

        var country = turn.Next?.Slots[Slot.Country] ?? request.Circumstances.Country;
        return alert is null ? turn : turn with { Effects = [.. turn.Effects, new Effect.RaiseAlert(alert, "danger", Channel.Text, country, turn.Next?.Slots[Slot.Province])] };
    }

    /// <summary>The answer, in the commit of its turn. A hidden number cannot be written to.</summary>
    public void Owe(Planned planned, TurnRequest request, Late late, Turn turn, DateTimeOffset now)
    {
        if (request.Number is not { } number || !late.IsAnswered(now))
            return;
        var moment = Next(now);
        for (var i = 0; i < turn.Texts.Count; i++)
            planned.Writes.Add(OwedText.Row(rows, request.Caller, new OwedText(late.OurNumber, number, turn.Texts[i], late.Until.ToUnixTimeSeconds()), i, moment));
        planned.Hurry |= turn.Texts.Count > 0;
    }

    /// <summary>Owed texts are named by their millisecond, and here many turns of one person follow each other faster.</summary>
    private DateTimeOffset Next(DateTimeOffset now)
    {
        lock (gate)
            return last = now > last || last - now > TimeSpan.FromSeconds(30) ? now : last.AddMilliseconds(1);
    }

    /// <summary>Of a client the engine itself tells the caseworker, and only that one; an alert that stands needs no second.</summary>
    private bool IsDanger(Turn turn, TurnRequest request)
    {
        if (request is not { Input: Input.Text { Body: var body }, Circumstances.Client: null or { Enrolment: null } } || turn.Next?.Slots[Slot.Alert] is not null
            || turn.Effects.Any(effect => effect is Effect.RaiseAlert or Effect.AcknowledgeAlert))
            return false;
        var words = conversation.Phrases.Reader.Words;
        return words.Contains("danger", body) || words.IsWhole("help", body);
    }
}
