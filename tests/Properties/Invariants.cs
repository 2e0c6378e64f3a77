using Hotline.Flows.Engine;
using Hotline.Tests.Golden;

namespace Hotline.Tests.Properties;

/// <summary>What must be true of every turn by itself.</summary>
internal static class Invariants
{
    private const int SessionBytes = 64 * 1024;

    public static IEnumerable<string> Of(Step step) => Answer(step).Concat(Stop(step)).Concat(NextReader(step)).Concat(Promises(step)).Concat(Returning.Of(step)).Concat(Stored(step));

    private static IEnumerable<string> Answer(Step step)
    {
        var phrases = Hotlines.Context.Phrases;
        if (step.Input is Input.HangUp or Input.Due)
        {
            if (step.Turn.Says.Count + step.Turn.Texts.Count > 0)
                yield return "nobody is there and something is said";
            yield break;
        }

        if (step.Turn.Says.Count == 0)
            yield return "nothing is said";
        foreach (var say in step.Turn.Says)
            if (string.IsNullOrWhiteSpace(step.Caller.Channel == Channel.Text ? phrases.Text(say.Key, say.Language, say.Values) : phrases.Spoken(say.Key, say.Language, say.Values))
                || say.Values?.Values.Any(string.IsNullOrWhiteSpace) == true)
                yield return $"{say.Key} has a hole in it";
        if (step.Caller.Channel == Channel.Text && (step.Turn.Texts.Count == 0 || step.Turn.Texts.Any(string.IsNullOrWhiteSpace)))
            yield return "no text is sent";
        if (step.Caller.Channel == Channel.Voice && (step.Turn.Texts.Count > 0 || step.Turn.Wait is null != (step.Turn.Next is null)))
            yield return "a call neither waits nor ends";
        foreach (var say in step.Turn.Says)
            if ((step.Caller.Channel == Channel.Text ? phrases.Find(say.Key, say.Language).Text : phrases.Find(say.Key, say.Language).Voice) is null)
                yield return $"{say.Key} has no words on this channel";
    }

    private static IEnumerable<string> Stop(Step step)
    {
        if (step.Stops && (step.Turn.Next is not null || !step.Effects<Effect.OptOut>().Any()))
            yield return "stop did not stop";
        if (step.Stops && step.Effects<Effect.FileReport>().Any(file => file.Report.Slots["callback"] == "yes" || file.Report.Slots["callback-number"] is not null))
            yield return "after stop a report says that its caller may be contacted";
        if (step.Erases && step.Turn.Next is not null)
            yield return "erase left a session";
    }

    /// <summary>After 20 idle minutes, or in a new call, another person may hold the phone.</summary>
    private static IEnumerable<string> NextReader(Step step)
    {
        if (step.Before is not { } before || step.Input is not (Input.Text or Input.CallStarted))
            yield break;
        var another = step.Input is Input.CallStarted || step.Now - DateTimeOffset.FromUnixTimeSeconds(before.LastAt) > Limits.IdleToDoor;
        // Whoever only cried for help at the door was asked nothing yet: a story then meets what any first story meets.
        var begun = before.Flow == "report" || before.Return?.Flow == "report" || before.Paused is not null;
        if (another && begun && step.SaidKeys.Any(key => key.StartsWith("report.", StringComparison.Ordinal)))
            yield return "the next reader is asked about the report";
        if (step.Turn.Says.Any(say => say.Values?.Keys.Any(name => !Placeholder.All.Contains(name)) == true))
            yield return "an answer is read back";
    }

    private static IEnumerable<string> Promises(Step step)
    {
        var filed = step.Effects<Effect.FileReport>().ToList();
        foreach (var say in step.Turn.Says)
            switch (say.Key)
            {
                case "report.filed" when filed.All(file => !file.Report.Finished || Receipt.Grouped(file.Report.Receipt) != say.Values!["receipt"]):
                    yield return "\"received\" is said and nothing was filed under that receipt";
                    break;
                case "everywhere.noted" when step.Turn.Next is not { Words.Count: > 0 } && !step.Effects<Effect.AmendReport>().Any():
                    yield return "\"kept\" is said and nothing is kept";
                    break;
                case "report.nothing" when filed.Count > 0:
                    yield return "\"nothing received\" is said and something was filed";
                    break;
            }

        if (filed.Any(file => file.Report.Finished) && !step.SaidKeys.Contains("report.filed"))
            yield return "a report was finished and its receipt is not said";
        if (filed.Any(file => file.Report.Words.Count + file.Report.Recordings.Count == 0 && file.Report.Slots["alert"] is null && file.Report.Slots["callback"] != "yes"))
            yield return "a report says nothing";
    }

    private static IEnumerable<string> Stored(Step step)
    {
        if (step.Turn.Next is not { } next)
            yield break;
        var bytes = SessionJson.Write(next);
        var again = SessionJson.Read(bytes);
        if (!bytes.AsSpan().SequenceEqual(SessionJson.Write(again)) || !next.Words.SequenceEqual(again.Words) || next.Slots != again.Slots)
            yield return "a session is not what was stored";
        if (bytes.Length > SessionBytes)
            yield return "a session is larger than 64 KB";
        if (Hotlines.Context.Flows.Find(next.Place) is null)
            yield return "a session is nowhere";
    }
}
