using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outreach;
using Microsoft.Extensions.DependencyInjection;

namespace Hotline.Tests.Alerts;

/// <summary>A town with people on duty, two caseworkers and a supervisor.</summary>
internal static class Duty
{
    public const string Officer = "+85512100001";
    public const string Second = "+85512100002";
    public const string Sophea = "+85512100003";
    public const string Dara = "+85512100004";
    public const string Supervisor = "+85512100005";

    public static readonly string[] Settings = [$"--Hotline:StaffNumbers={Officer},{Second}", $"--Hotline:SupervisorNumbers={Supervisor}", $"--Hotline:Caseworkers=sophea={Sophea},dara={Dara}"];

    /// <summary>What reached these phones: minutes since a moment, and what it was.</summary>
    public static IReadOnlyList<string> Heard(this Town town, DateTimeOffset since, params string[] numbers) =>
    [
        .. numbers.SelectMany(number => town.Provider.Ledger.To(number)).Where(sent => sent.Kind is SentKind.Text or SentKind.Call).OrderBy(sent => sent.Accepted).ThenBy(sent => sent.To, StringComparer.Ordinal)
            .Select(sent => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Floor((sent.Accepted - since).TotalMinutes):00} {(sent.Kind == SentKind.Text ? "text" : "call")} {sent.To[^1]}")),
    ];

    /// <summary>The six letters in the last text to a phone.</summary>
    public static string Id(this Town town, string number) => town.Provider.Ledger.To(number).Last(sent => sent.Kind == SentKind.Text).Body[^6..];

    public static async Task<IReadOnlyList<Row>> Rows(this Town town, string prefix)
    {
        List<Row> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange(await town.Store.Scan(shard, prefix, RowKeys.After(prefix)));
        return rows;
    }

    public static async Task<IReadOnlyList<string>> ToDos(this Town town, string kind) => [.. (await town.Rows(RowKeys.Todo)).Where(row => RowKeys.KindOf(row.Key) == kind).Select(row => row.Key)];

    /// <summary>By text and by voice.</summary>
    /// <param name="page">Whom the enrolment names.</param>
    public static async Task Enrol(this Town town, string phone, params string[] page) =>
        Xunit.Assert.NotNull(await town.Services.GetRequiredService<ClientBook>().Enrol(SampleClient.In("km").Enrolment! with { Page = page }, phone, town.Now));

    public static Task Live(this Town town, TimeSpan span) => town.Live(town.Now + span, TimeSpan.FromSeconds(15));
}
