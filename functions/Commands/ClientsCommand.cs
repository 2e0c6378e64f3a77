using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Returning;
using Hotline.Functions.Setup;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- clients enrol [FILE] | list | show ID | pause ID | resume ID | move ID DAY | close ID REASON [--risk-reviewed]; --json for one object a line.
/// Numbers are never printed, and never taken from the command line, where other programs see them.
/// </summary>
public sealed class ClientsCommand(ClientBook book, EnrolmentDesk desk, OptOuts optOuts, Settings settings, TimeProvider clock)
{
    private static readonly Dictionary<string, ClosingReason> Reasons = new(StringComparer.Ordinal)
    {
        ["settled"] = ClosingReason.Settled,
        ["died"] = ClosingReason.Died,
        ["untraceable"] = ClosingReason.Untraceable,
        ["ran-away"] = ClosingReason.RanAway,
        ["sustained-income"] = ClosingReason.SustainedIncome,
    };

    public async Task<int> Run(string[] args, TextReader input, TextWriter output)
    {
        var views = new ClientViews(output, args.Contains("--json"), clock.GetUtcNow());
        return args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).Skip(1).ToArray() switch
        {
            ["enrol", .. var file] => await desk.Enrol(file is [var path, ..] ? await Read(path) : await input.ReadToEndAsync(), output),
            ["list"] or [] => await List(views),
            ["show", var id] => await Show(id, views),
            ["pause", var id] => await Change(id, output, client => (Casework.Pause(client), "Paused: nobody writes until you resume.")),
            ["resume", var id] => await Resume(id, output),
            ["move", var id, var day] => await Change(id, output, client => Moved(client, day)),
            ["close", var id, var reason] => await Change(id, output, client => Closed(client, reason, args.Contains("--risk-reviewed"))),
            _ => throw new SetupException("Say what to do: clients enrol [FILE], list, show ID, pause ID, resume ID, move ID 2026-12-24, or close ID REASON."),
        };
    }

    private static async Task<string> Read(string path)
    {
        try
        {
            return await File.ReadAllTextAsync(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SetupException("The file of the enrolment cannot be read.");
        }
    }

    private async Task<int> List(ClientViews views)
    {
        var pages = await book.Pages();
        foreach (var (_, seen) in (await book.All()).OrderBy(item => item.Seen.Row.Client.Id, StringComparer.Ordinal))
        {
            var client = seen.Row.Client;
            await views.Line(client, await book.Results(client.Id), [.. pages.Where(page => page.Client == client.Id)]);
        }

        await views.End(settings.CheckInNumber is not null);
        return 0;
    }

    private async Task<int> Show(string id, ClientViews views)
    {
        var (_, seen) = await Find(id);
        await views.Whole(seen.Row.Client, await book.Results(id), [.. (await book.Pages()).Where(page => page.Client == id)]);
        return 0;
    }

    private async Task<int> Change(string id, TextWriter output, Func<Client, (Client? Client, string Sentence)> change)
    {
        var (shard, seen) = await Find(id);
        var (client, sentence) = change(seen.Row.Client);
        if (client is not null && !await book.Change(shard, seen, client))
            throw new SetupException("The client wrote in the same moment: look again, then repeat the command.");
        await output.WriteLineAsync(sentence);
        return client is null ? 1 : 0;
    }

    /// <summary>Whoever resumes has spoken with the client: a stop that was said before no longer counts.</summary>
    private async Task<int> Resume(string id, TextWriter output)
    {
        await optOuts.Forget((await Find(id)).Seen.Row.Phone);
        return await Change(id, output, Resumed);
    }

    private (Client? Client, string Sentence) Resumed(Client client)
    {
        var resumed = Casework.Resume(client, clock.GetUtcNow());
        return (resumed, CheckInPlan.Next(resumed, clock.GetUtcNow()) is { } next ? $"Active again. Next contact {ClientViews.Moment(next)}." : "Active again.");
    }

    private (Client? Client, string Sentence) Moved(Client client, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < CheckInPlan.Today(clock.GetUtcNow()))
            return (null, "The day has to be today or later, like 2026-12-24.");
        var moved = Casework.Move(client, day, clock.GetUtcNow());
        return (moved, CheckInPlan.Next(moved, clock.GetUtcNow()) is { } next ? $"Next contact {ClientViews.Moment(next)}." : "Moved; nobody writes before the client is active again.");
    }

    /// <summary>Whom we cannot find, and who ran away, may be in danger: somebody has to have looked into it first.</summary>
    private static (Client? Client, string Sentence) Closed(Client client, string name, bool reviewed)
    {
        if (!Reasons.TryGetValue(name, out var reason))
            return (null, $"The reason has to be one of {string.Join(", ", Reasons.Keys)}.");
        return reason is ClosingReason.Untraceable or ClosingReason.RanAway && !reviewed
            ? (null, "This may mean danger: review the risk first, then say --risk-reviewed.")
            : (Casework.Close(client, reason), "Closed. The safe word still opens the line.");
    }

    private async Task<(string Shard, ClientSeen Seen)> Find(string id) =>
        (await book.All()).Where(item => item.Seen.Row.Client.Id == id).Cast<(string, ClientSeen)?>().FirstOrDefault() ?? throw new SetupException("There is no client of that name: clients list shows them.");
}
