using Hotline.Localization.Numbers;
using Xunit;

namespace Hotline.Tests.Numbers;

public sealed class EmergencyNumbersTests
{
    private static readonly EmergencyNumbers Numbers = EmergencyNumbers.Parse(NumbersFileText.Shipped);

    [Theory]
    [InlineData("KH", "kh-117", "kh-1288")]
    [InlineData("TH", "th-1300", "th-issara")]
    [InlineData("VN", "vn-embassy", "vn-111")]
    [InlineData("MY", "my-embassy-1", "my-mapo")]
    [InlineData("CN", "cn-embassy", "kh-chabdai-1")]
    [InlineData("KR", "kr-embassy", "kr-danuri")]
    [InlineData("kh", "kh-117", "kh-1288")]
    public void Danger_is_answered_by_country(string country, string first, string second) =>
        Assert.Equal([first, second], Numbers.ForDanger(country).Select(number => number.Id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("SG")]
    [InlineData("ZZ")]
    public void A_country_without_advice_gets_numbers_that_any_phone_reaches(string? country)
    {
        var advised = Numbers.ForDanger(country);
        Assert.Equal(2, advised.Count);
        Assert.All(advised, number => Assert.StartsWith("+855", number.Dial(country), StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_police_may_hand_a_person_back_they_are_never_given()
    {
        Assert.Contains(Numbers.All, number => number.Id == "cn-110" && !number.Send);
        foreach (var country in new[] { "CN", "TH", "MY" })
            foreach (var purpose in new[] { "danger", "police", "trafficking", "child", "medical", "women" })
                Assert.DoesNotContain(Numbers.ForDanger(country).Concat(Numbers.For(purpose, country)),
                    number => number.Country == country && number.For.Contains("police"));
    }

    [Fact]
    public void A_number_that_records_its_callers_says_so_in_both_languages()
    {
        var line = Numbers.ForDanger("VN").Single(number => number.Id == "vn-111");
        Assert.NotEqual(line.Warning!.In("km"), line.Warning.In("en"));
    }

    [Fact]
    public void A_number_in_another_country_is_dialled_in_its_international_form()
    {
        var office = Numbers.All.Single(number => number.Id == "kh-protection-police-office");
        Assert.Equal("023 997 919", office.Dial("KH"));
        Assert.Equal("+85523997919", office.Dial("TH"));
        Assert.Equal("+85523997919", office.Dial(null));
        var shortCode = Numbers.All.Single(number => number.Id == "kh-117");
        Assert.Equal("117", shortCode.Dial("KH"));
        Assert.Null(shortCode.Dial("TH"));
    }

    [Fact]
    public void Everything_given_can_be_dialled_from_where_the_caller_is()
    {
        foreach (var country in new string?[] { null, "KH", "TH", "VN", "MY", "CN", "KR", "JP", "SG", "US" })
            foreach (var purpose in Numbers.All.SelectMany(number => number.For).Distinct())
                Assert.All(Numbers.For(purpose, country).Concat(Numbers.ForDanger(country)), number =>
                {
                    Assert.True(number.Send);
                    Assert.NotNull(number.Dial(country));
                });
    }

    [Fact]
    public void A_purpose_is_served_in_the_callers_country_or_else_from_home()
    {
        Assert.Contains(Numbers.For("labour", "TH"), number => number.Id == "th-1694");
        Assert.All(Numbers.For("labour", "JP"), number => Assert.Equal("KH", number.Country));
        Assert.Contains(Numbers.For("child", "KH"), number => number.Id == "kh-1280");
        Assert.Empty(Numbers.For("embassy", "TH"));
        Assert.Empty(Numbers.For("weather", "KH"));
    }

    [Fact]
    public void Nothing_is_verified_yet_and_production_therefore_sends_nothing()
    {
        Assert.Equal(Numbers.All.Count, Numbers.NeverVerified.Count);
        var strict = EmergencyNumbers.Parse(NumbersFileText.Shipped, refuseUnverified: true);
        Assert.Empty(strict.ForDanger("KH"));
        Assert.Empty(strict.For("child", "KH"));
        Assert.Equal(Numbers.All.Count, strict.All.Count);
    }

    [Fact]
    public void A_verified_number_is_sent_and_the_refused_ones_are_replaced_by_the_default()
    {
        var strict = EmergencyNumbers.Parse(NumbersFileText.Verified("kh-1288", "kh-chabdai-1"), refuseUnverified: true);
        Assert.Equal(["kh-1288"], strict.ForDanger("KH").Select(number => number.Id));
        Assert.Equal(["kh-chabdai-1"], strict.ForDanger("TH").Select(number => number.Id));
        Assert.Equal(new DateOnly(2027, 1, 31), strict.All.Single(number => number.Id == "kh-1288").Verified!.On);
        Assert.Equal(strict.All.Count - 2, strict.NeverVerified.Count);
        var childLineOnly = EmergencyNumbers.Parse(NumbersFileText.Verified("kh-1280"), refuseUnverified: true);
        Assert.Equal(["kh-1280"], childLineOnly.ForDanger("KH").Select(number => number.Id));
    }

    [Theory]
    [InlineData("+85512345678", "KH")]
    [InlineData("+66812345678", "TH")]
    [InlineData("+8562012345678", "LA")]
    [InlineData("+85291234567", "HK")]
    [InlineData("+8613812345678", "CN")]
    [InlineData("+12025550123", null)]
    [InlineData("+", null)]
    [InlineData("", null)]
    [InlineData("85512345678", null)]
    [InlineData("+855abc", null)]
    [InlineData("+៨៥៥១២", null)]
    public void A_prefix_tells_the_country(string number, string? country) => Assert.Equal(country, Numbers.CountryOfPrefix(number));
}
