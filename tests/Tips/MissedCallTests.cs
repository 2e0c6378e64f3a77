using Hotline.Functions.Returning;
using Hotline.Functions.Turns;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>A call to the number of tips costs nobody anything, and joins or leaves.</summary>
public sealed class MissedCallTests
{
    private const string Busy = "<Reject reason=\"busy\"/>";

    [Fact]
    public async Task A_missed_call_joins_the_next_one_leaves_and_a_text_says_which()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        var answer = await town.Ring(phone);
        Assert.Contains("<Response>" + Busy, answer, StringComparison.Ordinal);
        Assert.NotNull(await town.Subscription(phone));
        await town.Live(TimeSpan.FromMinutes(1));
        Assert.Contains("មិនយកគន្លឹះ", Assert.Single(town.TextsTo(phone)).Body, StringComparison.Ordinal);

        await town.Live(TimeSpan.FromMinutes(40));
        Assert.Contains(Busy, await town.Ring(phone), StringComparison.Ordinal);
        Assert.Null(await town.Subscription(phone));
        await town.Live(TimeSpan.FromMinutes(1));
        Assert.StartsWith("យើងលែងផ្ញើគន្លឹះ", town.TextsTo(phone)[^1].Body, StringComparison.Ordinal);
        Assert.Equal(2, town.TextsTo(phone).Count);
    }

    [Fact]
    public async Task Who_hears_busy_and_rings_again_at_once_has_rung_once()
    {
        await using var town = await TipTown.Build();
        var (phone, call) = (Carrier.Number(), Carrier.Sid("CA"));
        await town.Ring(phone, call);
        await town.Ring(phone, call);
        for (var again = 0; again < 5; again++)
        {
            await town.Live(TimeSpan.FromMinutes(5));
            Assert.Contains(Busy, await town.Ring(phone), StringComparison.Ordinal);
        }

        Assert.NotNull(await town.Subscription(phone));
        Assert.Single(town.TextsTo(phone));
    }

    [Fact]
    public async Task The_end_of_a_refused_call_changes_nothing()
    {
        await using var town = await TipTown.Build();
        var (phone, call) = (Carrier.Number(), Carrier.Sid("CA"));
        await town.Ring(phone, call);
        await town.Live(TimeSpan.FromMinutes(40));
        Assert.DoesNotContain("Reject", (await town.Town.Carrier.Post(TipTown.Call(phone, call, "busy"))).Text, StringComparison.Ordinal);
        Assert.NotNull(await town.Subscription(phone));
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("+8825550001")]
    [InlineData("+66812345678")]
    public async Task A_hidden_number_and_one_of_a_country_that_is_not_on_the_list_are_refused_and_nothing_else(string from)
    {
        await using var town = await TipTown.Build();
        Assert.Contains(Busy, await town.Ring(from), StringComparison.Ordinal);
        Assert.Equal(0, await town.Rows(RowKeys.AllTips) + await town.Rows(RowKeys.Todo) + await town.Rows(RowKeys.AllRang));
    }

    [Fact]
    public async Task A_country_that_an_operator_names_joins()
    {
        await using var town = await TipTown.Build(null, "--Hotline:RingBackCountries=KH,TH");
        await town.Ring("+66812345678");
        Assert.NotNull(await town.Subscription("+66812345678"));
    }

    [Fact]
    public async Task Who_said_stop_today_is_not_joined_by_a_missed_call()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        await town.Say(phone, "tips", "1", "0", "stop");
        await town.Ring(phone);
        Assert.Null(await town.Subscription(phone));
        await town.Live(TimeSpan.FromDays(1));
        Assert.Empty(town.TextsTo(phone));
        await town.Ring(phone);
        Assert.NotNull(await town.Subscription(phone));
    }

    [Fact]
    public async Task On_every_other_number_a_call_is_a_call()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        Assert.DoesNotContain("Reject", (await town.Town.Carrier.Post(Carrier.Call(phone, Carrier.Sid("CA"), status: "ringing"))).Text, StringComparison.Ordinal);
        Assert.Null(await town.Subscription(phone));
    }

    [Fact]
    public async Task Missed_calls_are_forgotten_after_a_day()
    {
        await using var town = await TipTown.Build();
        await town.Ring(Carrier.Number());
        Assert.Equal(1, await town.Rows(RowKeys.AllRang));
        await town.Live(TimeSpan.FromDays(1));
        await town.Town.Sweeper.SweepOnce();
        Assert.Equal(0, await town.Rows(RowKeys.AllRang));
        Assert.Equal(1, await town.Rows(RowKeys.AllTips));
    }

    [Fact]
    public async Task A_store_that_fails_refuses_the_call_all_the_same()
    {
        await using var town = await TipTown.Build();
        Assert.NotNull(town.Town.Services.GetRequiredService<OptOuts>());
        FaultyStore? disk = null;
        await using var broken = await Outreach.Town.Build(1, TipTown.Monday, store: inner => disk = new FaultyStore(inner), more: [$"--Provider:TipsNumber={TipTown.Number}"]);
        disk!.Away = true;
        var answer = await broken.Carrier.Post(TipTown.Call(Carrier.Number(), Carrier.Sid("CA"), "ringing"));
        Assert.Contains("<Response>" + Busy, answer.Text, StringComparison.Ordinal);
    }
}
