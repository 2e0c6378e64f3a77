using Hotline.Flows.Files;
using Hotline.Localization;

namespace Hotline.Flows.Engine;

internal sealed partial class Walk
{
    private void Enter(Place place)
    {
        while (true)
        {
            // The checker refuses flows that run in a circle; should one slip through, the caller still gets the menu.
            if (++entered > Limits.StatesPerTurn)
                place = Everywhere.Menu;
            if (place.Flow == Everywhere.Flow && s.Flow != Everywhere.Flow)
                s = s with { Return = s.Place };
            var flow = flows[place.Flow];
            var state = flow.States[place.State];
            s = s with { Flow = place.Flow, State = place.State, Version = flow.Version, Misses = 0 };
            foreach (var (slot, value) in state.Set)
                Keep(slot, value);
            foreach (var deed in state.Do)
                Perform(deed);
            SayAll(state);
            if (state.End is { } end)
            {
                Finish(end);
                return;
            }

            if (state.WaitsOn(caller.Channel))
            {
                WaitIn(state);
                return;
            }

            place = Follow(place.Flow, state.Goto);
        }
    }

    private void WaitIn(State state)
    {
        var ask = state.AskBy(caller.Channel);
        wait = new Wait(ask, ask switch
        {
            Ask.Choice => 1,
            Ask.Number => state.Max.ToString(System.Globalization.CultureInfo.InvariantCulture).Length,
            Ask.Phone => 15,
            _ => 0,
        });
    }

    private void Restate()
    {
        var state = flows[s.Place];
        SayAll(state);
        WaitIn(state);
    }

    private Place Follow(string flow, IReadOnlyList<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (!Holds(rule))
                continue;
            switch (rule.To)
            {
                case Target.Return:
                    var back = s.Return ?? Everywhere.Door;
                    s = s with { Return = null };
                    return flows.Find(back) is null ? Everywhere.Door : back;
                case Target.Paused:
                    var paused = s.Paused ?? Everywhere.Door;
                    s = s with { Paused = null };
                    return flows.Find(paused) is null ? Everywhere.Door : paused;
                default:
                    return FlowSet.Resolve(flow, rule.To);
            }
        }

        return Everywhere.Menu;
    }

    private bool Holds(Rule rule)
    {
        if (rule.On is { } channel && channel != caller.Channel)
            return false;
        return rule.If switch
        {
            null => true,
            Condition.Paused => s.Paused is not null,
            Condition.Accepted => s.Accepted,
            Condition.Withheld => caller.Withheld,
            Condition.Words => s.Words.Count > 0 || s.Recordings.Count > 0,
            var slot => s.Slots[slot] is { } value && (rule.Is is null || rule.Is == value),
        };
    }

    private void Keep(string slot, string value) =>
        s = slot == Slot.Language ? s with { Language = value } : s with { Slots = s.Slots.With(slot, value) };

    private void Finish(string end)
    {
        wait = null;
        // "Not safe now", "thanks" and the like by text: what was said waits for more, and is filed as it is when nothing comes.
        if (caller.Channel == Channel.Text && ((s.Accepted && !filed) || s.Paused is not null) && end is not ("erased" or "stopped"))
        {
            s = s with { Paused = s.Paused ?? Everywhere.Safe };
            return;
        }

        if (s.Accepted && !filed)
            Perform(Deed.FileUnfinished);
        ended = true;
        var texts = caller.Channel == Channel.Text ? Phrasebook.Messages(says.Select(say => phrases.Text(say.Key, say.Language, say.Values))) : [];
        effects.Add(new Effect.EndConversation(Endings.Count(s with { Segments = s.Segments + Phrasebook.Segments(texts) }, end, now)));
    }
}
