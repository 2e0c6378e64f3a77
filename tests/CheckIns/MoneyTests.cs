using Hotline.Flows.CheckIns;
using Hotline.Flows.Engine;
using Hotline.Tests.Golden;
using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>Bands, what is left of an income, and what raises a flag.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("usd:50-100", 75.0)]
    [InlineData("usd:0-0", 0.0)]
    [InlineData("khr:200000-400000", 300000.0)]
    public void A_band_has_a_middle_and_comes_back_as_it_was_written(string text, double middle)
    {
        Assert.Equal((decimal)middle, MoneyBand.Parse(text)!.Middle);
        Assert.Equal(text, MoneyBand.Parse(text)!.ToString());
    }

    [Fact]
    public void An_open_band_has_no_middle() => Assert.Equal(("usd:300-", null), (MoneyBand.Parse("usd:300-")!.ToString(), MoneyBand.Parse("usd:300-")!.Middle));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("usd:")]
    [InlineData("usd:50")]
    [InlineData("usd:-50")]
    [InlineData("eur:50-100")]
    [InlineData("usd:a-b")]
    [InlineData("usd:50-100-150")]
    public void What_is_no_band_is_none(string? text) => Assert.Null(MoneyBand.Parse(text));

    [Fact]
    public void Every_key_of_every_money_question_keeps_a_band_without_gaps()
    {
        var states = Hotlines.Context.Flows[CheckInPlaces.Flow].States;
        foreach (var currency in new[] { "riel", "dollars" })
            foreach (var what in new[] { "income", "costs", "debt" })
            {
                var bands = states[$"{what}-{currency}"].Choices.Concat(states[$"{what}-{currency}-more"].Choices).Where(choice => choice.Value.Length > 0).Select(choice => MoneyBand.Parse(choice.Value)!).ToList();
                Assert.Equal(7, bands.Count);
                Assert.All(bands.Zip(bands.Skip(1)), pair => Assert.Equal(pair.First.High, pair.Second.Low));
                Assert.Null(bands[^1].High);
                Assert.All(bands, band => Assert.Equal(currency == "riel" ? MoneyBand.Riel : MoneyBand.Dollars, band.Currency));
            }
    }

    [Theory]
    [InlineData("usd:100-150", "usd:50-100", 50.0)]
    [InlineData("usd:50-100", "usd:100-150", -50.0)]
    [InlineData("usd:0-0", "usd:0-0", 0.0)]
    public void What_is_left_is_the_difference_of_the_middles(string income, string costs, double net) => Assert.Equal((decimal)net, MoneyBand.Net(MoneyBand.Parse(income), MoneyBand.Parse(costs)));

    [Theory]
    [InlineData("usd:300-", "usd:50-100")]
    [InlineData("usd:50-100", "usd:300-")]
    [InlineData("usd:50-100", "khr:0-200000")]
    [InlineData("usd:50-100", null)]
    [InlineData(null, null)]
    public void What_is_left_is_not_guessed(string? income, string? costs) => Assert.Null(MoneyBand.Net(MoneyBand.Parse(income), MoneyBand.Parse(costs)));

    /// <summary>Results as "how safe income costs debt", "-" for what was not told; flags as "kind@which".</summary>
    [Theory]
    [InlineData("", "3 yes usd:50-100 usd:50-100 -")]
    [InlineData("NetAtOrBelowZeroTwice@1", "3 yes usd:50-100 usd:50-100 -", "3 yes usd:50-100 usd:100-150 -")]
    [InlineData("NetAtOrBelowZeroTwice@2", "3 - khr:0-0 khr:0-200000 -", "- - - - -", "3 - khr:0-0 khr:0-0 -")]
    [InlineData("", "3 - usd:50-100 usd:100-150 -", "3 - usd:100-150 usd:50-100 -", "3 - usd:50-100 usd:100-150 -")]
    [InlineData("NetAtOrBelowZeroTwice@1,NetAtOrBelowZeroTwice@2", "- - usd:0-0 usd:0-50 -", "- - usd:0-0 usd:0-50 -", "- - usd:0-0 usd:0-50 -")]
    [InlineData("SafetyDropped@1", "- yes - - -", "- no - - -")]
    [InlineData("SafetyDropped@2", "- yes - - -", "- - - - -", "- no - - -")]
    [InlineData("NotSafe@0", "- no - - -")]
    [InlineData("NotSafe@0,NotSafe@1", "- no - - -", "- no - - -")]
    [InlineData("", "- no - - -", "- yes - - -", "NotSafe@0")]
    [InlineData("MoodDropped@1", "5 - - - -", "3 - - - -")]
    [InlineData("", "5 - - - -", "4 - - - -", "3 - - - -")]
    [InlineData("DebtGrew@1", "- - - - usd:100-300", "- - - - usd:300-700")]
    [InlineData("", "- - - - usd:300-700", "- - - - usd:100-300")]
    [InlineData("", "- - - - usd:100-300", "- - - - khr:400000-1200000")]
    public void Flags_follow_from_the_results_in_their_order(string flags, params string[] results)
    {
        // A last entry that is a flag says what else is expected.
        var expected = string.Join(',', new[] { flags, results[^1].Contains('@', StringComparison.Ordinal) ? results[^1] : "" }.Where(part => part.Length > 0));
        var list = results.Where(result => !result.Contains('@', StringComparison.Ordinal)).Select(Result).ToList();
        Assert.Equal(expected, string.Join(',', CheckInFlags.Of(list).Select(flag => $"{flag.Kind}@{flag.Day.DayNumber - Enrolments.Today.DayNumber}")));
    }

    private static CheckInResult Result(string text, int day)
    {
        var parts = text.Split(' ').Select(part => part == "-" ? null : part).ToArray();
        return new CheckInResult("x", Enrolments.Today.AddDays(day), Channel.Voice, true)
        {
            How = parts[0] is { } how ? how[0] - '0' : null,
            SafeWhereSleeping = parts[1] is { } safe ? safe == "yes" : null,
            Income = MoneyBand.Parse(parts[2]),
            Costs = MoneyBand.Parse(parts[3]),
            Debt = MoneyBand.Parse(parts[4]),
        };
    }
}
