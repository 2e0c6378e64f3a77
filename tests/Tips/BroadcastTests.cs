using System.Text.Json;
using Hotline.Functions.Sending;
using Hotline.Functions.Tips;
using Hotline.Functions.ToDos;
using Hotline.Functions.Turns;
using Hotline.Tests.Carriers;
using Hotline.Tests.Outside;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hotline.Tests.Tips;

/// <summary>What an operator sees and does, against the whole gateway.</summary>
public sealed class BroadcastTests
{
    private const string Tip = "costs-in-writing";
    private const string Name = Tip + "-2026-11";

    [Fact]
    public async Task The_cost_is_shown_and_nothing_goes_out_before_it_is_confirmed()
    {
        await using var town = await TipTown.Build();
        await Join(town, 5, "គន្លឹះ", "1");
        await Join(town, 2, "tips", "2");
        await Join(town, 3, "tips", "3");
        foreach (var plan in new[] { await town.Command("show", Tip), await town.Command("send", Tip, "--anyway") })
        {
            Assert.Contains("km  51 units, 1 segment, 5 people: មុនបង់លុយ", plan, StringComparison.Ordinal);
            Assert.Contains("en  68 units, 1 segment, 2 people: Before you pay", plan, StringComparison.Ordinal);
            Assert.Contains("7 people, 7 segments, 0.35 dollars", plan, StringComparison.Ordinal);
            Assert.Contains("Mon 23 Nov 09:00 to Mon 23 Nov 09:00", plan, StringComparison.Ordinal);
        }

        Assert.Contains("10 people", await town.Command("show", Tip, "--all"), StringComparison.Ordinal);
        Assert.Contains("3 people", await town.Command("show", Tip, "--interest", "home"), StringComparison.Ordinal);
        Assert.Contains("0 people", await town.Command("show", Tip, "--province", "Kampot"), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromHours(2));
        Assert.Empty(town.Town.Provider.Ledger.All);
        Assert.Contains("No broadcast", await town.Command("status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "send", Tip, "--confirm")]
    [InlineData("out of season", "send", "after-new-year", "--confirm")]
    [InlineData("no tip", "send", "no-such-tip", "--confirm")]
    [InlineData("--interest stands one of", "show", Tip, "--interest", "moon")]
    [InlineData("--province stands", "show", Tip, "--province", "Atlantis")]
    [InlineData("--nonsense", "show", Tip, "--nonsense")]
    [InlineData("--all is everybody", "show", Tip, "--all", "--interest", "home")]
    [InlineData("There is no broadcast", "stop", "nothing-2026-11")]
    [InlineData("Say what to do", "shout")]
    public async Task What_cannot_be_is_refused_in_one_sentence_and_nothing_is_stored(string named, params string[] command)
    {
        await using var town = await TipTown.Build();
        await Join(town, 1, "tips", "1");
        Assert.Contains(named, await town.Command(command), StringComparison.Ordinal);
        Assert.Equal(0, await town.Rows(RowKeys.AllBroadcasts));
    }

    [Fact]
    public async Task A_tip_that_has_to_be_checked_again_does_not_go_out_just_so()
    {
        await using var town = await TipTown.Build(TipTown.Monday.AddYears(2));
        Assert.Contains("has to be checked against its source again", await town.Command("send", Tip, "--confirm"), StringComparison.Ordinal);
        Assert.Contains("has to be checked", await town.Command("list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_meant_gets_it_once_in_their_language_however_often_the_command_is_run()
    {
        await using var town = await TipTown.Build();
        var khmer = await Join(town, 12, "គន្លឹះ", "1");
        var english = await Join(town, 4, "tips", "2");
        var others = await Join(town, 4, "tips", "3");
        Assert.Contains("16 people were added", await Send(town), StringComparison.Ordinal);
        Assert.Contains("0 people were added", await Send(town), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromHours(1));
        Assert.Contains("0 people were added", await Send(town), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromHours(1));
        Assert.All(khmer, phone => Assert.StartsWith("មុនបង់លុយ", Assert.Single(town.TextsTo(phone)).Body, StringComparison.Ordinal));
        Assert.All(english, phone => Assert.StartsWith("Before you pay", Assert.Single(town.TextsTo(phone)).Body, StringComparison.Ordinal));
        Assert.All(others, phone => Assert.Empty(town.TextsTo(phone)));
        Assert.Contains("4 people were added", await Send(town, "--all"), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromHours(1));
        Assert.Empty(town.Town.Provider.Ledger.Repeated());
        Assert.Equal(20, town.Town.Provider.Ledger.Texts.Count);
        Assert.Equal(0, await town.Rows(RowKeys.AllDead));
    }

    [Fact]
    public async Task Half_way_it_can_be_stopped_and_the_rest_is_never_sent()
    {
        await using var town = await TipTown.Build(null, "--Provider:TextsPerSecond=2");
        await Join(town, 30, "tips", "1");
        await Send(town);
        await town.Live(TimeSpan.FromSeconds(10));
        var sent = town.Town.Provider.Ledger.Texts.Count;
        Assert.InRange(sent, 5, 15);
        Assert.Contains("never sent", await town.Command("stop", Name), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromDays(1));
        Assert.Equal(sent, town.Town.Provider.Ledger.Texts.Count);
        Assert.Contains("stopped before", await town.Command("stop", Name), StringComparison.Ordinal);
        Assert.Contains("goes out no more", await Send(town), StringComparison.Ordinal);
        var ends = (await Status(town)).GetProperty("ends");
        Assert.Equal((sent, 30 - sent), (ends.GetProperty("sent").GetInt32(), ends.GetProperty("stopped").GetInt32()));
    }

    [Fact]
    public async Task What_does_not_fit_before_the_evening_goes_out_the_next_morning()
    {
        await using var town = await TipTown.Build(TipTown.Monday.Date.AddHours(11).AddMinutes(54), "--Provider:TextsPerSecond=1");
        await Join(town, 60, "tips", "1");
        Assert.Contains("to Tue 24 Nov 08:", await Send(town), StringComparison.Ordinal);
        await town.Live(TimeSpan.FromDays(1));
        var hours = new TipHours([]);
        Assert.Equal(60, town.Town.Provider.Ledger.Texts.Count);
        Assert.All(town.Town.Provider.Ledger.Texts, text => Assert.True(hours.Left(text.Accepted) > TimeSpan.Zero));
        Assert.Equal(2, town.Town.Provider.Ledger.Texts.Select(text => TipHours.Today(text.Accepted)).Distinct().Count());
    }

    [Fact]
    public async Task Nobody_gets_two_on_one_day_nor_more_than_two_a_month_whatever_operators_do()
    {
        await using var town = await TipTown.Build();
        var phone = (await Join(town, 1, "tips", "1"))[0];
        foreach (var tip in new[] { "costs-in-writing", "contract-copy", "days-to-call", "numbers-on-paper", "pay-too-high" })
            await town.Command("send", tip, "--anyway", "--confirm");
        await town.Live(TimeSpan.FromDays(40));
        var days = town.TextsTo(phone).Select(text => TipHours.Today(text.Accepted)).ToList();
        Assert.Equal(2, days.Count);
        Assert.Equal(1, days[1].DayNumber - days[0].DayNumber);
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_is_written_to_no_more_often()
    {
        await using var town = await TipTown.Build();
        var phone = (await Join(town, 1, "tips", "1"))[0];
        await Send(town);
        await town.Live(TimeSpan.FromMinutes(10));
        await town.Say(phone, "no tips", "tips", "1", "0");
        await Send(town);
        await town.Command("send", "days-to-call", "--anyway", "--confirm");
        await town.Live(TimeSpan.FromHours(3));
        Assert.Single(town.TextsTo(phone));
        await town.Live(TimeSpan.FromDays(2));
        Assert.Equal(2, town.TextsTo(phone).Count);
    }

    [Fact]
    public async Task Who_leaves_or_stops_between_the_command_and_their_turn_gets_nothing()
    {
        await using var town = await TipTown.Build(TipTown.Monday.AddHours(-5));
        var phones = await Join(town, 6, "tips", "1");
        await Send(town);
        await town.Say(phones[0], "no tips");
        await town.Say(phones[1], "stop");
        await town.Ring(phones[2]);
        // A stop that the carrier tells of, on whatever text.
        await town.Town.Carrier.Post(Carrier.Delivery(phones[3], Carrier.Sid("SM")).With("MessageStatus", "undelivered").With("SmsStatus", "undelivered").Plus("ErrorCode", "21610").Sign());
        await town.Live(TimeSpan.FromHours(8));
        Assert.All(phones.Take(4), phone => Assert.DoesNotContain(town.TextsTo(phone), text => text.Body.StartsWith("Before you pay", StringComparison.Ordinal)));
        Assert.All(phones.Skip(4), phone => Assert.Single(town.TextsTo(phone)));
        var status = await Status(town);
        Assert.Equal((4, 2), (status.GetProperty("ends").GetProperty("left").GetInt32(), status.GetProperty("ends").GetProperty("sent").GetInt32()));
        Assert.Equal((6, 3), (status.GetProperty("joinedSince").GetInt32(), status.GetProperty("leftSince").GetInt32()));
    }

    [Fact]
    public async Task The_status_tells_how_many_reached_a_phone_and_how_many_answered()
    {
        await using var town = await TipTown.Build();
        var phones = await Join(town, 5, "tips", "1");
        town.Town.Provider.OptOuts.Hear(phones[0], Carrier.Line, "STOP");
        await town.Command("send", "border-news", "--anyway", "--confirm");
        await town.Live(TimeSpan.FromHours(1));
        await town.Say(phones[1], "thai1", "stop");
        await town.Say(phones[2], "THAI1");
        await town.Live(TimeSpan.FromHours(1));
        var status = await Status(town, "border-news-2026-11");
        var ends = status.GetProperty("ends");
        Assert.Equal((4, 4, 1), (ends.GetProperty("sent").GetInt32(), ends.GetProperty("delivered").GetInt32(), ends.GetProperty("left").GetInt32()));
        Assert.Equal(2, status.GetProperty("answered").GetInt32());
        Assert.Null(await town.Subscription(phones[0]));
        Assert.Contains("2 of them in the last 30 days", (await town.Command("campaigns")).Split('\n').Single(line => line.StartsWith("tip-border", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_months_only_the_counts_are_left()
    {
        await using var town = await TipTown.Build();
        await Join(town, 3, "tips", "1");
        await Send(town);
        await town.Live(TimeSpan.FromDays(TipPurge.Days - 1));
        await town.Town.Sweeper.SweepOnce();
        Assert.Equal(3, await town.Rows("tipped|"));
        await town.Live(TimeSpan.FromDays(3));
        await town.Town.Sweeper.SweepOnce();
        Assert.Equal(0, await town.Rows("tipped|"));
        Assert.Equal(3, (await Status(town)).GetProperty("ends").GetProperty("sent").GetInt32());
    }

    [Fact]
    public async Task A_text_that_is_owed_never_waits_behind_ten_thousand_tips()
    {
        await using var town = await TipTown.Build(null, "--Provider:TextsPerSecond=1");
        await Join(town, 100, "tips", "1");
        await Send(town);
        // All of them are overdue, as after a night without power.
        town.Town.Clock.Advance(TimeSpan.FromMinutes(10));
        var caller = town.Town.Services.GetRequiredService<Hotline.Functions.Keys.Pseudonyms>().OfNumber("+85510000001");
        var owed = new OwedText(Carrier.Line, "+85510000001", "alert", town.Town.Now.AddHours(1).ToUnixTimeSeconds());
        await town.Town.Store.Commit(caller.Shard, [OwedText.Row(town.Town.Services.GetRequiredService<ToDoRows>(), caller, owed, 0, town.Town.Now)]);
        await town.Town.Sweeper.Round();
        Assert.Equal("alert", Assert.Single(town.Town.Provider.Ledger.Texts).Body);
        for (var second = 0; second < 20; second++)
        {
            town.Town.Clock.Advance(TimeSpan.FromSeconds(1));
            await town.Town.Sweeper.Round();
        }

        Assert.InRange(town.Town.Provider.Ledger.Texts.Count, 18, 21);
    }

    internal static async Task<IReadOnlyList<string>> Join(TipTown town, int people, string word, string interest)
    {
        List<string> phones = [];
        for (var i = 0; i < people; i++)
        {
            phones.Add(Carrier.Number());
            await town.Say(phones[^1], word, interest, "0");
        }

        return phones;
    }

    private static Task<string> Send(TipTown town, params string[] more) => town.Command(["send", Tip, "--anyway", "--confirm", .. more]);

    private static async Task<JsonElement> Status(TipTown town, string name = Name) => JsonSerializer.Deserialize<JsonElement>(await town.Command("status", name, "--json"));
}
