using System.Text;
using Hotline.Flows.Engine;
using Hotline.Localization;

namespace Hotline.Functions.Transcripts;

/// <summary>
/// A conversation line by line, as golden transcripts and the terminal show it: what the caller does ("&gt; …"), what the hotline says
/// ("&lt; …", with the English gloss under Khmer), and what follows outside ("! …"). Time stands still unless a line moves it; chance counts up.
/// The session goes through its stored form at every step.
/// </summary>
public sealed class Script(Conversation conversation, Channel channel, bool withheld = false, string? country = "KH")
{
    private readonly Circumstances caller = new(channel, withheld, country);
    private byte[]? stored;
    private DateTimeOffset now = new(2026, 3, 9, 2, 0, 0, TimeSpan.Zero);
    private UInt128 chance = 1;

    /// <summary>One line of input → what is printed for it, the line itself included.</summary>
    public string Take(string line)
    {
        var text = new StringBuilder();
        text.Append("> ").Append(line).Append('\n');
        if (Later(line) is { } later)
        {
            now += later;
            if (stored is null || SessionJson.Read(stored).WakeAt > now.ToUnixTimeSeconds())
                return text.ToString();
            return text + Print(Step(new Input.Due()));
        }

        return text + Print(Step(Read(line)));
    }

    private Turn Step(Input input)
    {
        chance = chance * 6364136223846793005 + 1442695040888963407;
        var turn = conversation.Step(stored is null ? null : SessionJson.Read(stored), input, caller, now, new Chance(chance));
        stored = turn.Next is null ? null : SessionJson.Write(turn.Next);
        return turn;
    }

    private Input Read(string line) => channel == Channel.Text ? new Input.Text(line) : line switch
    {
        "call" => new Input.CallStarted(),
        "silence" => new Input.Silence(),
        "hang up" => new Input.HangUp(),
        "recording" => new Input.Recording("recording-address", 20),
        _ => new Input.Digits(line),
    };

    private string Print(Turn turn)
    {
        var text = new StringBuilder();
        foreach (var said in turn.Says)
        {
            Line(text, "< ", Words(said, said.Language));
            if (said.Language != "en")
                Line(text, "    ", Words(said, "en"));
        }

        if (turn.Texts.Count > 0)
            text.Append("  (").Append(Phrasebook.Segments(turn.Texts)).Append(Phrasebook.Segments(turn.Texts) == 1 ? " segment)\n" : " segments)\n");
        foreach (var effect in turn.Effects)
            if (Describe(effect) is { } sentence)
                Line(text, "! ", sentence);
        if (turn.Wait is null && channel == Channel.Voice && turn.Says.Count > 0)
            Line(text, "! ", "the call ends");
        return text.Append('\n').ToString();
    }

    private string Words(Say said, string language) => channel == Channel.Text
        ? conversation.Phrases.Text(said.Key, language, Gloss(said, language))
        : conversation.Phrases.Spoken(said.Key, language, Gloss(said, language));

    /// <summary>Values were made for the caller's language; in the gloss "ឬ" reads "or".</summary>
    private static Dictionary<string, string>? Gloss(Say said, string language) => said.Values is null ? null
        : said.Values.ToDictionary(item => item.Key, item => language == "en" ? item.Value.Replace("ឬ", "or", StringComparison.Ordinal) : item.Value, StringComparer.Ordinal);

    private static void Line(StringBuilder text, string mark, string words) => text.Append(mark).Append(words.Replace("\n", "\n" + mark, StringComparison.Ordinal)).Append('\n');

    private static string? Describe(Effect effect) => effect switch
    {
        Effect.RaiseAlert alert => $"alert raised: {alert.Reason}{In(alert.Country, alert.Province)}",
        Effect.FileReport file => $"report filed, {(file.Report.Finished ? "finished" : "as it is")}: {Answers(file.Report)}",
        Effect.KeepContact => "the number may be used to answer",
        Effect.ForgetContact => null,
        Effect.OptOut => "opted out",
        Effect.DiscardRecording => "a recording has to be deleted at the carrier",
        Effect.EndConversation end => $"counted: {end.Outcome.Flow}, {end.Outcome.End}, {end.Outcome.Turns} turns, {end.Outcome.Segments} segments",
        _ => null,
    };

    private static string In(string? country, string? province) => (province ?? country) is { } place ? $" in {place}" : "";

    private static string Answers(Report report)
    {
        List<string> parts = [];
        foreach (var (slot, value) in report.Slots.Items)
            if (slot is not (Slot.Alert or Slot.Warned or Slot.Receipt))
                parts.Add($"{slot}={value}");
        if (report.Words.Count > 0)
            parts.Add(report.Words.Count == 1 ? "1 text" : $"{report.Words.Count} texts");
        if (report.Recordings.Count > 0)
            parts.Add(report.Recordings.Count == 1 ? "1 recording" : $"{report.Recordings.Count} recordings");
        return string.Join(", ", parts);
    }

    private static TimeSpan? Later(string line)
    {
        if (line.Length < 3 || line[0] != '+' || !int.TryParse(line[1..^1], System.Globalization.CultureInfo.InvariantCulture, out var amount))
            return null;
        return line[^1] switch { 'm' => TimeSpan.FromMinutes(amount), 'h' => TimeSpan.FromHours(amount), _ => null };
    }
}
