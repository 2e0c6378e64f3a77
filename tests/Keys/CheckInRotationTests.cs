using Hotline.Flows.CheckIns;
using Hotline.Functions.CheckIns;
using Hotline.Functions.Commands;
using Hotline.Functions.Keys;
using Hotline.Functions.Tips;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.CheckIns;
using Hotline.Tests.Outreach;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Keys;

/// <summary>Clients, subscribers and people whose call was missed, while their key is rotated.</summary>
public sealed class CheckInRotationTests
{
    private const string Phone = "+85510000001";

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("1")]
    [InlineData("duress")]
    public async Task An_opener_that_went_out_before_is_answered_after_and_its_fate_is_heard(string answer)
    {
        await using var town = await Town.Build(1);
        await Enrol(town);
        while (!town.Provider.Ledger.All.Any(sent => Phones.Same(sent.To, Phone)))
            await town.Live(town.Now.AddMinutes(20), Grain);
        var place = (await town.Clients())[0].Seen.Key;
        await Rotate(town, "pseudonym", "turn", "seal");

        // The callback of the opener comes now.
        await town.Live(town.Now.AddMinutes(5), Grain);
        await town.Provider.Receive(Phone, Town.CheckIns, answer == "duress" ? Enrolments.Good.DuressWord! : Enrolments.Good.SafeWord!);
        if (answer != "duress")
            await town.Provider.Receive(Phone, Town.CheckIns, answer);
        await town.Live(town.Now.AddHours(2), Grain);
        var (_, seen) = Assert.Single(await town.Clients());
        Assert.Equal(place, seen.Key);
        var book = town.Services.GetRequiredService<ClientBook>();
        Assert.Equal(answer == "duress" ? 1 : 0, (await book.Pages()).Count(page => page.What == "duress"));
        Assert.Equal(answer == "duress" ? 0 : 1, (await book.Results(seen.Row.Client.Id)).Count);
    }

    [Fact]
    public async Task A_callback_that_comes_after_the_rotation_tells_how_the_opener_fared()
    {
        await using var town = await Town.Build(1);
        town.Provider.Phones[Phone].Off = true;
        await Enrol(town);
        while (!town.Provider.Ledger.All.Any(sent => Phones.Same(sent.To, Phone)))
            await town.Live(town.Now.AddMinutes(20), Grain);
        await Rotate(town, "pseudonym", "turn");
        town.Provider.Phones[Phone].Off = false;
        await town.Live(town.Now.AddHours(8), Grain);
        var client = (await town.Clients())[0];
        var fates = await Rows(town, RowKeys.Fates);
        Assert.Contains(fates, row => row.Shard == client.Shard);
    }

    [Fact]
    public async Task A_phone_that_is_enrolled_is_not_enrolled_again_after_a_rotation()
    {
        await using var town = await Town.Build(1);
        await Enrol(town);
        await Rotate(town, "pseudonym");
        Assert.Null(await town.Services.GetRequiredService<ClientBook>().Enrol(Enrolments.Good, Phone, town.Now));
        Assert.NotNull(await town.Services.GetRequiredService<ClientBook>().Enrol(Enrolments.Good, "+85510000002", town.Now));
    }

    [Fact]
    public async Task Who_joined_the_tips_before_stays_one_subscriber_and_leaves_after()
    {
        await using var town = await Town.Build(1);
        await Join(town);
        Assert.Single(await Rows(town, RowKeys.AllTips));
        await town.Live(town.Now.AddDays(1), Grain);
        await Rotate(town, "pseudonym");
        await Join(town);
        Assert.Single(await Rows(town, RowKeys.AllTips));
        await town.Provider.Receive(Phone, Town.Public, "stop");
        Assert.Empty(await Rows(town, RowKeys.AllTips));
        Assert.Equal(["joined", "left"], (await Rows(town, RowKeys.AllTipTallies)).Select(row => row.Row.Key.Split('|')[2]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_missed_call_is_rung_back_once_across_the_moment()
    {
        await using var town = await Town.Build(1);
        await Command(town, "rotate", "pseudonym");
        await Command(town, "rotate", "turn");
        Pass(town, TimeSpan.FromMinutes(6));
        Pass(town, TimeSpan.FromMinutes(3));
        await Miss(town, Phone);
        Pass(town, TimeSpan.FromMinutes(2));
        await Miss(town, Phone);
        Assert.Single(await RingBacks(town));
        await Miss(town, "+85510000003");
        Assert.Equal(2, (await RingBacks(town)).Count);
    }

    private static async Task Join(Town town)
    {
        foreach (var said in new[] { "tips", "1", "0" })
            await town.Provider.Receive(Phone, Town.Public, said);
    }

    private static async Task Miss(Town town, string from)
    {
        var heard = await town.Carrier.Post(Outside.Carrier.Call(from, Outside.Carrier.Sid("CA")).With("To", Town.MissedCalls).With("Called", Town.MissedCalls).Sign());
        Assert.Equal(200, heard.Status);
    }

    private static async Task<IReadOnlyList<(string Shard, Functions.Storage.Row Row)>> RingBacks(Town town) =>
        [.. (await Rows(town, RowKeys.Todo)).Where(row => RowKeys.KindOf(row.Row.Key) == "ring-back")];

    private static async Task Enrol(Town town) =>
        Assert.NotNull(await town.Services.GetRequiredService<ClientBook>().Enrol(Enrolments.Good with { Channel = Reach.Text, ConsentOn = new DateOnly(2026, 3, 1), Start = new DateOnly(2026, 3, 3) }, Phone, town.Now));

    private static async Task Rotate(Town town, params string[] purposes)
    {
        foreach (var purpose in purposes)
            await Command(town, "rotate", purpose);
        Pass(town, TimeSpan.FromMinutes(6));
        Pass(town, TimeSpan.FromMinutes(6));
        var ring = town.Services.GetRequiredService<LivingRing>().Now;
        Assert.Equal(ring.Of(KeyPurpose.Pseudonym)[0], ring.Current(KeyPurpose.Pseudonym));
    }

    private static void Pass(Town town, TimeSpan time)
    {
        town.Clock.Advance(time);
        town.Services.GetRequiredService<LivingRing>().Look();
    }

    private static async Task Command(Town town, params string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await town.Services.GetRequiredService<KeysCommand>().Run(["keys", .. arguments], new StringReader(""), output));
    }

    private static async Task<IReadOnlyList<(string Shard, Functions.Storage.Row Row)>> Rows(Town town, string prefix)
    {
        List<(string, Functions.Storage.Row)> rows = [];
        foreach (var shard in CallerId.AllShards)
            rows.AddRange((await town.Store.Scan(shard, prefix, RowKeys.After(prefix))).Select(row => (shard, row)));
        return rows;
    }
}
