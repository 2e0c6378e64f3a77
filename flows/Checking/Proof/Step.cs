using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>One turn as the rules look at it.</summary>
/// <param name="Away">Before it another reader may have taken the phone.</param>
public sealed record Step(World World, Session? Before, bool Away, Move Move, Turn Turn)
{
    public IEnumerable<T> Effects<T>() where T : Effect => Turn.Effects.OfType<T>();

    public bool Filed => Turn.Effects.Any(effect => effect is Effect.FileReport);

    /// <summary>Where it happened: where the caller was, else where the turn led.</summary>
    public Place Place => Before?.Place ?? Turn.Next?.Place ?? Files.Everywhere.Door;
}
