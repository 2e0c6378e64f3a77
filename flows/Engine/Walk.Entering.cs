using Hotline.Flows.CheckIns;
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
            if (caller.Client is not null)
                place = CheckInPlaces.Here(place);
            var returns = place.Flow == Everywhere.Flow || CheckInPlaces.Returns(place);
            if (returns && s.Flow != Everywhere.Flow && !CheckInPlaces.Returns(s.Place))
                s = s with { Return = s.Place };
            // Who has opened a report and says "erase" means that one; "erased" must not be said while it lies there.
            if (place == Everywhere.Erase && Opened)
                place = Everywhere.Withdraw;
            ForgetCodeOutside(place.Flow);
            if (place == Everywhere.Safe)
                SpeakAsBefore();
            Forget(place.Flow);
            var flow = flows[place.Flow];
            var state = flow.States[place.State];
            if (state.List is not null)
                s = s with { Slots = s.Slots.Without(Slot.Page) };
            s = s with { Flow = place.Flow, State = place.State, Version = flow.Version, Misses = 0, Return = returns ? s.Return : null };
            ForgetUsedCode(state);
            if (!LookUp(state))
                return;
            foreach (var (slot, value) in state.Set)
                Keep(slot, value);
            foreach (var deed in state.Do)
                Perform(deed);
            // A question of the other channel, met on going on: its "goto" knows how this channel asks.
            if (state.WaitsOn(caller.Channel) || !state.Asks)
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

    /// <summary>Going on with what was put aside, in its language.</summary>
    private void SpeakAsBefore()
    {
        if (s.Paused is not null)
            s = s with { Language = s.PausedLanguage ?? s.Language };
    }

    /// <summary>What a conversation kept ends with it: the next one must not learn of it. Everywhere words are no other conversation.</summary>
    private void Forget(string entering)
    {
        var leaving = (s.Return ?? s.Place).Flow;
        if (entering != leaving && entering != Everywhere.Flow)
            s = s with { Slots = s.Slots.WithoutFlow(leaving) };
    }

    private void WaitIn(State state)
    {
        var ask = state.AskBy(caller.Channel);
        wait = new Wait(ask, ask switch
        {
            Ask.Choice or Ask.Item => 1,
            Ask.Number => state.Max.ToString(System.Globalization.CultureInfo.InvariantCulture).Length,
            Ask.Phone => 15,
            Ask.Code => CodePrompts.Group,
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
                    if (paused == s.Place)
                        continue;
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
            Condition.Elsewhere => s.Slots[Slot.Alert] is not null && Named is { } named && named != caller.Country,
            Condition.Open => phrases.PersonAnswers(now),
            Condition.Staffed => phrases.NextOpening(now) is not null,
            Condition.Reached => reached,
            Condition.Warnings => Warnings > 0,
            Condition.Words => s.Words.Count > 0 || s.Recordings.Count > 0,
            Condition.Found => IsFound,
            Condition.Slow => caller.Found?.WaitUntil is not null,
            Condition.Read => caller.Found is { Read: true },
            Condition.Answered => caller.Found is { Replies.Count: > 0 },
            Condition.AnsweredInWriting => caller.Found?.Latest.Any(reply => reply.Words is not null) == true,
            var slot => s.Slots[slot] is { } value && (rule.Is is null || rule.Is == value),
        };
    }

    /// <summary>Questions of this flow that were answered with yes; each yes is a warning.</summary>
    private int Warnings
    {
        get
        {
            var count = 0;
            foreach (ref readonly var slot in s.Slots.Items)
                if (slot.Value == "yes" && slot.Key.StartsWith(s.Flow + "-", StringComparison.Ordinal))
                    count++;
            return count;
        }
    }

    /// <summary>The country that was told, when it is one we know by name.</summary>
    private string? Named => s.Slots[Slot.Country] is { } country and not "other" ? country : null;

    /// <summary>Where the caller's phone dials from: whoever tells of themselves is there, whatever country their card is from.</summary>
    private string? Here => s.Slots[Slot.Who] == "self" && Named is { } there ? there : caller.Country;

    private void Keep(string slot, string value)
    {
        if (slot == Slot.Language)
        {
            s = s with { Language = value };
            return;
        }

        // Another place, told after "back": what was inside the old one is no longer true.
        var slots = slot is Slot.Country or Slot.Province ? s.Slots.Without(Slot.District) : s.Slots;
        s = s with { Slots = (slot == Slot.Country ? slots.Without(Slot.Province) : slots).With(slot, value) };
    }

    private void Finish(string end)
    {
        wait = null;
        // "Not safe now", "thanks" and the like by text: what was said waits for more, and is filed as it is when nothing comes.
        s = s with { Slots = s.Slots.WithoutFlow(Everywhere.Code.Flow) };
        if (caller.Channel == Channel.Text && !filed && (s.Accepted || s.Paused is not null) && end is not ("erased" or "stopped"))
        {
            s = s with { Paused = s.Paused ?? Everywhere.Safe };
            return;
        }

        if (s.Accepted && !filed)
            Perform(Deed.FileUnfinished);
        ended = true;
        var texts = Texts();
        effects.Add(new Effect.EndConversation(Endings.Count(s with { Segments = s.Segments + Phrasebook.Segments(texts) }, end, now)));
    }
}
