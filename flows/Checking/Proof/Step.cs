using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>One turn as the rules look at it.</summary>
/// <param name="Found">What was looked up for it.</param>
/// <param name="AtTheGate">On the check-in line, before the safe word.</param>
/// <param name="Away">Before it another reader may have taken the phone.</param>
public sealed record Step(World World, Session? Before, bool Away, Move Move, Turn Turn, Found? Found = null, bool AtTheGate = false)
{
    public IEnumerable<T> Effects<T>() where T : Effect => Turn.Effects.OfType<T>();

    public bool Amended(Func<Amendment, bool> how) => Effects<Effect.AmendReport>().Any(amend => how(amend.Amendment));

    /// <summary>The question is only asked again, also on coming back from an everywhere state.</summary>
    public bool Repeats(Say say) => Before is { } before && (before.Return ?? before.Place) is var asked && Turn.Next?.Place == asked && say.Key == $"{asked.Flow}.{asked.State}";

    public bool Filed => Turn.Effects.Any(effect => effect is Effect.FileReport);

    /// <summary>Where it happened: where the caller was, else where the turn led.</summary>
    public Place Place => Before?.Place ?? Turn.Next?.Place ?? Files.Everywhere.Door;
}
