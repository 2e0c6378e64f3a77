using System.Globalization;
using System.Text.Json;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Localization.Writing;

namespace Hotline.Functions.Commands;

/// <summary>Clients as a caseworker reads them: no number, no word, no code.</summary>
internal sealed class ClientViews(TextWriter output, bool json, DateTimeOffset now)
{
    private int lines;

    public async Task Line(Client client, IReadOnlyList<CheckInResult> results, IReadOnlyList<StoredPage> pages)
    {
        lines++;
        var flags = CheckInFlags.Of(results);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new { type = "client", client.Id, standing = client.Standing.ToString(), next = CheckInPlan.Next(client, now), lastDay = results is [.., var last] ? last.Day : (DateOnly?)null, flags = flags.Select(flag => new { kind = flag.Kind.ToString(), flag.Day }), pages = pages.Select(Page), contact = ContactViews.Json(client), raised = ContactViews.Json(client.Raised) }, CommandJson.Lines));
            return;
        }

        await output.WriteLineAsync($"{client.Id}  {Standing(client)}, {Next(client)}, {Count(results.Count, "check-in")}{(flags.Count > 0 ? $", flags: {string.Join(", ", flags.Select(flag => Sentence(flag.Kind)).Distinct())}" : "")}");
        foreach (var page in pages)
            await output.WriteLineAsync($"  {(page.IsUrgent ? "NOW " : "")}{What(page.What)}, {Written.Ago(page.At, now, "en")}");
    }

    public async Task Whole(Client client, IReadOnlyList<CheckInResult> results, IReadOnlyList<StoredPage> pages)
    {
        await Line(client, results, pages);
        if (json)
        {
            foreach (var result in results)
                await output.WriteLineAsync(JsonSerializer.Serialize(
                    new { type = "check-in", result.Day, channel = result.Channel.ToString(), result.Finished, result.Said, result.How, result.SafeWhereSleeping, result.Criterion, result.CriterionAnswer, income = result.Income?.ToString(), costs = result.Costs?.ToString(), debt = result.Debt?.ToString(), result.Net, recorded = result.Recording is not null, result.Words }, CommandJson.Lines));
            return;
        }

        foreach (var line in ContactViews.Lines(client, now))
            await output.WriteLineAsync(line);
        if (results.Count > 0)
            await output.WriteLineAsync("day         by     said     how  safe  criterion  income             costs              net      debt");
        foreach (var r in results)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{r.Day:yyyy-MM-dd}  {r.Channel.ToString().ToLowerInvariant(),-5}  {r.Said ?? "-",-7}  {Or(r.How),-3}  {Safe(r),-4}  {(r.Criterion is { } n ? $"{n} {r.CriterionAnswer}" : "-"),-9}  {Or(r.Income),-17}  {Or(r.Costs),-17}  {Or(r.Net),-7}  {Or(r.Debt)}{(r.Finished ? "" : "  (unfinished)")}{(r.Recording is null ? "" : "  (recording)")}"));
        foreach (var words in results.Select(result => result.Words).OfType<string>())
            await output.WriteLineAsync($"  “{ReportText.OneLine(words)}”");
        foreach (var flag in CheckInFlags.Of(results))
            await output.WriteLineAsync($"FLAG {Written.Date(flag.Day, "en")}: {Sentence(flag.Kind)}");
    }

    public async Task End(bool lineIsThere)
    {
        if (!json)
            await output.WriteLineAsync($"{Count(lines, "client")}.{(lineIsThere ? "" : " Provider__CheckInNumber is not set: nobody can be enrolled.")}");
    }

    public static string Moment(DateTimeOffset moment) =>
        $"{Written.Date(DateOnly.FromDateTime(moment.ToOffset(CheckInPlan.PhnomPenh).DateTime), "en")} from {moment.ToOffset(CheckInPlan.PhnomPenh).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static object Page(StoredPage page) => new { page.What, page.At, urgent = page.IsUrgent };

    private string Next(Client client) => CheckInPlan.Next(client, now) is { } next ? $"next {Moment(next)}" : "nobody writes";

    private static string Standing(Client client) => client.Closed is { } reason && client.Standing == Flows.CheckIns.Standing.Closed ? $"closed ({reason})" : client.Standing.ToString().ToLowerInvariant();

    private static string Safe(CheckInResult result) => result.SafeWhereSleeping switch { true => "yes", false => "NO", _ => "-" };

    private static string Or(object? value) => value is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value}");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static string Sentence(CheckInFlagKind kind) => kind switch
    {
        CheckInFlagKind.NetAtOrBelowZeroTwice => "nothing left of the income twice in a row",
        CheckInFlagKind.SafetyDropped => "no longer safe where they sleep",
        CheckInFlagKind.NotSafe => "not safe where they sleep",
        CheckInFlagKind.MoodDropped => "much worse than before",
        _ => "the debt has grown",
    };

    private static string What(string what) => what switch
    {
        "duress" => "the duress word was said",
        "help" => "a cry for help",
        "not-safe" => "not safe where they sleep",
        "safe-but-locked" => "the safe word came after three wrong tries: call, then resume",
        "no-word" => "three tries without the safe word; paused",
        "stopped" => "somebody said stop; paused",
        "talk" => "wants to talk",
        "call" => "wants to be called",
        "missed" => "a contact was missed",
        "unsent" => "a contact fell out: we did not manage to write or call",
        "unreachable" => "the number cannot be reached",
        "someone-else-answers" => "somebody else, or a machine, takes the calls",
        _ => "a wrong word",
    };
}
