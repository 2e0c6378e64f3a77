using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>
/// The check-in line before the safe word. Everything takes one path, and only the kind inside one effect tells what was said. By text nothing is
/// remembered but the client's tries; by voice a session counts within the call.
/// </summary>
internal sealed partial class Walk
{
    private const int MostMissesInACall = 3;

    private static readonly string[] CriesForHelp = ["help"];

    public Turn TakeCheckIn(Session? session, Input input)
    {
        if (session is not null && session.Flow != CheckInPlaces.Flow)
            session = null;
        if (input is Input.Due)
            return CheckInEndings.Due(session, now);
        if (input is Input.HangUp)
            return CheckInEndings.HangUp(session, caller, now, speaking: session is not null && flows.Find(session.Place) is { AskByVoice: Ask.Recording });
        if (session is not null && IsOpen(session, input))
            GoOn(session, input);
        else
            Gate(session, input);

        var texts = Texts();
        if (ended)
        {
            effects.RemoveAll(effect => effect is Effect.WakeAt);
            return new Turn(null, says, texts, null, effects);
        }

        s = s with { Segments = s.Segments + Localization.Phrasebook.Segments(texts) };
        return new Turn(s, says, texts, wait, effects);
    }

    /// <summary>The safe word opened this session, for this client, and it still holds: twenty minutes by text, this call by voice.</summary>
    private bool IsOpen(Session session, Input input) =>
        session.Place != CheckInPlaces.Line
        && session.Channel == caller.Channel
        && session.Slots[CheckInSlot.Client] == caller.Client!.Id
        && flows.Find(session.Place) is { } state && state.WaitsOn(caller.Channel)
        && (caller.Channel == Channel.Text
            // A clock set back must not leave the thread open for longer.
            ? (now - DateTimeOffset.FromUnixTimeSeconds(session.StartedAt)).Duration() <= CheckInEndings.OpenByText
            : input is not Input.CallStarted && session.Call == caller.Call);

    private void Gate(Session? before, Input input)
    {
        var client = caller.Client!;
        var sameCall = before is not null && before.Place == CheckInPlaces.Line && caller.Channel == Channel.Voice && before.Call == caller.Call && input is not Input.CallStarted;
        if (before is not null && !sameCall)
            effects.AddRange(CheckInEndings.Left(before, now));
        s = sameCall ? before! with { Turns = before.Turns + 1, LastAt = now.ToUnixTimeSeconds() } : LineOpened(client);
        var said = input switch
        {
            Input.Text text => Whole(text.Body),
            Input.Digits digits when digits.Keys.Trim('#').Length > 0 => digits.Keys.Trim('#'),
            _ => null,
        };
        if (said is null)
        {
            TalkByVoice(counts: input is Input.Silence or Input.Digits);
            return;
        }

        var kind = WordOf(client, said);
        if (kind == WordKind.Safe)
        {
            Begin(client);
            return;
        }

        if (client.Enrolment is not null)
            Tell(client, kind, said);
        if (caller.Channel == Channel.Voice)
            TalkByVoice(counts: true);
        else
            TalkByText(client, said);
    }

    /// <summary>All of it is done at every input: what it costs says nothing about what was said.</summary>
    private WordKind WordOf(Client client, string said)
    {
        var words = phrases.Reader.Words;
        var help = caller.Channel == Channel.Text && (words.Contains("danger", said) | CriesForHelp.Any(list => words.IsWhole(list, said)));
        return AgreedWords.Hear(client, caller.Channel, said, words) switch
        {
            WordKind.Safe when client.Standing == Standing.Locked => WordKind.SafeButLocked,
            WordKind.Wrong when help => WordKind.Help,
            var kind => kind,
        };
    }

    private void Tell(Client client, WordKind kind, string said)
    {
        effects.Add(new Effect.WordHeard(kind));
        if (caller.Channel == Channel.Text && EverywhereWords.Match(said, phrases.Reader.Words) == "stop")
            effects.Add(new Effect.PauseClient(PauseReason.Stopped));
        // Who said stop stays stopped, whatever is tried afterwards.
        if (client.Standing is Standing.Active or Standing.Paused && client.TriesOn(CheckInPlan.Today(now)) + 1 >= Client.MostTries)
            effects.Add(new Effect.PauseClient(PauseReason.NoWord));
    }

    private void Begin(Client client)
    {
        effects.Add(new Effect.WordHeard(WordKind.Safe));
        s = s with
        {
            StartedAt = now.ToUnixTimeSeconds(),
            Misses = 0,
            Language = client.Enrolment!.Language,
            Slots = Slots.Empty.With(CheckInSlot.Client, client.Id).With(CheckInSlot.Criterion, $"{client.Criterion}"),
        };
        SetWake(s.StartedAt + (long)(caller.Channel == Channel.Text ? CheckInEndings.OpenByText : Limits.IdleToFile).TotalSeconds);
        Enter(CheckInPlaces.Start);
    }

    private void TalkByText(Client client, string said)
    {
        ended = true;
        if (client.Enrolment is not { } enrolment)
        {
            s = s with { Language = Opening.LanguageOf(said, phrases) };
            SayKey(CheckInPrompts.WrongNumber);
        }
        else if (enrolment.Talk.Length == 1)
        {
            SayKey(CheckInPrompts.Talk(enrolment.Talk));
        }
        else
        {
            says.Add(new Say(CheckInPrompts.OwnTalk, enrolment.Language, new Dictionary<string, string>(1, StringComparer.Ordinal) { [Placeholder.Talk] = enrolment.Talk }));
        }
    }

    /// <summary>A line that takes a number, as a shop or a lottery has it; the same whether or not anybody is enrolled.</summary>
    private void TalkByVoice(bool counts)
    {
        if (caller.Channel == Channel.Text)
        {
            // No carrier sends a recording or a silence by text; whatever does hears what a stranger hears.
            TalkByText(Client.Nobody, "");
            return;
        }

        if (s.WakeAt == 0)
            SetWake(now.ToUnixTimeSeconds() + (long)Limits.IdleToFile.TotalSeconds);
        if (!counts && s.Misses == 0)
        {
            Enter(CheckInPlaces.Line);
            return;
        }

        s = s with { Misses = s.Misses + (counts ? 1 : 0) };
        ended = s.Misses >= MostMissesInACall;
        SayKey(ended ? CheckInPrompts.LineBye : CheckInPrompts.LineAgain);
        if (!ended)
            WaitIn(flows[CheckInPlaces.Line]);
    }

    private Session LineOpened(Client client) => new()
    {
        Id = chance.ShortId(8, SessionLane),
        Flow = CheckInPlaces.Flow,
        State = CheckInPlaces.Line.State,
        Version = flows[CheckInPlaces.Flow].Version,
        Channel = caller.Channel,
        Call = caller.Call,
        // By voice nothing may tell whether this phone is known here, not even the language.
        Language = caller.Channel == Channel.Text ? client.Enrolment?.Language : null,
        StartedAt = now.ToUnixTimeSeconds(),
        LastAt = now.ToUnixTimeSeconds(),
        Turns = 1,
    };
}
