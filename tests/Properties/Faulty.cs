using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>Turns of an engine that is broken in one way.</summary>
internal static class Faulty
{
    private const string Used = "0000000000000000";

    public static Turn Turn(string fault, Step step)
    {
        var turn = step.Turn;
        return fault switch
        {
            "a report is dropped" => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.FileReport { Report.Finished: false }).ToArray() },
            "a word is dropped" when turn.Next is { Words.Count: > 1 } next => turn with { Next = next with { Words = next.Words.Skip(1).ToArray() } },
            "a report is filed twice" when turn.Effects.OfType<Effect.FileReport>().FirstOrDefault() is { Report.Words.Count: > 0 } file =>
                turn with { Effects = [.. turn.Effects, new Effect.FileReport(file.Report with { Receipt = Used })] },
            "a receipt is reused" => turn with { Effects = turn.Effects.Select(effect => effect is Effect.FileReport { Report.Finished: false } file ? new Effect.FileReport(file.Report with { Receipt = Used }) : effect).ToArray() },
            "a wake-up is forgotten" => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.WakeAt).ToArray() },
            "nothing is said" when step.Input is Input.Silence => turn with { Says = [] },
            "the report goes on in a new call" when step.Input is Input.CallStarted => turn with { Says = [new Say("report.who", "km")] },
            "stop is forgotten" when step.Stops => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.OptOut).ToArray() },
            "erase keeps the words" when step.Erases => turn with { Next = step.Before },
            "a slot is read back" when turn.Next?.Slots["kind"] is { } kind && turn.Says.Count > 0 =>
                turn with { Says = [.. turn.Says, new Say("report.who", "km", new Dictionary<string, string> { ["kind"] = kind })] },
            "everything is kept" when turn.Next is { Words.Count: > 0 } next => turn with { Next = next with { Campaign = new string('x', 70_000) } },
            "a promise is empty" when turn.Says.Any(say => say.Key == "report.filed") => turn with { Effects = [] },
            "a state is gone" when turn.Next is { } next => turn with { Next = next with { State = "nowhere" } },
            "a code is kept" when step.Before?.Slots[Slot.Code] is { } code && turn.Next is { Flow: not ("return" or "everywhere") } next => turn with { Next = next with { Slots = next.Slots.With(Slot.Code, code) } },
            "a code is filed" when turn.Effects.OfType<Effect.FileReport>().FirstOrDefault() is { } file =>
                turn with { Effects = [.. turn.Effects.Where(effect => effect != file), new Effect.FileReport(file.Report with { Slots = file.Report.Slots.With(Slot.Code, Used) })] },
            "an addition is dropped" => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.AmendReport { Amendment: Amendment.Words }).ToArray() },
            "a withdrawal is dropped" => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.AmendReport { Amendment: Amendment.Withdrawal }).ToArray() },
            "a change is dropped" => turn with { Effects = turn.Effects.Where(effect => effect is not Effect.AmendReport { Amendment: Amendment.Answer }).ToArray() },
            "another report is changed" => turn with { Effects = turn.Effects.Select(effect => effect is Effect.AmendReport amend ? amend with { Receipt = Used } : effect).ToArray() },
            "the report stays open" when turn.Next is { Flow: "return", State: "menu" } next => turn with { Next = next with { Slots = next.Slots.Without(Slot.Opened) } },
            "a code is read back" when turn.Next?.Slots[Slot.Code] is { Length: Receipt.Length } said && turn.Says.Count > 0 =>
                turn with { Says = [.. turn.Says, new Say("return.rest", "km", new Dictionary<string, string> { [Placeholder.Left] = Receipt.Grouped(said) })] },
            _ => turn,
        };
    }
}
