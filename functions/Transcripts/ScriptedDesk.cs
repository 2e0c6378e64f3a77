using Hotline.Flows.Engine;
using Hotline.Functions.Returning;

namespace Hotline.Functions.Transcripts;

/// <summary>What lies behind receipts while a script is played: filed reports, and a caseworker who does what a line says.</summary>
/// <remarks>Lines: "desk holds CODE" (a report is there), "desk reads CODE", "desk answers CODE call-us" or any sentence, "desk loses CODE".</remarks>
public sealed class ScriptedDesk
{
    private readonly Dictionary<string, Found> reports = new(StringComparer.Ordinal);
    private readonly List<long> failed = [];

    public Found Find(Lookup lookup, DateTimeOffset now)
    {
        if (Tries.WaitUntil(failed, now) is { } until)
            return Found.Wait(until);
        if (reports.TryGetValue(lookup.Receipt, out var found))
            return found;
        failed.Add(now.ToUnixTimeSeconds());
        return Found.Nothing;
    }

    public void See(Effect effect)
    {
        switch (effect)
        {
            case Effect.FileReport { Report: var report }:
                reports[report.Receipt] = Found.Nothing with { Exists = true, Share = report.Slots["share"], Callback = report.Slots[Slot.Callback], Language = report.Language };
                break;
            case Effect.AmendReport { Amendment: Amendment.Withdrawal } amend:
                reports.Remove(amend.Receipt);
                break;
            case Effect.AmendReport { Amendment: Amendment.Answer { Slot: Slot.Callback } answer } amend when reports.TryGetValue(amend.Receipt, out var found):
                reports[amend.Receipt] = found with { Callback = answer.Value };
                break;
        }
    }

    /// <returns>False when the line is nothing that happens at a desk.</returns>
    public bool Take(string line, DateTimeOffset now)
    {
        if (line.Split(' ', 4) is not ["desk", var deed, var code, .. var rest])
            return false;
        var found = reports.GetValueOrDefault(code, Found.Nothing) with { Exists = true };
        if (deed == "loses")
        {
            reports.Remove(code);
            return true;
        }

        reports[code] = (deed, rest) switch
        {
            ("holds", _) => found,
            ("reads", _) => found with { Read = true },
            ("answers", [var answer]) => found with { Read = true, Replies = [.. found.Replies, Answer(answer, DateOnly.FromDateTime(now.UtcDateTime))] },
            _ => throw new FormatException("A desk holds, reads, answers or loses a code of 16 digits."),
        };
        return true;
    }

    private static Reply Answer(string answer, DateOnly day) =>
        answer.All(c => char.IsAsciiLetterLower(c) || c == '-') ? new Reply(day, answer, null) : new Reply(day, null, answer);
}
