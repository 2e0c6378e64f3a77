using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Turns;
using Hotline.Localization;
using Hotline.Localization.Reading;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>Alerts and reports as lines for a terminal.</summary>
public sealed class ReportText(Phrasebook phrases)
{
    /// <param name="seen">A person on duty wrote back its id.</param>
    public string Alert(StoredAlert alert, bool seen, DateTimeOffset now) => alert.Reason == GuessingWatch.Reason
        ? $"ALERT {alert.Id}: more than {GuessingWatch.MostInADay} codes that open nothing were tried in a day, {Written.Ago(alert.Raised, now, "en")}. Somebody may be guessing."
        : $"ALERT {alert.Id}: {alert.Reason}, by {alert.Channel}, {Place(alert.Country, alert.Province)}, {Written.Ago(alert.Raised, now, "en")}. {(seen ? "Seen by a person on duty." : "Nobody was told yet.")}";

    /// <summary>A call that was promised. It was safe when its owner said so, and only then.</summary>
    public static string Call(WaitingItem call, bool stopped, DateTimeOffset now) => stopped
        ? "CALL: whoever asked for it said stop since. Nobody may call."
        : $"CALL {call.Content}: asked {(call.At is { } asked ? Written.Ago(asked, now, "en") : Day(call.Day))}, when a call was safe. It may not be safe any more.";

    /// <param name="now">As it stands after all amendments.</param>
    /// <param name="recordings">In the order of <see cref="FiledReport.RecordingAddresses"/>.</param>
    public IEnumerable<string> Report(FiledReport report, StoredReport now, IReadOnlyList<FoundRecording?> recordings)
    {
        yield return $"REPORT {report.Case}: {Written.Date(now.Day, "en")}, by {now.Channel}, {(now.Finished ? "finished" : "filed as it was")}, {Place(now.Answers.GetValueOrDefault("country"), now.Answers.GetValueOrDefault("province"))}, {(report.Read ? "read" : "not read yet")}";
        foreach (var (question, answer) in now.Answers.OrderBy(item => item.Key, StringComparer.Ordinal))
            yield return $"  {question}: {(question is "country" or "province" or "district" ? Name(answer) : answer)}";
        foreach (var words in now.Words)
            yield return $"  “{OneLine(words)}”";
        for (var i = 0; i < recordings.Count; i++)
            yield return $"  recording {i + 1}: {RecordingText.State(recordings[i])}";
        foreach (var (_, _, amendment) in report.Amendments)
            yield return $"  {Day(amendment.Day)}, added: {Added(amendment)}";
        foreach (var reply in report.Replies)
            yield return $"  {Day(reply.Day)}, answered: {(reply.Preset ?? $"“{OneLine(reply.Words ?? "")}”")}";
        if (now.Contact is { } contact)
            yield return $"  may be contacted: {contact}";
    }

    private static string Added(StoredAmendment amendment) => amendment.Kind switch
    {
        StoredAmendment.Words => $"“{OneLine(amendment.Content)}”",
        StoredAmendment.Recording => "a recording, listed above",
        StoredAmendment.Withdrawal => "its withdrawal, which is on its way",
        // A number that somebody keyed in stands above, as it is now, or nowhere.
        _ => amendment.Slot == FiledReport.NumberKeyedIn ? "a number to call" : $"{amendment.Slot} is now {OneLine(amendment.Content)}",
    };

    private static string Day(DateOnly day) => Written.Date(day, "en");

    /// <summary>A caller's line breaks and escapes may not write lines of ours, or reach the terminal.</summary>
    internal static string OneLine(string words) =>
        string.Concat(words.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : c));

    private string Place(string? country, string? province) => province is not null ? Name(province) : country is not null ? Name(country) : "place not told";

    private string Name(string code) => code.Length == 2 || code.All(char.IsAsciiDigit) ? phrases.Reader.Places.Name(code, "en") : code;
}
