using Hotline.Functions.Keys;
using Hotline.Functions.Sending;
using Hotline.Functions.ToDos;
using Hotline.Tests.Carriers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outreach;

/// <summary>The provider is away for an hour while texts are owed all the time; then it is back, and everybody has everything, each in order.</summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int People = 200;

    /// <summary>For an hour, one in so many of the ten a second that a large line has.</summary>
    private const int Texts = 36_000 / 10;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Recovered = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Within_a_quarter_of_an_hour_everything_has_gone_out_once_and_in_order()
    {
        await using var town = await Town.Build(seed: 11, more: ["--Provider:TextsPerSecond=10"]);
        var began = town.Now;
        town.Provider.Faults.Down(began, began + Hour);
        for (var nth = 0; nth < Texts; nth++)
        {
            await Owe(town, nth);
            town.Clock.Advance(Hour / Texts);
            if (nth % 15 == 0)
                await town.Sweeper.SweepOnce();
        }

        Assert.Empty(town.Provider.Ledger.Texts);
        Assert.True(town.Services.GetRequiredService<QueueState>().Waiting > 0);
        var back = town.Now;
        for (var second = 0; town.Now - back < Recovered && town.Provider.Ledger.Texts.Count < Texts; second++)
        {
            await (second % 15 == 0 ? town.Sweeper.SweepOnce() : town.Sweeper.Round());
            town.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        output.WriteLine($"{Texts} texts to {People} people, all out {(town.Now - back).TotalMinutes:F1} minutes after the provider was back, {town.Provider.Faults.Struck.GetValueOrDefault(Fault.Unreachable)} requests while it was away");
        Assert.Equal(Texts, town.Provider.Ledger.Texts.Count);
        Assert.Equal(Texts, town.Provider.Ledger.Texts.Select(one => one.Body).Distinct().Count());
        foreach (var person in town.Provider.Ledger.Texts.GroupBy(one => one.To))
            Assert.Equal(person.Select(one => one.Body).Order(StringComparer.Ordinal), person.Select(one => one.Body));
        // It was asked now and then, not bombarded.
        Assert.InRange(town.Provider.Faults.Struck.GetValueOrDefault(Fault.Unreachable), 10, 400);
        Assert.Empty(await town.Services.GetRequiredService<ToDoDesk>().Dead());
    }

    private static async Task Owe(Town town, int nth)
    {
        var phone = $"+8551070{nth % People:D4}";
        var person = town.Services.GetRequiredService<Pseudonyms>().OfNumber(phone);
        var text = new OwedText(Town.Public, phone, $"{nth:D6}", (town.Now + TimeSpan.FromHours(3)).ToUnixTimeSeconds());
        await town.Store.Commit(person.Shard, [OwedText.Row(town.Services.GetRequiredService<ToDoRows>(), person, text, 0, town.Now)]);
    }
}
