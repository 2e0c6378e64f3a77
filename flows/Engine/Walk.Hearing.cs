using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    private void HearText(string body, bool fresh)
    {
        // Then the text alone decides: an answer in another language would tell that somebody wrote before.
        if (anotherReader || s.Language is null)
            s = s with { Language = Opening.LanguageOf(body, phrases) };
        var word = EverywhereWords.Match(body, phrases.Reader.Words);
        if (fresh)
            HearFirst(body, word);
        else
            HearNext(body, word, flows[s.Place]);
    }

    /// <summary>The first text, however long, is never thrown away; and whoever sends it now sees only the front door of what came before.</summary>
    private void HearFirst(string body, string? word)
    {
        if (word is not null && EverywhereWords.LeadsTo(word) is { } place)
        {
            Enter(place);
            return;
        }

        switch (Opening.Read(body, word, phrases))
        {
            case Opening.Kind.Code:
                Enter(Everywhere.Code);
                break;
            case Opening.Kind.Thanks:
                Enter(Everywhere.Thanks);
                break;
            case Opening.Kind.Campaign:
                s = s with { Campaign = phrases.Campaign(body) };
                Enter(Everywhere.Door);
                break;
            case Opening.Kind.Story:
                AddWords(body);
                SayKey("everywhere.noted");
                Enter(s.Paused is null ? Everywhere.Safe : Everywhere.Door);
                break;
            default:
                Enter(Everywhere.Door);
                break;
        }
    }

    private void HearNext(string body, string? word, State state)
    {
        switch (word)
        {
            case EverywhereWords.Repeat:
                Restate();
                return;
            case EverywhereWords.Back:
                GoBack();
                return;
            case EverywhereWords.GoOn when s.Paused is not null:
                Enter(Everywhere.Safe);
                return;
            case EverywhereWords.Menu:
                Park();
                Enter(Everywhere.Door);
                return;
            case EverywhereWords.Done when flows[s.Flow].Done is { Count: > 0 } done && Follow(s.Flow, done) is var end && end != s.Place && !s.Trail.Contains(end.ToString()):
                Enter(end);
                return;
            // Already past the questions that "done" passes over: only this one is skipped.
            case EverywhereWords.Done when flows[s.Flow].Done.Count > 0:
                Leave(state.Goto);
                return;
            case not null when EverywhereWords.LeadsTo(word) is { } place:
                Enter(place);
                return;
        }

        // The front door is still an opening: a code, a campaign word or a thank-you may come second.
        if (state.Words.Count > 0 && Opening.Read(body, word, phrases) is Opening.Kind.Code or Opening.Kind.Thanks or Opening.Kind.Campaign)
        {
            HearFirst(body, word);
            return;
        }

        switch (Answers.Read(state, body, s, phrases.Reader))
        {
            case Answer.Chosen chosen:
                Choose(state, chosen.Choice);
                break;
            case Answer.Kept kept:
                foreach (var (slot, value) in kept.Values)
                    Keep(slot, value);
                Leave(state.Goto);
                break;
            // "Hello?", "thanks", "go on": no mistake, and nobody's story.
            case Answer.Told or Answer.NotUnderstood when word is not null || Opening.IsCourtesy(body, phrases):
                Restate();
                break;
            case Answer.Told when Opening.Read(body, word, phrases) is not Opening.Kind.Story:
                Miss(silent: false);
                break;
            case Answer.Told when state.AskByText == Ask.Words:
                AddWords(body);
                Leave(state.Goto);
                break;
            case Answer.Told:
                AddWords(body);
                SayKey("everywhere.noted");
                if (state.Words.Count > 0)
                    Leave(state.Words);
                else
                    Restate();
                break;
            case Answer.Skipped:
                Leave(state.Goto);
                break;
            default:
                Miss(silent: false);
                break;
        }
    }

    private void Choose(State state, Choice choice)
    {
        if (state.Keep is { } slot && choice.Value.Length > 0)
            Keep(slot, choice.Value);
        foreach (var deed in choice.Do)
            Perform(deed);
        Leave(choice.Goto.Count > 0 ? choice.Goto : state.Goto);
    }

    private void Leave(IReadOnlyList<Rule> rules)
    {
        if (s.Flow != Everywhere.Flow)
            s = s with { Trail = Longer(s.Trail, s.Place.ToString()) };
        Enter(Follow(s.Flow, rules));
    }

    private static string[] Longer(IReadOnlyList<string> trail, string place)
    {
        var longer = new string[Math.Min(trail.Count + 1, Limits.Trail)];
        for (var i = 1; i < longer.Length; i++)
            longer[^(i + 1)] = trail[^i];
        longer[^1] = place;
        return longer;
    }

    private void GoBack()
    {
        if (s.Trail.Count == 0)
        {
            Restate();
            return;
        }

        var last = Place.Parse(s.Trail[^1]);
        s = s with { Trail = s.Trail.Take(s.Trail.Count - 1).ToArray() };
        Enter(flows.Find(last) is not null ? last : s.Place);
    }

    private void Miss(bool silent)
    {
        var misses = s.Misses + 1;
        s = s with { Misses = misses };
        if (caller.Channel == Channel.Voice && misses >= (silent ? Limits.SilencesInACall : Limits.MissesInACall))
        {
            Enter(Everywhere.GaveUp);
            return;
        }

        if (misses >= 3)
            SayKey("everywhere.offer");
        else if (misses == 2)
            SayKey("everywhere.again-" + flows[s.Place].AskBy(caller.Channel).ToString().ToLowerInvariant());
        else if (!silent)
            SayKey("everywhere.missed");
        Restate();
    }
}
