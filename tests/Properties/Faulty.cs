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
            _ => turn,
        };
    }
}
