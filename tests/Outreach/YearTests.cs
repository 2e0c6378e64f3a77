using System.Globalization;
using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.ToDos;
using Hotline.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outreach;

/// <summary>A year of check-ins through the whole gateway, with a provider that has a bad day every day.</summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private static readonly int Clients = int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_YEAR_CLIENTS"), CultureInfo.InvariantCulture, out var clients) ? clients : 1000;

    [Fact]
    public async Task A_year_of_clients_is_reached_in_their_hours_never_twice_and_never_after_a_stop()
    {
        await using var town = await Town.Build(seed: 1);
        Bad(town);
        var neighbours = Enumerable.Range(1, Clients).Select(seed => new Neighbour(town, seed)).ToList();
        var year = new Year(town, neighbours);
        await year.Live(365);
        var pages = await town.Services.GetRequiredService<ClientBook>().Pages();
        var standing = (await town.Clients()).GroupBy(item => item.Seen.Row.Client.Standing).ToDictionary(group => group.Key, group => group.Count());
        foreach (var line in new[]
        {
            $"clients                 {Clients}",
            $"texts and calls out     {town.Provider.Ledger.Texts.Count(one => one.From == Town.CheckIns)} and {town.Provider.Ledger.Calls.Count}",
            $"faults at the provider  {town.Provider.Faults.Struck.Where(fault => fault.Key != Fault.None).Sum(fault => fault.Value)}",
            $"pages left              {string.Join(", ", pages.GroupBy(page => page.What).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"))}",
            $"standing at the end     {string.Join(", ", standing.Select(item => $"{item.Key} {item.Value}"))}",
            $"broken promises         {year.Broken.Sum(item => item.Value)}",
        })
            output.WriteLine(line);
        Assert.Equal([], year.Broken.Select(item => $"{item.Key}: {item.Value}"));
        Assert.Empty(await town.Services.GetRequiredService<ToDoDesk>().Dead());
        Assert.True(pages.Count > Clients && town.Provider.Ledger.Texts.Count > 4 * Clients && standing.GetValueOrDefault(Standing.Stopped) > Clients / 50, "The year was too quiet to show anything.");
    }

    internal static void Bad(Town town)
    {
        town.Provider.Faults.Rates = FaultRates.Bad;
        town.Provider.Webhooks.Rates = WebhookRates.Bad;
        town.Provider.Webhooks.Keeps = false;
        town.Provider.Life.Dawdling = TimeSpan.FromSeconds(30);
        town.Provider.Life.Undelivered = 0.03;
        town.Provider.Life.Failed = 0.01;
        town.Provider.Life.NoReceipt = 0.05;
    }
}
