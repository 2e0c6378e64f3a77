using System.Globalization;
using Hotline.Functions.Providers;
using Hotline.Functions.ToDos;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Outreach;

/// <summary>Whatever goes wrong in whatever order: nothing twice that must not be, nothing forgotten that must not be, nothing stuck out of sight.</summary>
public sealed class ScheduleTests(ITestOutputHelper output)
{
    public const string Duty = "+85512000001", Supervisor = "+85512000002";

    private static readonly int Schedules = int.TryParse(Environment.GetEnvironmentVariable("HOTLINE_SCHEDULES"), CultureInfo.InvariantCulture, out var schedules) ? schedules : 2000;

    [Fact]
    public async Task On_thousands_of_bad_evenings_nobody_is_reached_twice_and_every_danger_is_told() => Assert.Empty(await Run(Schedules, null));

    [Fact]
    public async Task A_provider_that_is_asked_twice_would_be_noticed() =>
        Assert.Contains(await Run(20, provider => new PlantedProvider(provider) { Twice = true }), line => line.Contains("twice", StringComparison.Ordinal));

    [Fact]
    public async Task An_alert_that_never_leaves_would_be_noticed() =>
        Assert.Contains(await Run(3, provider => new PlantedProvider(provider) { Swallows = Duty }), line => line.Contains("nobody was told", StringComparison.Ordinal));

    /// <returns>The first broken promises.</returns>
    private async Task<IReadOnlyList<string>> Run(int schedules, Func<IProvider, IProvider>? plant)
    {
        MortalStore? store = null;
        await using var town = await Town.Build(seed: 7, store: inner => store = new MortalStore(inner), more: [$"--Hotline:StaffNumbers={Duty}", $"--Hotline:SupervisorNumbers={Supervisor}"], plant: plant);
        town.Provider.Webhooks.Keeps = false;
        // The store is made when something first asks for it.
        _ = town.Store;
        var broken = new List<string>();
        for (var seed = 1; seed <= schedules; seed++)
            broken.AddRange(await new Schedule(town, store!, seed).Run());
        var dead = await town.Services.GetRequiredService<ToDoDesk>().Dead();
        output.WriteLine($"{schedules} schedules, {town.Provider.Ledger.All.Count} texts and calls, {string.Join(", ", town.Provider.Faults.Struck.OrderBy(fault => fault.Key).Select(fault => $"{fault.Key} {fault.Value}"))}, {dead.Count} given up, {broken.Count} broken promises");
        foreach (var line in broken.Take(20))
            output.WriteLine(line);
        return [.. broken.Take(20)];
    }
}
