using Hotline.Flows.Engine;
using Hotline.Flows.Files;

namespace Hotline.Flows.Checking.Proof;

/// <summary>What has to hold in every single turn.</summary>
internal sealed class TurnRules(CheckContext context, Sayings sayings)
{
    private readonly GateRules gate = new(context, sayings);

    public IEnumerable<string> Of(Step step) => Answered(step).Concat(NextReader(step)).Concat(step.World.OnCheckInLine ? gate.Of(step) : Kept(step)).Concat(Promised(step));

    private static IEnumerable<string> Answered(Step step)
    {
        var turn = step.Turn;
        if (turn.Circled)
            yield return "the flows run in a circle, and the caller is sent to the menu";
        if (step.Move.Input is Input.Due or Input.HangUp)
        {
            if (turn.Says.Count + turn.Texts.Count > 0)
                yield return "something is sent that nobody asked for";
            yield break;
        }

        if (turn.Needs is not null)
            yield return "it asks again for what was looked up";
        if (turn.Says.Count == 0 || (step.Move.Channel == Channel.Text && turn.Texts.Count == 0))
            yield return "nothing is said";
        if (step.Move.Channel == Channel.Voice && turn.Wait is null != turn.Next is null)
            yield return "the call neither waits nor ends";
        foreach (var say in turn.Says)
            if (say.Values is { } values && values.Any(value => string.IsNullOrWhiteSpace(value.Value)))
                yield return $"\"{say.Key}\" is said with a hole in it";
    }

    /// <summary>Another may hold the phone: nothing of a conversation that can be gone on with is said before "go on" and the question whether it is safe.</summary>
    private IEnumerable<string> NextReader(Step step)
    {
        if (step.Before is not { } before || step.Turn.Says.Count == 0)
            yield break;
        var fresh = step.Away || step.Move.Input is Input.CallStarted;
        var begun = before.Paused is not null || context.Flows.Find((before.Return ?? before.Place).Flow) is { Resumable: true };
        var atTheDoor = (before.Return ?? before.Place).Flow == Everywhere.Door.Flow && before.Paused is not null;
        foreach (var say in step.Turn.Says)
            if ((fresh || atTheDoor) && context.Flows.Find(FlowOf(say.Key)) is { Resumable: true }
                && !(context.Flows[Everywhere.Safe].Say.Contains(say.Key) && !(fresh && begun)))
                yield return $"the next reader hears \"{say.Key}\" of what was put aside";
            else if (fresh && step.Found is null && FlowOf(say.Key) == Everywhere.Code.Flow && step.Turn.Next?.Slots[Slot.Opened] is not null)
                yield return $"the next reader hears \"{say.Key}\" of a report that another opened";
    }

    /// <summary>What was told is there or filed, unless its teller had it erased.</summary>
    private IEnumerable<string> Kept(Step step)
    {
        var after = step.Turn.Next is { } next ? next.Words.Count + next.Recordings.Count : 0;
        var filed = step.Effects<Effect.FileReport>().Sum(file => file.Report.Words.Count + file.Report.Recordings.Count);
        var before = step.Before is { } session ? session.Words.Count + session.Recordings.Count : 0;
        filed += step.Effects<Effect.AmendReport>().Count(amend => amend.Amendment is Amendment.Words or Amendment.Recording);
        var told = step.Move.Input switch
        {
            Input.Recording => 1,
            Input.Text text when text.Body == sayings.Danger || text.Body == sayings.Story => IsNoStory(step, text.Body) ? 0 : 1,
            _ => 0,
        };
        if (after + filed < before + told && !Marks.Forgets(step.Turn, step.Before))
            yield return "something that was told is neither kept nor filed";
    }

    /// <summary>A question about work abroad is looked up; and where only yes and no are asked, nobody's story is.</summary>
    private bool IsNoStory(Step step, string body) => step.Turn.Next?.Slots[Slot.Question] == body
        || (!step.Away && step.Before is { } before && context.Flows.Find(before.Flow) is { Told: Told.Nothing } && body != sayings.Danger);

    private IEnumerable<string> Promised(Step step) =>
        from say in step.Turn.Says
        let name = context.Phrases.Find(say.Key)?.Promises
        where name is not null && Promises.Of(name) is { } promise && !promise.Holds(step, say)
        select $"it says \"{say.Key}\" and does not do it: {Promises.Of(name)!.Sentence}";

    private static string FlowOf(string key) => key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? key[..dot] : key;
}
