using Hotline.Flows.CheckIns;
using Hotline.Flows.Files;
using Hotline.Localization.Reading;

namespace Hotline.Flows.Engine;

/// <summary>A check-in after the safe word. By text the thread stays readable: ordinary phrases answer ordinary words and learnt digits.</summary>
internal sealed partial class Walk
{
    /// <summary>Learnt at enrolment, like 1 to 4.</summary>
    private const string StopDigit = "9";

    private void GoOn(Session session, Input input)
    {
        s = session with { Version = flows[CheckInPlaces.Flow].Version, Turns = session.Turns + 1, LastAt = Math.Max(now.ToUnixTimeSeconds(), session.LastAt) };
        var state = flows[s.Place];
        switch (input)
        {
            case Input.Text text:
                HearAnswer(Whole(text.Body), state);
                break;
            case Input.Digits digits:
                HearKeys(digits.Keys);
                break;
            case Input.Recording recording:
                Keep(CheckInSlot.Recording, recording.Address);
                Leave(state.AskByVoice == Ask.Recording ? state.Goto : [new Rule(null, null, null, s.Place.ToString())]);
                break;
            // Who says nothing after the tone has nothing to say.
            case Input.Silence when state.AskByVoice == Ask.Recording:
                Leave(state.Goto);
                break;
            default:
                Miss(silent: true);
                break;
        }
    }

    private void HearAnswer(string body, State state)
    {
        var reader = phrases.Reader;
        var word = EverywhereWords.Match(body, reader.Words);
        var kind = WordOf(caller.Client!, body);
        var answer = Answers.Read(state, body, s, reader);
        var yesNo = reader.YesNo(body);
        if (word == "stop" || AgreedWord.Key(body) == StopDigit)
            Enter(CheckInPlaces.Stop);
        // Without a sign, like anything that is told.
        else if (kind is WordKind.Duress or WordKind.Help)
            ToldMore(body, kind);
        else if (answer is Answer.Chosen chosen)
            Choose(state, chosen.Choice);
        else if (yesNo == "yes")
            Enter(CheckInPlaces.Fine);
        // "Are you well?" - "No": not now is another word.
        else if (yesNo == "no" || word == "person")
            Enter(CheckInPlaces.Talk);
        else if (kind == WordKind.Wrong && word is null && answer is Answer.Told && !Opening.IsCourtesy(body, phrases))
            ToldMore(body, kind);
        else
            Restate();
    }

    /// <summary>More than the agreed answers: kept for the caseworker.</summary>
    private void ToldMore(string body, WordKind kind)
    {
        effects.Add(new Effect.TellCaseworker(kind switch { WordKind.Duress => "duress", WordKind.Help => "help", _ => "talk" }));
        effects.Add(new Effect.CheckInDone(CheckInResult.Of(s, now, finished: true)! with { Said = "told", Words = body }));
        s = s with { Slots = s.Slots.With(CheckInSlot.Said, "told") };
        SayKey(CheckInPrompts.Noted);
        WaitIn(flows[s.Place]);
    }
}
