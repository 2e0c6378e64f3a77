using System.Diagnostics;
using Hotline.Flows.CheckIns;
using Hotline.Functions.Telemetry;
using Hotline.Tests.Alerts;
using Hotline.Tests.Outreach;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Telemetry;

/// <summary>A town whose gateway exports to a collector, and whole days in it.</summary>
internal static class Everything
{
    public const string Client = "+85512345678";
    public const string Wrong = "ផ្កាឈូក";
    public const string Duress = "ចេកអំបូង";
    public const string Safe = "ស្វាយទុំ";

    public static async Task<Town> Town(Collector collector, Func<Functions.Storage.IStore, Functions.Storage.IStore>? store = null)
    {
        var town = await Outreach.Town.Build(1, store: store, more: [.. Duty.Settings, $"--{TelemetrySettings.Endpoint}={collector.Address}"]);
        await town.Services.GetRequiredService<Exporting>().Ready;
        return town;
    }

    public static Task Flush(this Town town) => town.Services.GetRequiredService<Exporting>().Flush();

    /// <summary>A turn is let out after its answer was sent: until so many have come.</summary>
    public static async Task Flush(this Town town, Collector collector, int turns)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(10);)
        {
            await town.Flush();
            if (collector.Spans.Count(span => span.IsRoot) >= turns)
                return;
            await Task.Yield();
        }
    }

    /// <summary>So many others say hello, which lets out what was kept.</summary>
    public static async Task Passers(this Town town, int many = TurnPool.Callers)
    {
        for (var i = 0; i < many; i++)
            await town.Carrier.Text($"+85577100{i:D3}", i % 2 == 0 ? "សួស្តី" : "hello");
    }

    /// <summary>What somebody said on the check-in line, all that follows of it in five hours, and then others.</summary>
    /// <param name="words">None: nobody wrote there.</param>
    public static async Task<List<string>> Night(string[] words, int others = TurnPool.Callers)
    {
        TurnPool.Forget();
        await using var collector = await Collector.Start();
        await using var town = await Town(collector);
        await town.Enrol(Client, "sophea");
        foreach (var word in words)
            await town.Provider.Receive(Client, Outreach.Town.CheckIns, word);
        await town.Live(TimeSpan.FromHours(5));
        await town.Passers(others);
        await town.Flush(collector, others);
        return [.. collector.Points.Select(point => point.ToString()), .. collector.Spans.Select(span => span.ToString())];
    }

    /// <summary>The client's own word, on the line and in the provider's forms.</summary>
    public static void Mark(this Markers markers)
    {
        markers.AddNumber("the client's number", Client);
        markers.AddNumber("the caseworker's number", Duty.Sophea);
        markers.AddNumber("the duty officer's number", Duty.Officer);
        foreach (var (name, word) in new[] { ("a wrong word", Wrong), ("the duress word", Duress), ("the safe word", Safe), ("the client's id", SampleClient.In("km").Id) })
            markers.Add(name, word);
    }
}
