using Hotline.Flows.Files;
using Hotline.Localization.Answers;

namespace Hotline.Flows.Engine;

/// <summary>Questions about work abroad, and their answers.</summary>
internal sealed partial class Walk
{
    /// <summary>What was found is kept for the states that say it. Whoever may be in trouble is told at once whom to call.</summary>
    private void LookUpAnswer(string body, FoundAnswers? found)
    {
        var slots = s.Slots.WithoutFlow(Everywhere.Asked.Flow).With(Slot.Question, body);
        if (found is { Best.Count: > 0 })
            slots = slots.With(Slot.Found, string.Join(',', found.Best.Select(best => best.Entry.Id))).With(Slot.Answer, found.Best[0].Entry.Id);
        if (found is { Sure: true })
            slots = slots.With(Slot.Sure, "yes");
        if (found is { Trouble: true } || phrases.Reader.Words.Contains("danger", body))
            slots = slots.With(Slot.Trouble, "yes");
        s = s with { Slots = slots };
        if (s.Slots[Slot.Trouble] is not null)
        {
            // Whoever tells of trouble may not get to write again: it is kept at once, and "tell us" is offered for the rest.
            var said = says.Count;
            AcceptQuestion();
            if (says.Count == said)
                SayKey("everywhere.danger-words");
            SayKey("everywhere.noted");
        }

        if (s.Flow != Everywhere.Asked.Flow)
            Park();
        Enter(Everywhere.Asked);
    }

    /// <summary>The question is the first sentence of a report. Once only.</summary>
    private void AcceptQuestion()
    {
        if (s.Slots[Slot.Question] is not { } question)
            return;
        s = s with { Slots = s.Slots.Without(Slot.Question) };
        AddWords(question);
    }

    private void KeepQuestion()
    {
        // Whoever comes back to this place, from a person or by "back", asked once.
        if (s.Slots[Slot.Question] is not { } question || s.Slots[Slot.Kept] is not null)
            return;
        s = s with { Slots = s.Slots.With(Slot.Kept, "yes") };
        // Digits can be taken out of a sentence; a number in words is part of it.
        if (phrases.Reader.SpellsNumber(question))
            return;
        effects.Add(new Effect.KeepQuestion(chance.ShortId(8, QuestionLane), Scrubbed.Of(question), s.Language));
    }

    private void SayAnswer(bool more)
    {
        var id = s.Slots[Slot.Answer] ?? s.Slots[Slot.Asked];
        if (id is null || phrases.Bank?.Find(id) is not { } entry)
        {
            SayKey("abroad.gone");
            return;
        }

        if (entry.StaleOn(DateOnly.FromDateTime(now.ToOffset(Limits.PhnomPenh).DateTime)))
            SayKey("abroad.stale");
        if (!more)
            SayKey(AnswerPrompts.Answer(id));
        else if (phrases.Find(AnswerPrompts.More(id)) is not null)
            SayKey(AnswerPrompts.More(id));
        if (more)
            SayKey("abroad.checked");
    }
}
