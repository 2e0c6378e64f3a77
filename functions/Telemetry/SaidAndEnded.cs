using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization;

namespace Hotline.Functions.Telemetry;

/// <summary>What a turn sent, and the conversations that ended with it. Of check-ins nothing.</summary>
internal sealed class SaidAndEnded(IReadOnlyList<Outcome> ended, int texts, int segments) : ISeen
{
    /// <returns>Null when there is nothing to count.</returns>
    public static SaidAndEnded? By(Turn turn)
    {
        List<Outcome>? ended = null;
        foreach (var effect in turn.Effects)
            if (effect is Effect.EndConversation { Outcome: var outcome } && outcome.Flow != CheckInPlaces.Flow)
                (ended ??= []).Add(outcome);
        return ended is null && turn.Texts.Count == 0 ? null : new SaidAndEnded(ended ?? [], turn.Texts.Count, Phrasebook.Segments(turn.Texts));
    }

    /// <summary>A conversation that ended in silence: nobody spoke, so no turn tells of it.</summary>
    public static void InSilence(string caller, Turn turn)
    {
        if (Measures.OfTurns && By(turn) is { } ended)
            TurnPool.Add(caller, ended);
    }

    public void LetOut()
    {
        foreach (var outcome in ended)
            Measures.Conversations.Add(1, Labels.Flow.Of(outcome.Flow), Labels.End.Of(outcome.End), Labels.Channel.Of(outcome.Channel == Channel.Text ? "text" : "voice"), Labels.Language.Of(outcome.Language ?? "none"));
        if (texts == 0)
            return;
        var reply = Labels.What.Of("reply");
        Measures.Sent.Add(texts, reply);
        Measures.Segments.Add(segments, reply);
        Measures.Cost.Add(segments * Price.OfSegment, reply);
    }
}
