using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    private void HearText(string body, bool fresh)
    {
        // Then the text alone decides: an answer in another language would tell that somebody wrote before.
        if (anotherReader || s.Language is null)
            s = s with { Language = Opening.LanguageOf(body, phrases) };
        var state = fresh ? null : flows[s.Place];
        var heard = new Heard(body, s, flows[s.Flow], state, phrases, Read);
        switch (Router.Of(heard))
        {
            case Route.Word:
                TakeWord(heard.Word!, state);
                break;
            case Route.Session:
                TakeAnswer(state!, heard.Answer!, body);
                break;
            case Route.Receipt:
                codeAlone = state is null;
                OpenByCode(heard.Receipt!);
                break;
            case Route.Campaign:
                s = s with { Campaign = heard.Campaign };
                Enter(Everywhere.Door);
                break;
            case Route.Tips:
                AskForTips();
                break;
            case Route.Courtesy when heard.AtTheDoor && heard.IsThanks:
                Enter(Everywhere.Thanks);
                break;
            case Route.Courtesy when state is not null:
                Restate();
                break;
            case Route.Question:
                LookUpAnswer(body, heard.Found);
                break;
            case Route.Story:
                TakeStory(heard, state);
                break;
            case Route.Nothing when state is not null:
                Miss(silent: false);
                break;
            default:
                Enter(Everywhere.Door);
                break;
        }
    }

    private void TakeWord(string word, State? state)
    {
        switch (word)
        {
            // Asked nothing, or whether they want any, they need no question after it: "no tips" answers a tip.
            case EverywhereWords.NoTips when state is null || s.Flow == Everywhere.Tips.Flow:
                Enter(Everywhere.TipsLeft);
                break;
            case var _ when EverywhereWords.LeadsTo(word) is { } place:
                Enter(place);
                break;
            case EverywhereWords.Menu when state is not null:
                Park();
                Enter(Everywhere.Door);
                break;
            case var _ when state is null:
                Enter(Everywhere.Door);
                break;
            case EverywhereWords.Repeat:
                Restate();
                break;
            case EverywhereWords.Back:
                GoBack();
                break;
            case EverywhereWords.GoOn:
                Enter(Everywhere.Safe);
                break;
            case EverywhereWords.Done when Follow(s.Flow, flows[s.Flow].Done) is var end && end != s.Place && !s.Trail.Contains(end.ToString()):
                Enter(end);
                break;
            // Already past the questions that "done" passes over: only this one is skipped.
            default:
                Leave(state.Goto);
                break;
        }
    }

    private Answer Read(State state, string body) => state.AskByText switch
    {
        Ask.Item => ReadItem(state, phrases.Reader.Choice(body, KeysOf(state))),
        Ask.Code when phrases.Reader.Code(body) is { } digits => new Answer.Digits(digits),
        _ => Answers.Read(state, body, s, phrases.Reader),
    };

    private void TakeAnswer(State state, Answer answer, string body)
    {
        switch (answer)
        {
            case Answer.Chosen chosen:
                Choose(state, chosen.Choice);
                break;
            case Answer.Kept kept:
                foreach (var (slot, value) in kept.Values)
                    KeepAnswer(state, slot, value);
                Leave(state.Goto);
                break;
            case Answer.NextPage:
                TurnPage(state);
                break;
            case Answer.Digits code:
                AddDigits(state, code.All);
                break;
            case Answer.Skipped when state.AskByText == Ask.Code:
                SayOffer();
                Restate();
                break;
            case Answer.Told:
                AddWords(body);
                Leave(state.Words.Count > 0 ? state.Words : state.Goto);
                break;
            case Answer.Skipped:
                Leave(state.Goto);
                break;
            default:
                Leave(state.Goto);
                break;
        }
    }

    /// <summary>The first text, however long, is never thrown away; and whoever sends it now sees only the front door of what came before.</summary>
    private void TakeStory(Heard heard, State? state)
    {
        if (state is not null && flows[s.Flow].Told == Told.Nothing)
        {
            // Nobody's story is asked for here; but whoever seems to be in trouble is never passed over.
            if (phrases.Reader.Words.Contains("danger", heard.Body) || heard.Found is { Trouble: true })
                AddWords(heard.Body);
            Miss(silent: false);
            return;
        }

        AddWords(heard.Body);
        // Added to an opened report: where that leads says so itself.
        if (!Opened || state is not { Words.Count: > 0 })
            SayKey("everywhere.noted");
        if (state is null)
        {
            Enter(s.Paused is null ? Everywhere.Safe : Everywhere.Door);
            return;
        }

        if (!Opened && heard is { Asks: true, Found.Sure: true })
            Keep(Slot.Asked, heard.Found.Best[0].Entry.Id);
        if (state.Words.Count > 0)
            Leave(state.Words);
        else
            Restate();
    }
}
