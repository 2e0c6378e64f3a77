using System.Text;
using Hotline.Functions.Keys;
using Hotline.Functions.Returning;
using Hotline.Functions.Turns;
using Hotline.Localization.Tips;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>Who asks for tips is kept, sealed, until they leave; and not a moment longer.</summary>
public sealed class JoinTests
{
    [Fact]
    public async Task Whoever_asks_by_text_is_joined_at_the_first_answer_and_the_province_comes_after()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        await town.Say(phone, "គន្លឹះ");
        Assert.Null(await town.Subscription(phone));
        await town.Say(phone, "1");
        Assert.Equal((TipInterest.Thailand, null, "km"), await Told(town, phone));
        await town.Say(phone, "កំពត");
        Assert.Equal((TipInterest.Thailand, "07", "km"), await Told(town, phone));
        await town.Say(phone, "tips", "3", "0");
        Assert.Equal((TipInterest.Home, "07", "en"), await Told(town, phone));
        Assert.Equal(1, await town.Rows(RowKeys.AllTips));
        Assert.Equal(1, await town.Rows(RowKeys.AllTipTallies));
    }

    [Theory]
    [InlineData("no tips")]
    [InlineData("មិនយកគន្លឹះទេ")]
    [InlineData("stop")]
    [InlineData("ឈប់")]
    public async Task Leaving_and_stop_delete_the_number_in_the_same_commit(string word)
    {
        await using var town = await TipTown.Build();
        var (phone, other) = (Carrier.Number(), Carrier.Number());
        await town.Say(phone, "tips", "1", "0");
        await town.Say(other, "tips", "2", "0");
        await town.Say(phone, word);
        Assert.Null(await town.Subscription(phone));
        Assert.NotNull(await town.Subscription(other));
        Assert.Equal(3, await town.Rows(RowKeys.AllTipTallies));
    }

    [Fact]
    public async Task Leaving_twice_is_counted_once()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        await town.Say(phone, "tips", "1", "0", "no tips", "no tips", "stop");
        Assert.Equal(2, await town.Rows(RowKeys.AllTipTallies));
    }

    [Fact]
    public async Task Nothing_of_a_number_can_be_read_in_the_rows()
    {
        await using var town = await TipTown.Build();
        const string Phone = "+85517345678";
        await town.Say(Phone, "tips", "1", "Kampot");
        await town.Ring("+85517345679");
        foreach (var shard in CallerId.AllShards)
            foreach (var row in await town.Town.Store.Scan(shard, " ", "\uffff"))
                Assert.DoesNotContain("1734567", row.Key + Encoding.Latin1.GetString(row.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joins_on_the_day_of_a_stop_is_joined_and_the_stop_stands_for_everything_else()
    {
        await using var town = await TipTown.Build();
        var phone = Carrier.Number();
        await town.Say(phone, "stop", "tips", "1", "0");
        Assert.NotNull(await town.Subscription(phone));
        Assert.True(await town.Town.Services.GetRequiredService<OptOuts>().Stopped(phone, new DateOnly(2026, 11, 23)));
        await town.Command("send", "costs-in-writing", "--anyway", "--confirm");
        await town.Live(TimeSpan.FromMinutes(5));
        Assert.Single(town.TextsTo(phone));
    }

    private static async Task<(string?, string?, string?)> Told(TipTown town, string phone)
    {
        var person = await town.Subscription(phone);
        return (person?.Interest, person?.Province, person?.Language);
    }
}
