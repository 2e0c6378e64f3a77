using Hotline.Flows.Files;
using Hotline.Localization;

namespace Hotline.Flows.Engine;

/// <summary>One turn under way: enters states until one waits or ends, gathering what is said and done. Lives for one step only.</summary>
internal sealed partial class Walk(FlowSet flows, Phrasebook phrases, Circumstances caller, DateTimeOffset now, Chance chance)
{
    private const ulong SessionLane = 0x9E3779B97F4A7C15;
    private const ulong QuestionLane = 0x165667B19E3779F9;
    private const ulong CallLane = 0x27D4EB2F165667C5;
    private const ulong AlertLane = 0xC2B2AE3D27D4EB4F;

    private readonly List<Say> says = [];
    private readonly List<Effect> effects = [];
    private Session s = null!;
    private Wait? wait;
    private bool ended;
    private bool filed;
    private int entered;

    /// <summary>So long after the last word, or on another channel, somebody else may hold the phone.</summary>
    private bool anotherReader;
    private int drawn;

    /// <summary>The key of the list's item that is being said.</summary>
    private int option;

    /// <summary>The person who was rung answered.</summary>
    private bool reached;

    public Turn Take(Session? session, Input input)
    {
        var fresh = Arrive(session, input);
        switch (input)
        {
            case Input.Text text:
                HearText(Whole(text.Body), fresh);
                break;
            case Input.Digits digits when !fresh && flows[s.Place].AskByVoice != Ask.Dial:
                HearKeys(digits.Keys);
                break;
            case Input.Recording recording:
                HearRecording(recording, fresh);
                break;
            case Input.Dialled dialled when !fresh && flows[s.Place].AskByVoice == Ask.Dial:
                reached = dialled.Answered;
                Leave(flows[s.Place].Goto);
                break;
            // Whoever comes back from a ringing telephone without a word about it was not answered.
            case Input.Silence or Input.Digits when !fresh && flows[s.Place].AskByVoice == Ask.Dial:
                Leave(flows[s.Place].Goto);
                break;
            case Input.Silence when !fresh:
                Miss(silent: true);
                break;
            default:
                Enter(Everywhere.Door);
                break;
        }

        if (needs is not null)
            return new Turn(session, [], [], null, [], needs);
        var texts = Texts();
        if (ended)
        {
            // Begun and ended in one turn: nobody is left to wake.
            effects.RemoveAll(effect => effect is Effect.WakeAt);
            return new Turn(null, says, texts, null, effects) { Circled = entered > Limits.StatesPerTurn };
        }

        s = s with { Segments = s.Segments + Phrasebook.Segments(texts) };
        return new Turn(s, says, texts, wait, effects) { Circled = entered > Limits.StatesPerTurn };
    }

    /// <summary>A conversation that the same telephone may be having is not touched.</summary>
    public Turn Acknowledge(Session? session, string body, string alert)
    {
        s = new Session { Id = "", Flow = Everywhere.Flow, State = Everywhere.Bye.State, Version = 0, StartedAt = 0, LastAt = 0, Language = session?.Language ?? Opening.LanguageOf(body, phrases) };
        SayKey("everywhere.seen");
        return new Turn(session, says, Texts(), null, [new Effect.AcknowledgeAlert(alert)]);
    }

    /// <summary>Opens or goes on with the session. True when the caller has to start at the front door.</summary>
    private bool Arrive(Session? session, Input input)
    {
        var seconds = now.ToUnixTimeSeconds();
        if (session is null)
        {
            s = Open(seconds);
            return true;
        }

        var idle = now - DateTimeOffset.FromUnixTimeSeconds(session.LastAt);
        s = Move(session) with { Turns = session.Turns + 1, LastAt = Math.Max(seconds, session.LastAt) };
        var fresh = input is Input.CallStarted
            || s.Closed
            || s.Channel != caller.Channel
            // Two calls at once show one number, as behind an exchange: neither may hear what the other was asked or told.
            || (s.Call != caller.Call && caller.Channel == Channel.Voice && input is not Input.Recording)
            || (caller.Channel == Channel.Text && idle > Limits.IdleToDoor)
            || !flows[s.Place].WaitsOn(caller.Channel);
        if (!fresh)
            return false;
        anotherReader = s.Closed || s.Channel != caller.Channel || idle > Limits.IdleToDoor;
        if (s.Closed)
            SetWake(s.LastAt + (long)Limits.IdleToFile.TotalSeconds);
        Park();
        s = s with { Closed = false, Left = false, Channel = caller.Channel, Call = caller.Call };
        return true;
    }

    private Session Open(long seconds)
    {
        s = new Session
        {
            Id = chance.ShortId(8, SessionLane),
            Flow = Everywhere.Door.Flow,
            State = Everywhere.Door.State,
            Version = flows[Everywhere.Door.Flow].Version,
            Channel = caller.Channel,
            Call = caller.Call,
            StartedAt = seconds,
            LastAt = seconds,
            Turns = 1,
        };
        SetWake(seconds + (long)Limits.IdleToFile.TotalSeconds);
        return s;
    }

    /// <summary>As much as is kept, never half a character: it could not be stored.</summary>
    private static string Whole(string body)
    {
        var kept = body.Length <= Limits.TextLength ? body : body[..(char.IsHighSurrogate(body[Limits.TextLength - 1]) ? Limits.TextLength - 1 : Limits.TextLength)];
        for (var i = 0; i < kept.Length; i++)
            if (char.IsSurrogate(kept[i]) && (i + 1 == kept.Length || !char.IsSurrogatePair(kept[i], kept[i++ + 1])))
                return string.Concat(kept.EnumerateRunes());
        return kept;
    }

    /// <summary>One turn may file twice; each report has its own receipt.</summary>
    private string NextReceipt() => Receipt.Draw(new Chance(UInt128.RotateLeft(chance.Bits, 37 * drawn++)));

    private void SetWake(long when)
    {
        s = s with { WakeAt = when };
        effects.Add(new Effect.WakeAt(s.Id, DateTimeOffset.FromUnixTimeSeconds(when)));
    }

    /// <summary>A changed flow moves old sessions on: by its own rename, else to its start; the answers stay.</summary>
    private Session Move(Session session)
    {
        if (flows.Find(session.Flow) is not { } flow)
            return session with { Flow = Everywhere.Door.Flow, State = Everywhere.Door.State, Version = flows[Everywhere.Door.Flow].Version };
        if (flow.Version == session.Version && flow.States.ContainsKey(session.State))
            return session;
        var state = flow.Moved.GetValueOrDefault(session.State, session.State);
        return session with { Version = flow.Version, State = flow.States.ContainsKey(state) ? state : flow.Start };
    }

    /// <summary>Puts an unfinished conversation aside; "go on" finds it again. Its answers are never read back.</summary>
    private void Park()
    {
        var here = s.Return ?? s.Place;
        // Only a question is a place to go on from, and whoever waits at "safe?" may have more behind it.
        var question = flows.Find(here.Flow) is { Resumable: true } && flows.Find(here) is { } state && state.WaitsOn(s.Channel);
        var paused = question && (here != Everywhere.Safe || s.Paused is null) ? here : s.Paused;
        s = s with { Slots = s.Slots.WithoutFlow(here.Flow), Paused = paused, PausedLanguage = paused == here ? s.Language : s.PausedLanguage, Return = null, Misses = 0, Trail = [], Flow = Everywhere.Door.Flow, State = Everywhere.Door.State, Version = flows[Everywhere.Door.Flow].Version };
    }
}
