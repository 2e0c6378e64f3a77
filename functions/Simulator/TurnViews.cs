using Hotline.Flows.Engine;
using Hotline.Functions.Setup;
using Hotline.Localization;

namespace Hotline.Functions.Simulator;

/// <summary>What the engine did, for the panel beside the phone.</summary>
internal sealed class TurnViews(SimulatorTurns turns, Phrasebook phrases, Settings settings)
{
    public IReadOnlyList<TurnView> Of(IEnumerable<Exchange> exchanges) =>
        [.. exchanges.Where(exchange => exchange.Path.Length > 0).Select(exchange => new TurnView(exchange.Path, exchange.Status, exchange.Twiml, Engine(exchange.TurnId)))];

    private EngineView? Engine(string turnId)
    {
        if (turns.Find(turnId)?.Turn is not { } turn)
            return null;
        var segments = Phrasebook.Segments(turn.Texts);
        var outcome = turn.Effects.OfType<Effect.EndConversation>().LastOrDefault()?.Outcome;
        var inAll = turn.Next?.Segments ?? outcome?.Segments ?? segments;
        return new EngineView(
            turn.Next is { } next ? $"{next.Flow}/{next.State}" : null,
            turn.Next?.Language ?? outcome?.Language,
            Answers(turn.Next),
            turn.Next?.Words.Count ?? 0,
            turn.Next?.Recordings.Count ?? 0,
            [.. turn.Effects.Select(effect => EffectViews.Of(effect, phrases.Reader.Places))],
            segments,
            inAll,
            segments * settings.SegmentPrice,
            inAll * settings.SegmentPrice);
    }

    private List<AnswerView> Answers(Session? session)
    {
        List<AnswerView> answers = [];
        foreach (var (name, value) in session is null ? [] : session.Slots.Items)
            answers.Add(name is Slot.Country or Slot.Province or Slot.District || name.EndsWith("-country", StringComparison.Ordinal)
                ? new AnswerView(name, value, EffectViews.Place(value, phrases.Reader.Places, "km"), EffectViews.Place(value, phrases.Reader.Places, "en"))
                : new AnswerView(name, value, null, null));
        return answers;
    }
}
