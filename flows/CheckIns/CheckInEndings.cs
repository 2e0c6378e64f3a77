using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>Check-ins that end without an answer: what was answered is kept, as unfinished.</summary>
internal static class CheckInEndings
{
    /// <summary>How long the safe word opens the thread; then it is asked for again.</summary>
    public static readonly TimeSpan OpenByText = TimeSpan.FromMinutes(20);

    private static readonly Turn Nothing = new(null, [], [], null, []);

    public static Turn HangUp(Session? session, Circumstances caller, DateTimeOffset now, bool speaking)
    {
        if (session is null)
            return Nothing;
        // A late hang-up of an earlier call must not end what came after it.
        if (session.Channel == Channel.Text || session.Call != caller.Call)
            return Nothing with { Next = session };
        if (!speaking)
            return Nothing with { Effects = Left(session, now) };
        // The recording may be told after the end of its call.
        return session.Left ? Nothing with { Next = session } : Later(session with { Left = true, LastAt = now.ToUnixTimeSeconds() }, now.ToUnixTimeSeconds() + (long)Limits.LateRecording.TotalSeconds);
    }

    public static Turn Due(Session? session, DateTimeOffset now)
    {
        if (session is null)
            return Nothing;
        var end = session.Channel == Channel.Text
            ? session.StartedAt + (long)OpenByText.TotalSeconds
            : session.LastAt + (long)(session.Left ? Limits.LateRecording : Limits.IdleToFile).TotalSeconds;
        return now.ToUnixTimeSeconds() < end ? Later(session, end) : Nothing with { Effects = Left(session, now) };
    }

    /// <summary>What is owed when a session is left: by text every answer was kept at once. Before the word there is nothing, and nothing is counted.</summary>
    public static List<Effect> Left(Session session, DateTimeOffset now)
    {
        if (session.Place == CheckInPlaces.Line)
            return [];
        List<Effect> effects = [];
        if (session.Channel == Channel.Voice && CheckInResult.Of(session, now, finished: false) is { } result)
            effects.Add(new Effect.CheckInDone(result));
        effects.Add(new Effect.EndConversation(Count(session, session.Channel == Channel.Text && session.Slots[CheckInSlot.Said] is not null ? "answered" : "abandoned")));
        return effects;
    }

    /// <summary>No place, kind, risk, campaign or length of time: a check-in's plain row says only that there was one.</summary>
    public static Outcome Count(Session session, string end) =>
        new(CheckInPlaces.Flow, session.Version, session.Channel, session.Language, null, end, session.Turns, session.Segments, 0, null, null, null);

    private static Turn Later(Session session, long when) => Nothing with
    {
        Next = session with { WakeAt = when },
        Effects = [new Effect.WakeAt(session.Id, DateTimeOffset.FromUnixTimeSeconds(when))],
    };
}
