using System.Text.Json;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Reconciling;
using Hotline.Functions.Recordings;
using Hotline.Functions.Returning;
using Hotline.Functions.Setup;
using Hotline.Functions.Turns;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>-- reports: lists and shows what is stored, to whoever holds the keys. Alerts first: nobody was told of them yet.</summary>
public sealed class ReportsCommand(OptOuts optOuts, Shelves shelves, ReportText text, RecordingShelf recordings, CarrierCopiesRow copies, DeskCommand desk, SoundCommand sound, Settings settings, TimeProvider clock)
{
    /// <summary>The kind of a call that was promised.</summary>
    private const string Call = "call";

    public async Task<int> Run(string[] args, TextWriter output)
    {
        if (args.SkipWhile(arg => arg != "reports").Skip(1).ToArray() is ["read" or "answer", ..] asked)
            return await desk.Run(asked, output);
        if (args.SkipWhile(arg => arg != "reports").Skip(1).ToArray() is ["sound", ..] heard)
            return await sound.Run(heard, output);
        var shelf = await shelves.Read();
        var reports = new List<(FiledReport Report, StoredReport Now)>();
        foreach (var report in shelf.Reports)
            reports.Add((report, await WhoeverSaidStop(report)));
        var calls = new List<(WaitingItem Call, bool Stopped)>();
        foreach (var call in shelf.Waiting.Where(item => item.Kind == Call).OrderBy(item => item.At))
            calls.Add((call, await optOuts.Stopped(call.Content, call.Day)));
        var all = await recordings.All();
        var nobodys = await recordings.Nobodys(shelf.Reports, all, clock.GetUtcNow());
        if (args.Contains("--json"))
            await Lines(shelf, calls, reports, all, nobodys, output);
        else
            await Show(shelf, calls, reports, all, nobodys, output);
        return shelf.Unread == 0 ? 0 : 1;
    }

    private async Task Show(Shelf shelf, List<(WaitingItem Call, bool Stopped)> calls, List<(FiledReport Report, StoredReport Now)> reports, IReadOnlyDictionary<string, FoundRecording> all, IReadOnlyList<FoundRecording> nobodys, TextWriter output)
    {
        foreach (var alert in shelf.Alerts.OrderBy(alert => alert.Raised))
            await output.WriteLineAsync(text.Alert(alert, Seen(shelf, alert), clock.GetUtcNow()));
        foreach (var (call, stopped) in calls)
            await output.WriteLineAsync(ReportText.Call(call, stopped, clock.GetUtcNow()));
        foreach (var (report, now) in reports.OrderBy(item => item.Now.Day))
            foreach (var line in text.Report(report, now, recordings.Of(report, all)))
                await output.WriteLineAsync(line);
        foreach (var found in nobodys)
            await output.WriteLineAsync(RecordingText.Nobodys(found));
        foreach (var withdrawn in shelf.Waiting.Where(item => item.Kind == "withdrawn"))
            await output.WriteLineAsync($"WITHDRAWN {withdrawn.Content}: {Written.Date(withdrawn.Day, "en")}. Nothing of it is left.");
        foreach (var left in new[] { CarrierCopiesText.Of(await copies.Read()), RecordingText.Undeletable(all.Values) }.OfType<string>())
            await output.WriteLineAsync(left);
        var waiting = all.Values.Count(found => found.Recording.State == RecordingState.Expected) + shelf.Waiting.Count(item => item.Kind is not ("withdrawn" or Call or "seen" or "question"));
        await output.WriteLineAsync($"{reports.Count} reports, {shelf.Alerts.Count} alerts, {waiting} things waiting to be fetched or read, in {settings.DataPath}.");
        if (shelf.Unread > 0)
            await output.WriteLineAsync($"{shelf.Unread} rows do not open with these keys.");
    }

    private async Task Lines(Shelf shelf, List<(WaitingItem Call, bool Stopped)> calls, List<(FiledReport Report, StoredReport Now)> reports, IReadOnlyDictionary<string, FoundRecording> all, IReadOnlyList<FoundRecording> nobodys, TextWriter output)
    {
        foreach (var alert in shelf.Alerts)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "alert", alert.Id, alert.Reason, alert.Channel, alert.Country, alert.Province, alert.Raised, seen = Seen(shelf, alert) }, CommandJson.Lines));
        foreach (var (call, stopped) in calls)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "call", number = stopped ? null : call.Content, call.Day, asked = call.At, stopped }, CommandJson.Lines));
        foreach (var (report, now) in reports)
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    type = "report",
                    id = report.Case,
                    now.Day,
                    now.Finished,
                    now.Channel,
                    now.Language,
                    now.Answers,
                    now.Words,
                    recordings = now.Recordings.Count,
                    sounds = recordings.Of(report, all).Select(found => new { kept = found?.Recording.State == RecordingState.Kept, found?.Recording.Seconds, found?.Recording.Bytes, found?.Recording.Why }),
                    callBack = now.Contact,
                    report.Read,
                    amendments = report.Amendments.Select(row => new { row.Amendment.Day, row.Amendment.Kind, row.Amendment.Slot, content = row.Amendment.Kind == StoredAmendment.Recording || row.Amendment.Slot == FiledReport.NumberKeyedIn ? null : row.Amendment.Content }),
                    replies = report.Replies.Select(reply => new { reply.Day, reply.Preset, reply.Words }),
                },
                CommandJson.Lines));
        foreach (var found in nobodys)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "recording", id = RecordingText.NameOf(found), found.Recording.Day, kept = found.Recording.State == RecordingState.Kept, found.Recording.Seconds, found.Recording.Bytes, found.Recording.Why }, CommandJson.Lines));
        var left = await copies.Read();
        if (left.Old > 0)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "at-the-provider", texts = left.Old, left.Oldest, left.NotHeld, left.Pictures }, CommandJson.Lines));
        if (all.Values.Count(found => found.Recording.State == RecordingState.Expected) is var expected and > 0)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "to-be-fetched", recordings = expected }, CommandJson.Lines));
        foreach (var item in shelf.Waiting.Where(item => item.Kind != Call))
            await output.WriteLineAsync(JsonSerializer.Serialize(new { type = "waiting", item.Kind, item.Day, @case = item.Kind == "withdrawn" ? item.Content : null }, CommandJson.Lines));
    }

    /// <summary>The report as it stands now, without a number whose owner said stop since it was left.</summary>
    private async Task<StoredReport> WhoeverSaidStop(FiledReport report)
    {
        var now = report.Current;
        foreach (var number in new[] { now.Contact, now.Answers.GetValueOrDefault(FiledReport.NumberKeyedIn) })
            if (number is not null && await optOuts.Stopped(number, report.ContactDay))
                return now with { Contact = null, Answers = new Dictionary<string, string>(now.Answers.Where(item => item.Key != FiledReport.NumberKeyedIn)) { ["callback"] = "stopped" } };
        return now;
    }

    private static bool Seen(Shelf shelf, StoredAlert alert) => shelf.Waiting.Any(item => item.Kind == "seen" && item.Content == alert.Id);
}
