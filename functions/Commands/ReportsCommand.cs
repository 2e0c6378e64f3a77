using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hotline.Functions.Keys;
using Hotline.Functions.Setup;
using Hotline.Functions.Storage;
using Hotline.Functions.Turns;
using Hotline.Localization;
using Hotline.Localization.Reading;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>-- reports: lists and shows what is stored, to whoever holds the keys. Alerts first: nobody was told of them yet.</summary>
public sealed class ReportsCommand(IStore store, Sealer sealer, Pseudonyms pseudonyms, Phrasebook phrases, Settings settings, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public async Task<int> Run(string[] args, TextWriter output)
    {
        var json = args.Contains("--json");
        var now = clock.GetUtcNow();
        var (alerts, reports, waiting, unread) = await Read();
        if (json)
        {
            foreach (var alert in alerts)
                await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "alert", alert.Id, alert.Reason, alert.Channel, alert.Country, alert.Province, alert.Raised }, Json));
            foreach (var (id, report) in reports)
                await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "report", id, report.Day, report.Finished, report.Channel, report.Language, report.Answers, report.Words, recordings = report.Recordings.Count, callBack = report.Contact }, Json));
            foreach (var item in waiting)
                await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "waiting", item.Kind, item.Day }, Json));
            return unread == 0 ? 0 : 1;
        }

        foreach (var alert in alerts.OrderBy(alert => alert.Raised))
            await output.WriteLineAsync($"ALERT {alert.Id}: {alert.Reason}, by {alert.Channel}, {Place(alert.Country, alert.Province)}, {Written.Ago(alert.Raised, now, "en")}. Nobody was told yet.");
        foreach (var (id, report) in reports.OrderBy(item => item.Report.Day))
            await Show(id, report, output);
        await output.WriteLineAsync($"{reports.Count} reports, {alerts.Count} alerts, {waiting.Count} things waiting to be fetched or read, in {settings.DataPath}.");
        if (unread > 0)
            await output.WriteLineAsync($"{unread} rows do not open with these keys.");
        return unread == 0 ? 0 : 1;
    }

    private async Task<(List<StoredAlert> Alerts, List<(string Id, StoredReport Report)> Reports, List<WaitingItem> Waiting, int Unread)> Read()
    {
        List<StoredAlert> alerts = [];
        List<(string, StoredReport)> reports = [];
        List<WaitingItem> waiting = [];
        var unread = 0;
        // First what is on its way, then what has landed: a report that lands meanwhile is seen at least once.
        var byKey = new Dictionary<string, StoredReport>(StringComparer.Ordinal);
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, RowKeys.Todo, RowKeys.After(RowKeys.Todo)))
                if (row.Key.Split('|')[2] != Landing.Kind)
                    continue;
                else if (Open(shard, row) is not { } body)
                    unread++;
                else if (JsonSerializer.Deserialize(body, RowJson.Default.LandedReport) is { } landed)
                    byKey[landed.Key] = landed.Report;
        foreach (var shard in CallerId.AllShards)
        {
            foreach (var row in await store.Scan(shard, RowKeys.Reports, RowKeys.After(RowKeys.Reports)))
                if (Open(shard, row) is { } body)
                    byKey[row.Key] = JsonSerializer.Deserialize(body, RowJson.Default.StoredReport)!;
                else
                    unread++;
            foreach (var row in await store.Scan(shard, RowKeys.Kept, RowKeys.After(RowKeys.Kept)))
                if (Open(shard, row) is not { } body)
                    unread++;
                else if (row.Key.StartsWith(RowKeys.Waiting("alert", ""), StringComparison.Ordinal))
                    alerts.Add(JsonSerializer.Deserialize(body, RowJson.Default.StoredAlert)!);
                else
                    waiting.Add(JsonSerializer.Deserialize(body, RowJson.Default.WaitingItem)!);
        }

        reports.AddRange(byKey.Select(item => (CaseId(item.Key), item.Value)));
        for (var i = 0; i < reports.Count; i++)
            if (reports[i].Item2 is { Contact: { } number } report && await SaidStop(number, report.Day))
                reports[i] = (reports[i].Item1, report with { Contact = null, Answers = new Dictionary<string, string>(report.Answers) { ["callback"] = "stopped" } });
        return (alerts, reports, waiting, unread);
    }

    /// <summary>On the day of the report or later. Whoever said stop was told that nobody writes any more; another hand may hold the phone.</summary>
    private async Task<bool> SaidStop(string number, DateOnly day)
    {
        var prefix = RowKeys.OptOut(pseudonyms.OfOptOut(number), "");
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await store.Scan(shard, prefix, RowKeys.After(prefix)))
                if (BinaryPrimitives.ReadInt32LittleEndian(row.Body.Span) >= day.DayNumber)
                    return true;
        return false;
    }

    private async Task Show(string id, StoredReport report, TextWriter output)
    {
        await output.WriteLineAsync($"REPORT {id}: {Written.Date(report.Day, "en")}, by {report.Channel}, {(report.Finished ? "finished" : "filed as it was")}, {Place(report.Answers.GetValueOrDefault("country"), report.Answers.GetValueOrDefault("province"))}");
        foreach (var (question, answer) in report.Answers.OrderBy(item => item.Key, StringComparer.Ordinal))
            await output.WriteLineAsync($"  {question}: {(question is "country" or "province" or "district" ? Name(answer) : answer)}");
        foreach (var words in report.Words)
            await output.WriteLineAsync($"  “{OneLine(words)}”");
        if (report.Recordings.Count > 0)
            await output.WriteLineAsync($"  {report.Recordings.Count} recordings, kept at the provider until they are fetched");
        if (report.Contact is { } contact)
            await output.WriteLineAsync($"  may be contacted: {contact}");
    }

    private byte[]? Open(string shard, Row row) => sealer.Open(shard, row.Key, row.Body.Span);

    /// <summary>Six letters of the row's name: enough to speak of a case, not enough to reopen it.</summary>
    private static string CaseId(string key) => key[RowKeys.Reports.Length..][..6];

    /// <summary>A caller's line breaks and escapes may not write lines of ours, or reach the terminal.</summary>
    private static string OneLine(string words) =>
        string.Concat(words.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : c));

    private string Place(string? country, string? province) => province is not null ? Name(province) : country is not null ? Name(country) : "place not told";

    private string Name(string code) => code.Length == 2 || code.All(char.IsAsciiDigit) ? phrases.Reader.Places.Name(code, "en") : code;
}
