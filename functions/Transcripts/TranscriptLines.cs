using System.Text;
using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Localization;

namespace Hotline.Functions.Transcripts;

/// <summary>A turn in the lines of a transcript.</summary>
internal static class TranscriptLines
{
    public static void Add(StringBuilder text, Phrasebook phrases, Channel channel, Turn turn)
    {
        foreach (var said in turn.Says)
        {
            Line(text, "< ", Words(phrases, channel, said, said.Language));
            if (said.Language != "en")
                Line(text, "    ", Words(phrases, channel, said, "en"));
        }

        if (turn.Texts.Count > 0)
            text.Append("  (").Append(Phrasebook.Segments(turn.Texts)).Append(Phrasebook.Segments(turn.Texts) == 1 ? " segment)\n" : " segments)\n");
        foreach (var effect in turn.Effects)
            if (Describe(effect) is { } sentence)
                Line(text, "! ", sentence);
        if (turn.Wait is null && channel == Channel.Voice && turn.Says.Count > 0)
            Line(text, "! ", "the call ends");
        if (turn.Wait is { } wait && channel == Channel.Voice && wait.Ask is not (Ask.Choice or Ask.Item))
            Line(text, "! ", wait.Ask == Ask.Dial ? "the person on duty is rung" : $"a {wait.Ask.ToString().ToLowerInvariant()} is taken");
    }

    private static string Words(Phrasebook phrases, Channel channel, Say said, string language) => channel == Channel.Text
        ? phrases.Text(said.Key, language, Gloss(said, language))
        : phrases.Spoken(said.Key, language, Gloss(said, language));

    /// <summary>Values were made for the caller's language; in the gloss "ឬ" reads "or".</summary>
    private static Dictionary<string, string>? Gloss(Say said, string language) => said.Values?
        .ToDictionary(item => item.Key, item => language == "en" ? item.Value.Replace("ឬ", "or", StringComparison.Ordinal) : item.Value, StringComparer.Ordinal);

    private static void Line(StringBuilder text, string mark, string words) => text.Append(mark).Append(words.Replace("\n", "\n" + mark, StringComparison.Ordinal)).Append('\n');

    private static string? Describe(Effect effect) => effect switch
    {
        Effect.RaiseAlert alert => $"alert raised: {alert.Reason}{In(alert.Country, alert.Province)}",
        Effect.FileReport file => $"report filed, {(file.Report.Finished ? "finished" : "as it is")}: {Answers(file.Report)}",
        Effect.AmendReport amend => amend.Amendment switch
        {
            Amendment.Words => "added to the report: 1 text",
            Amendment.Recording => "added to the report: 1 recording",
            Amendment.Answer answer => $"added to the report: {answer.Slot}={answer.Value}",
            _ => "the report is withdrawn",
        },
        Effect.KeepContact => "the number may be used to answer",
        Effect.ForgetContact => null,
        Effect.OptOut => "opted out",
        Effect.DiscardRecording => "a recording has to be deleted at the carrier",
        Effect.AcknowledgeAlert seen => $"the alert {seen.Id} was seen",
        Effect.RequestCall => "a person is to ring this number",
        Effect.KeepQuestion question => $"kept for the editor: {question.Text}",
        Effect.WordHeard heard => heard.Kind == WordKind.Safe ? "the safe word" : $"a page is owed: {heard.Kind}",
        Effect.PauseClient pause => $"nobody is written to any more, and a page is owed: {pause.Why}",
        Effect.TellCaseworker tell => $"a page is owed: {tell.What}",
        Effect.CheckInDone done => $"a row for the caseworker: {Row(done.Result)}",
        Effect.JoinTips join => $"joined the tips: {join.Interest ?? "for everybody"}{(join.Province is { } province ? $", province {province}" : "")}",
        Effect.LeaveTips => "left the tips",
        Effect.EndConversation end => Counted(end.Outcome),
        _ => null,
    };

    private static string Row(CheckInResult result)
    {
        List<string> parts = [result.Finished ? "finished" : "unfinished"];
        void Add(string name, object? value)
        {
            if (value is not null)
                parts.Add($"{name}={value}");
        }

        Add("said", result.Said);
        Add("how", result.How);
        Add("safe", result.SafeWhereSleeping);
        Add("criterion", result.Criterion);
        Add("answer", result.CriterionAnswer);
        Add("income", result.Income);
        Add("costs", result.Costs);
        Add("debt", result.Debt);
        Add("net", result.Net);
        Add("recording", result.Recording is null ? null : "1");
        Add("words", result.Words is null ? null : "1");
        return string.Join(", ", parts);
    }

    private static string Counted(Outcome end) =>
        $"counted: {end.Flow}, {end.End}, {end.Turns} turns, {end.Segments} segments{(end.Campaign is { } campaign ? $", campaign {campaign}" : "")}";

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
}
