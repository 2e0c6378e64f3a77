using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What a turn achieves for whoever needs it.</summary>
internal static class Marks
{
    /// <summary>A number to call or a person: said with a value in its place, or a person is rung; on the check-in line the caseworker is told.</summary>
    public static bool Helps(Turn turn) => turn.Wait?.Ask == Ask.Dial || turn.Effects.Any(effect => effect is Effect.TellCaseworker or Effect.WordHeard { Kind: WordKind.Help or WordKind.Duress }) || turn.Says.Any(say => say.Values is { } values
        && (Given(values, Placeholder.Numbers) || Given(values, Placeholder.Person) || Given(values, Placeholder.Child)));

    public static bool Stops(Turn turn) => turn.Next is null && turn.Effects.Any(effect => effect is Effect.OptOut or Effect.PauseClient { Why: PauseReason.Stopped });

    public static bool Withdraws(Turn turn) => turn.Effects.Any(effect => effect is Effect.AmendReport { Amendment: Amendment.Withdrawal });

    /// <summary>Nothing is kept, nothing is filed, the number is forgotten, and the carrier's copies have to go.</summary>
    public static bool Forgets(Turn turn, Session? before) => turn.Next is null
        && turn.Effects.All(effect => effect is not (Effect.FileReport or Effect.OptOut))
        && turn.Effects.Any(effect => effect is Effect.ForgetContact)
        && turn.Effects.Count(effect => effect is Effect.DiscardRecording) == (before?.Recordings.Count ?? 0);

    private static bool Given(IReadOnlyDictionary<string, string> values, string name) => values.TryGetValue(name, out var value) && value.Length > 0;
}
