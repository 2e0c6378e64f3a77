using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Outreach;

/// <summary>One client and the people who look after them.</summary>
public sealed class ClientTests
{
    private const string Phone = "+85510000001", Duty = "+85512000001", Supervisor = "+85512000002";

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_stop_on_the_public_line_ends_the_check_ins_and_whoever_resumes_begins_them_anew()
    {
        await using var town = await Build();
        var id = await Enrol(town);
        await town.Provider.Receive(Phone, Town.Public, "stop");
        await town.Live(town.Now.AddDays(20), Grain);
        Assert.Empty(Reached(town));
        Assert.Equal(Standing.Stopped, (await Client(town)).Standing);
        Assert.Contains("Active again", await Clients(town, "resume", id), StringComparison.Ordinal);
        await town.Live(town.Now.AddDays(40), Grain);
        Assert.NotEmpty(Reached(town));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_miss_that_somebody_took_up_is_not_told_to_the_supervisor(bool takenUp)
    {
        await using var town = await Build();
        await Enrol(town);
        while (!town.Provider.Ledger.To(Duty).Any())
            await town.Live(town.Now.AddHours(6), Grain);
        if (takenUp)
            await town.Provider.Receive(Duty, Town.Public, town.Provider.Ledger.To(Duty)[0].Body.Split(' ')[^1]);
        var known = town.Provider.Ledger.All.Count;
        await town.Live(town.Now.AddHours(30), Grain);
        Assert.Equal(!takenUp, town.Provider.Ledger.From(known).Any(one => Phones.Same(one.To, Supervisor)));
        Assert.Equal(takenUp, (await Client(town)).Raised is null);
    }

    [Fact]
    public async Task An_opener_that_is_answered_is_the_only_one_until_the_next()
    {
        await using var town = await Build();
        await Enrol(town);
        while (!Reached(town).Any())
            await town.Live(town.Now.AddMinutes(20), Grain);
        await town.Provider.Receive(Phone, Town.CheckIns, Enrolments.Good.SafeWord!);
        await town.Provider.Receive(Phone, Town.CheckIns, "1");
        await town.Live(town.Now.AddDays(3), Grain);
        Assert.Single(Reached(town));
        Assert.Empty(town.Provider.Ledger.To(Duty));
    }

    private static Task<Town> Build() => Town.Build(seed: 3, more: [$"--Hotline:StaffNumbers={Duty}", $"--Hotline:SupervisorNumbers={Supervisor}"]);

    private static async Task<string> Enrol(Town town) =>
        (await town.Services.GetRequiredService<ClientBook>().Enrol(Enrolments.Good with { ConsentOn = new DateOnly(2026, 3, 1), Start = new DateOnly(2026, 3, 2) }, Phone, town.Now))!;

    private static async Task<Client> Client(Town town) => Assert.Single(await town.Clients()).Seen.Row.Client;

    private static IEnumerable<Sent> Reached(Town town) => town.Provider.Ledger.To(Phone).Where(one => one.Kind is SentKind.Text or SentKind.Call);

    private static async Task<string> Clients(Town town, params string[] arguments)
    {
        using var output = new StringWriter();
        await town.Services.GetRequiredService<ClientsCommand>().Run(["clients", .. arguments], TextReader.Null, output);
        return output.ToString();
    }
}
