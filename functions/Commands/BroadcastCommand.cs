using Hotline.Functions.Setup;
using Hotline.Functions.Tips;
using Hotline.Localization;
using Hotline.Localization.Tips;
using CheckContext = Hotline.Flows.Checking.CheckContext;

namespace Hotline.Functions.Commands;

/// <summary>
/// -- broadcast list | show TIP | send TIP --confirm | stop NAME | status [NAME] | campaigns. Nothing goes out before --confirm, and nothing that is out of
/// season, old or unread goes out without --anyway. No number and no person is ever printed.
/// </summary>
public sealed class BroadcastCommand(BroadcastDesk desk, BroadcastStatus status, TipRows rows, CheckContext context, Phrasebook phrases, Settings settings, TipRate rate, TimeProvider clock)
{
    private const string Usage = "Say what to do: broadcast list, show TIP, send TIP --confirm, stop NAME, status [NAME], or campaigns.";

    private DateOnly Today => TipHours.Today(clock.GetUtcNow());

    private IReadOnlyList<Tip> Tips => context.Tips?.All ?? [];

    public async Task<int> Run(string[] args, TextWriter output)
    {
        var options = BroadcastOptions.Read([.. args.Skip(1)], phrases);
        if (options.Wrong is { } wrong)
            return await Say(output, wrong);
        var view = new BroadcastView(output, options.Json, settings.SegmentPrice, rate.PerSecond);
        return options.Words switch
        {
            [] or ["list"] => await List(view),
            ["show", var id] => await With(id, output, async tip => await Show(tip, options, view)),
            ["send", var id] => await With(id, output, async tip => await Send(tip, options, view, output)),
            ["stop", var name] => await Stop(name, output),
            ["status"] => await Status(null, view, output),
            ["status", var name] => await Status(name, view, output),
            ["campaigns"] => await Campaigns(view),
            _ => await Say(output, Usage),
        };
    }

    private async Task<int> List(BroadcastView view)
    {
        foreach (var tip in Tips)
            await view.Tip(tip, WhyNot(tip));
        await view.People(await status.People());
        return 0;
    }

    private async Task<int> Show(Tip tip, BroadcastOptions options, BroadcastView view)
    {
        await view.Plan(tip, await desk.Plan(tip, options.For(tip)), WhyNot(tip));
        return 0;
    }

    private async Task<int> Send(Tip tip, BroadcastOptions options, BroadcastView view, TextWriter output)
    {
        if (!desk.HasNumber)
            return await Say(output, "The setting Provider__Number is missing: tips come from the public number. Nothing was sent.");
        if (WhyNot(tip) is { } why && !options.Anyway)
            return await Say(output, $"{tip.Id} {why}. Nothing was sent; --anyway sends it all the same.");
        var plan = await desk.Plan(tip, options.For(tip));
        await view.Plan(tip, plan, WhyNot(tip));
        if (plan.Made?.Stopped is not null)
            return await Say(output, $"{plan.Name} was stopped and goes out no more.");
        if (!options.Confirm)
            return await Say(output, "Nothing was sent: say --confirm to send it.");
        if (await desk.Send(tip, options.For(tip)) is not { } added)
            return await Say(output, $"{plan.Name} was stopped meanwhile and goes out no more.");
        if (!options.Json)
            await output.WriteLineAsync($"{plan.Name}: {added} people were added. broadcast stop {plan.Name} ends it half way.");
        return 0;
    }

    private async Task<int> Stop(string name, TextWriter output) => await desk.Stop(name) switch
    {
        null => await Say(output, $"There is no broadcast {name}: broadcast status lists them."),
        false => await Say(output, $"{name} had been stopped before."),
        true => await Done(output, $"{name} is stopped: what has not begun to go out is never sent."),
    };

    private async Task<int> Status(string? name, BroadcastView view, TextWriter output)
    {
        var all = (await rows.Broadcasts(default)).Select(found => found.Value).Where(broadcast => name is null || broadcast.Name == name).OrderBy(broadcast => broadcast.Made).ToList();
        if (all.Count == 0)
            return name is null ? await Done(output, "No broadcast was ever made.") : await Say(output, $"There is no broadcast {name}.");
        foreach (var broadcast in all)
        {
            var day = TipHours.Today(DateTimeOffset.FromUnixTimeSeconds(broadcast.Made));
            var answered = broadcast.Word is { } word && phrases.Campaign(word) is { } campaign ? (await status.Campaigns(day)).GetValueOrDefault(campaign) : (int?)null;
            await view.Status(broadcast, await status.Ends(broadcast), await status.Since(day), answered);
        }

        return 0;
    }

    private async Task<int> Campaigns(BroadcastView view)
    {
        var (ever, lately) = (await status.Campaigns(DateOnly.MinValue), await status.Campaigns(Today.AddDays(-30)));
        foreach (var campaign in phrases.Campaigns.Names.Union(ever.Keys).Order(StringComparer.Ordinal))
            await view.Campaign(campaign, ever.GetValueOrDefault(campaign), lately.GetValueOrDefault(campaign));
        return 0;
    }

    /// <summary>Why a tip does not go out just so, or null.</summary>
    private string? WhyNot(Tip tip) =>
        !tip.InSeason(Today) ? "is out of season"
        : tip.IsStale(Today) ? "has to be checked against its source again"
        : tip.IsDraft ? "is a draft that no native speaker has read"
        : null;

    private async Task<int> With(string id, TextWriter output, Func<Tip, Task<int>> act) =>
        Tips.FirstOrDefault(tip => tip.Id == id) is { } tip ? await act(tip) : await Say(output, $"There is no tip {id}: broadcast list shows them.");

    private static async Task<int> Say(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }

    private static async Task<int> Done(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 0;
    }
}
