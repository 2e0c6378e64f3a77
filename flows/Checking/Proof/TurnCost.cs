using Hotline.Flows.Engine;
using Hotline.Localization;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Speaking;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What a turn costs: segments by text, seconds of speech by voice.</summary>
internal sealed class TurnCost(Phrasebook phrases)
{
    private readonly Dictionary<(string Key, string Language), double> seconds = [];

    public double Of(Turn turn, Session? before, Channel channel) => channel == Channel.Voice
        ? turn.Says.Sum(Seconds)
        : turn.Next is { } next && before is not null ? next.Segments - before.Segments : Phrasebook.Segments(turn.Texts);

    private double Seconds(Say say)
    {
        if (say.Values is null && seconds.TryGetValue((say.Key, say.Language), out var known))
            return known;
        var spoken = SpeakingTime.Of(Clips.ReadOut(phrases.Find(say.Key, say.Language), phrases.In(say.Language).Language, say.Values));
        return say.Values is null ? seconds[(say.Key, say.Language)] = spoken : spoken;
    }
}
