using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization.Khmer;

namespace Hotline.Flows.Checking.Proof;

/// <summary>The line of the check-ins: nothing sensitive is ever said on it, and before the safe word everything is answered alike.</summary>
internal sealed class GateRules(CheckContext context, Sayings sayings)
{
    /// <summary>What a stranger may hear: the agreed ordinary talk, a wrong number, a line that takes a number.</summary>
    private static readonly string[] Strange = [CheckInPrompts.OwnTalk, CheckInPrompts.WrongNumber, CheckInPrompts.LineAgain, CheckInPrompts.LineBye, CheckInPlaces.Line.ToString().Replace('/', '.'), .. Enumerable.Range(1, EnrolmentCheck.ListLength).Select(number => CheckInPrompts.Talk($"{number}"))];

    /// <summary>The reply to the first text at each gate; a stranger's is in the language of the text.</summary>
    private readonly Dictionary<(Channel, int, string?), string> alike = [];

    public IEnumerable<string> Of(Step step) => Neutral(step).Concat(step.AtTheGate ? Gate(step) : Kept(step));

    private IEnumerable<string> Neutral(Step step) =>
        from say in step.Turn.Says
        let words = KhmerText.Normalize(step.Move.Channel == Channel.Text ? context.Phrases.Text(say.Key, say.Language, say.Values) : context.Phrases.Spoken(say.Key, say.Language, say.Values))
        from word in context.Sensitive.GetValueOrDefault(say.Language, [])
        where words.Contains(word, StringComparison.Ordinal)
        select $"on the check-in line it says \"{word}\"";

    private IEnumerable<string> Gate(Step step)
    {
        if (step.Effects<Effect.WordHeard>().Any(heard => heard.Kind == WordKind.Safe))
            yield break;
        foreach (var say in step.Turn.Says.Where(say => !Strange.Contains(say.Key)))
            yield return $"before the safe word it says \"{say.Key}\"";
        if (step.Move.Doing != Doing.Own || step.Move.Input is not (Input.Text or Input.Digits))
            yield break;
        var reply = string.Join('|', step.Turn.Says.Select(say => say.Key + say.Language + string.Concat(say.Values?.Values ?? []))) + step.Turn.Wait;
        var gate = (step.Move.Channel, step.Before is { } before && !step.Away && before.Channel == step.Move.Channel ? before.Misses : 0, step.World.Client!.Enrolment is null ? (step.Turn.Says.Count > 0 ? step.Turn.Says[0].Language : null) : null);
        if (!alike.TryAdd(gate, reply) && alike[gate] != reply)
            yield return "before the safe word one input is answered otherwise than another";
    }

    /// <summary>After the word what is told reaches the caseworker.</summary>
    private IEnumerable<string> Kept(Step step)
    {
        if (step.Move.Input is Input.Text { Body: var body } && (body == sayings.Story || body == sayings.Danger) && !step.Effects<Effect.CheckInDone>().Any(done => done.Result.Words == body))
            yield return "something that was told does not reach the caseworker";
        if (step.Move.Input is Input.Recording { Address: var address } && step.Turn.Next?.Slots[CheckInSlot.Recording] != address && !step.Effects<Effect.CheckInDone>().Any(done => done.Result.Recording == address))
            yield return "something that was told does not reach the caseworker";
    }
}
