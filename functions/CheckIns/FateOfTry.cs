using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Functions.Providers;
using Hotline.Functions.Sending;

namespace Hotline.Functions.CheckIns;

/// <summary>What the provider told of a text or a call → how the try ended.</summary>
internal static class FateOfTry
{
    /// <returns>Null while nothing new is known.</returns>
    public static TryEnd? Of(Fate fate, Channel by) => ProviderErrors.Of(fate.Fault) switch
    {
        Failure.OptedOut => TryEnd.OptedOut,
        Failure.RefusedForGood { Kind: RefusalKind.TheirNumber or RefusalKind.TakesNoTexts } => TryEnd.Refused,
        _ when !fate.IsFinal => TryEnd.Sent,
        // Who keyed the code has answered the contact, and then this changes nothing.
        _ when by == Channel.Voice && fate.Answered => TryEnd.AnsweredWithoutWord,
        _ when by == Channel.Voice => TryEnd.NoAnswer,
        _ => fate.Reached ? TryEnd.Sent : TryEnd.NoAnswer,
    };
}
