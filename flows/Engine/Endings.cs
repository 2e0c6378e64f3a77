using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>Conversations that end without an answer: the caller hung up or fell silent. What was accepted is filed as it is.</summary>
internal static class Endings
{
    private static readonly Turn Nothing = new(null, [], [], null, []);

    public static Turn HangUp(Session? session, Circumstances caller, DateTimeOffset now, Chance chance, bool speaking)
    {
        if (session is null)
            return Nothing;
        // A late hang-up of an earlier call must not end the texts that came after it.
        if (session.Channel == Channel.Text || session.Closed || session.Call != caller.Call)
            return Nothing with { Next = session };
        // Who hangs up while speaking: the recording may be told after the end, and the wake-up files both together.
        if (speaking)
            return session.Left ? Nothing with { Next = session } : Later(session with { Left = true, LastAt = now.ToUnixTimeSeconds() }, Limits.LateRecording);
        if (session.Accepted)
            return Filed(session, now, chance);
        var left = Abandoned(session, now);
        return caller.Withheld ? left with { Next = null, Effects = [left.Effects[0]] } : left;
    }

    public static Turn Due(Session? session, DateTimeOffset now, Chance chance)
    {
        if (session is null)
            return Nothing;
        var idle = now - DateTimeOffset.FromUnixTimeSeconds(session.LastAt);
        if (session.Closed)
            return idle >= Limits.SessionLife ? Nothing : Later(session, Limits.SessionLife);
        var patience = session.Left ? Limits.LateRecording : Limits.IdleToFile;
        if (idle < patience)
            return Later(session, patience);
        return session.Accepted ? Filed(session, now, chance) : Abandoned(session, now);
    }

    public static Outcome Count(Session session, string end, DateTimeOffset now) => session.Flow == CheckInPlaces.Flow ? CheckInEndings.Count(session, end) : new(
        (session.Paused ?? session.Place).Flow,
        session.Version,
        session.Channel,
        session.Language,
        session.Campaign,
        end,
        session.Turns,
        session.Segments,
        now.ToUnixTimeSeconds() - session.StartedAt,
        session.Slots[Slot.Province],
        session.Slots[Slot.Kind],
        session.Slots[Slot.Risk]);

    public static Report Report(Session session, string receipt, bool finished) =>
        new(receipt, finished, session.Channel, session.Language, session.Slots.WithoutFlow((session.Return ?? session.Place).Flow).Without(Slot.Asked), session.Words, session.Recordings);

    private static Turn Filed(Session session, DateTimeOffset now, Chance chance) => new(
        null,
        [],
        [],
        null,
        [new Effect.FileReport(Report(session, Receipt.Draw(chance), finished: false)), new Effect.EndConversation(Count(session, "filed-as-is", now))]);

    private static Turn Abandoned(Session session, DateTimeOffset now)
    {
        var end = session.Slots[Slot.Answer] is null && session.Place != Everywhere.Ringing ? "abandoned" : "answered";
        var later = Later(session with { Closed = true, Slots = session.Slots.WithoutFlow((session.Return ?? session.Place).Flow) }, Limits.SessionLife);
        return later with { Effects = [new Effect.EndConversation(Count(session, end, now)), .. later.Effects] };
    }

    private static Turn Later(Session session, TimeSpan after)
    {
        var when = session.LastAt + (long)after.TotalSeconds;
        return Nothing with
        {
            Next = session with { WakeAt = when },
            Effects = [new Effect.WakeAt(session.Id, DateTimeOffset.FromUnixTimeSeconds(when))],
        };
    }
}
