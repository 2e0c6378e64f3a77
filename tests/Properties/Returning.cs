using Hotline.Flows.Engine;

namespace Hotline.Tests.Properties;

/// <summary>What must be true of every turn of people who come back with a code.</summary>
internal static class Returning
{
    public static IEnumerable<string> Of(Step step)
    {
        if (step.Turn.Needs is not null)
            yield return "a turn waits for what was already found";
        if (step.Turn.Next is { } next && next.Slots.Items.ToArray().Any(slot => slot.Key.StartsWith("return-", StringComparison.Ordinal)) && (next.Closed || next.Flow is not ("return" or "everywhere")))
            yield return "a code is kept outside its conversation";
        if (step.Effects<Effect.FileReport>().Any(file => file.Report.Slots.Items.ToArray().Any(slot => slot.Key.StartsWith("return-", StringComparison.Ordinal))))
            yield return "a report holds what belongs to another conversation";
        if (step.Turn.Next is { Flow: "return", State: "withdraw" or "withdraw-sure" or "menu", Closed: false } there && there.Slots[Slot.Opened] is null)
            yield return "a report that was not opened may be changed";
        var amended = step.Effects<Effect.AmendReport>().ToList();
        if (amended.Any(amend => amend.Receipt != step.Before?.Slots[Slot.Code] && amend.Receipt != step.Turn.Next?.Slots[Slot.Code]))
            yield return "another report is changed than the one that is open";
        if (amended.Count > 0 && (step.Before?.Slots[Slot.Opened] is null || Another(step)))
            yield return "a report is changed by somebody who has not opened it";
        if (step.SaidKeys.Contains("return.withdrawn") != amended.Any(amend => amend.Amendment is Amendment.Withdrawal))
            yield return "\"withdrawn\" is said and it is not, or the other way round";
        if (step.SaidKeys.Contains("return.changed") && amended.Count == 0)
            yield return "\"changed\" is said and nothing is";
        if (Another(step) && step.Before?.Slots[Slot.Opened] is not null && step.Input is not Input.Text && step.SaidKeys.Any(key => key.StartsWith("return.", StringComparison.Ordinal)))
            yield return "the next reader is in the report";
        if (step.Turn.Says.Any(say => say.Values?.Values.Any(value => step.Turn.Next?.Slots[Slot.Code] is { Length: >= 8 } code && value.Replace(" ", "", StringComparison.Ordinal).Contains(code[..8], StringComparison.Ordinal)) == true))
            yield return "digits of a code are said";
    }

    private static bool Another(Step step) =>
        step.Input is Input.CallStarted || (step.Before is { } before && (before.Channel != step.Caller.Channel || (step.Caller.Channel == Channel.Text && step.Now - DateTimeOffset.FromUnixTimeSeconds(before.LastAt) > Limits.IdleToDoor)));
}
