using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>On from a question: answered, skipped, back, or not understood.</summary>
internal sealed partial class Walk
{
    private void Choose(State state, Choice choice)
    {
        if (state.Keep is { } slot && choice.Value.Length > 0)
            Keep(slot, choice.Value);
        Amend(state, choice.Value);
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
            // There is no way back, and a star that is held down would be answered for ever.
            s = s with { Misses = s.Misses + 1 };
            if (caller.Channel == Channel.Voice && s.Misses >= Limits.MissesInACall)
                Enter(Everywhere.GaveUp);
            else
                Restate();
            return;
        }

        var last = Place.Parse(s.Trail[^1]);
        s = s with { Trail = s.Trail.Take(s.Trail.Count - 1).ToArray() };
        Enter(flows.Find(last) is not null ? last : s.Place);
    }

    /// <summary>To the caller, one of a list is a choice like any other.</summary>
    internal static string AskName(Ask ask) => (ask == Ask.Item ? Ask.Choice : ask).ToString().ToLowerInvariant();

    /// <summary>Whom to call; and that what was told is kept, where that is true.</summary>
    private void SayOffer() => SayKey(s.Accepted || Opened ? "everywhere.offer" : "everywhere.person-elsewhere");

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
            SayOffer();
        else if (misses == 2)
            SayKey("everywhere.again-" + AskName(flows[s.Place].AskBy(caller.Channel)));
        else if (!silent)
            SayKey("everywhere.missed");
        Restate();
    }
}
