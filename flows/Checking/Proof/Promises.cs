using Hotline.Flows.Engine;

namespace Hotline.Flows.Checking.Proof;

/// <summary>Everything that may be promised. A sentence that promises something else needs a line here first.</summary>
public static class Promises
{
    public const string Nothing = "nothing";

    public static readonly IReadOnlyList<Promise> All =
    [
        new(Nothing, "it only sounds so", (_, _) => true),
        new("file-report", "the report is filed under this receipt", (step, say) =>
            step.Effects<Effect.FileReport>().Any(file => file.Report.Finished && Receipt.Grouped(file.Report.Receipt) == say.Values?[Placeholder.Receipt])),
        new("file-nothing", "nothing was received and nothing is filed", (step, _) => !step.Filed),
        new("keep-words", "this message is kept or filed", (step, _) => step.Move.Input is Input.Text text
            && (step.Turn.Next?.Words.Contains(text.Body) == true || step.Amended(how => how == new Amendment.Words(text.Body)) || step.Effects<Effect.FileReport>().Any(file => file.Report.Words.Contains(text.Body)))),
        new("keep-all", "what was told before is kept", (step, _) => step.Turn.Next is { } next
            && next.Words.Count >= (step.Before?.Words.Count ?? 0) && next.Recordings.Count >= (step.Before?.Recordings.Count ?? 0)),
        new("stop", "the number is opted out, nobody may use it to answer, and nothing is left open", (step, _) => Marks.Stops(step.Turn)
            && step.Effects<Effect.ForgetContact>().Any() && step.Effects<Effect.FileReport>().All(file => file.Report.Slots[Slot.Callback] != "yes")),
        new("erase", "nothing is kept, nothing is filed, and the carrier's copies have to go", (step, _) => Marks.Forgets(step.Turn, step.Before)),
        new("alert", "the person on duty is told", (step, _) => step.Effects<Effect.RaiseAlert>().Any() || step.Turn.Next?.Slots[Slot.Alert] is not null || step.Before?.Slots[Slot.Alert] is not null),
        new("request-call", "a person is asked to ring", (step, _) => step.Effects<Effect.RequestCall>().Any()),
        new("ring", "a person is rung", (step, _) => step.Turn.Wait is { Ask: Ask.Dial }),
        new("opening", "somebody is there at the time that is said", (step, say) =>
            say.Values?.GetValueOrDefault(Placeholder.Open) is { Length: > 0 } && step.World.Phrases.NextOpening(step.World.Now) is not null),
        new("report-there", "the report of the code is there", (step, _) => step.Found is { Exists: true }),
        new("report-read", "a caseworker has read the report of the code", (step, _) => step.Found is { Exists: true, Read: true }),
        new("add-to-report", "what was told is added to the report that is open", (step, say) => step.Amended(how => how is Amendment.Words or Amendment.Recording) || step.Repeats(say)),
        new("change-report", "the answer is changed in the report that is open", (step, _) => step.Amended(how => how is Amendment.Answer)),
        new("withdraw-report", "the report that is open is taken back", (step, _) => step.Amended(how => how is Amendment.Withdrawal)),
        new("tell-caseworker", "the caseworker is told", (step, say) => step.Effects<Effect.TellCaseworker>().Any() || step.Repeats(say)),
        new("stop-check-ins", "this phone is written to no more", (step, _) => step.Effects<Effect.PauseClient>().Any(pause => pause.Why == CheckIns.PauseReason.Stopped)),
        new("join-tips", "this phone gets tips", (step, _) => step.Effects<Effect.JoinTips>().Any()),
        new("leave-tips", "this phone gets no tips any more", (step, _) => step.Effects<Effect.LeaveTips>().Any()),
        new("acknowledge", "the alert is marked as seen", (step, _) => step.Effects<Effect.AcknowledgeAlert>().Any()),
    ];

    public static Promise? Of(string name)
    {
        foreach (var promise in All)
            if (promise.Name == name)
                return promise;
        return null;
    }
}
