using System.Globalization;
using Hotline.Localization.Speaking;
using Xunit;

namespace Hotline.Tests.Speaking;

/// <summary>What a caller hears, word for word. "|" stands between two recordings.</summary>
public sealed class SpeechTests
{
    [Theory]
    [InlineData(0, "សូន្យ", "zero")]
    [InlineData(1, "មួយ", "one")]
    [InlineData(5, "ប្រាំ", "five")]
    [InlineData(6, "ប្រាំមួយ", "six")]
    [InlineData(9, "ប្រាំបួន", "nine")]
    [InlineData(10, "ដប់", "ten")]
    [InlineData(11, "ដប់|មួយ", "eleven")]
    [InlineData(16, "ដប់|ប្រាំមួយ", "sixteen")]
    [InlineData(20, "ម្ភៃ", "twenty")]
    [InlineData(21, "ម្ភៃ|មួយ", "twenty|one")]
    [InlineData(30, "សាមសិប", "thirty")]
    [InlineData(47, "សែសិប|ប្រាំពីរ", "forty|seven")]
    [InlineData(60, "ហុកសិប", "sixty")]
    [InlineData(99, "កៅសិប|ប្រាំបួន", "ninety|nine")]
    [InlineData(100, "មួយ|រយ", "one|hundred")]
    [InlineData(105, "មួយ|រយ|ប្រាំ", "one|hundred|and|five")]
    [InlineData(555, "ប្រាំ|រយ|ហាសិប|ប្រាំ", "five|hundred|and|fifty|five")]
    [InlineData(1_000, "មួយ|ពាន់", "one|thousand")]
    [InlineData(5_100, "ប្រាំ|ពាន់|មួយ|រយ", "five|thousand|one|hundred")]
    [InlineData(10_000, "មួយ|ម៉ឺន", "ten|thousand")]
    [InlineData(12_345, "មួយ|ម៉ឺន|ពីរ|ពាន់|បី|រយ|សែសិប|ប្រាំ", "twelve|thousand|three|hundred|and|forty|five")]
    [InlineData(60_006, "ប្រាំមួយ|ម៉ឺន|ប្រាំមួយ", "sixty|thousand|and|six")]
    [InlineData(100_000, "មួយ|សែន", "one|hundred|thousand")]
    [InlineData(250_000, "ពីរ|សែន|ប្រាំ|ម៉ឺន", "two|hundred|and|fifty|thousand")]
    [InlineData(1_000_000, "មួយ|លាន", "one|million")]
    [InlineData(1_500_000, "មួយ|លាន|ប្រាំ|សែន", "one|million|five|hundred|thousand")]
    [InlineData(20_000_000, "ម្ភៃ|លាន", "twenty|million")]
    [InlineData(999_999_999, "ប្រាំបួន|រយ|កៅសិប|ប្រាំបួន|លាន|ប្រាំបួន|សែន|ប្រាំបួន|ម៉ឺន|ប្រាំបួន|ពាន់|ប្រាំបួន|រយ|កៅសិប|ប្រាំបួន",
        "nine|hundred|and|ninety|nine|million|nine|hundred|and|ninety|nine|thousand|nine|hundred|and|ninety|nine")]
    public void A_count_is_said_as_people_count(long number, string khmer, string english)
    {
        Assert.Equal(khmer, Words(Speech.Count(number, "km"), "km"));
        Assert.Equal(english, Words(Speech.Count(number, "en"), "en"));
    }

    [Theory]
    [InlineData(1_000_000_000, "say.1|say.0|say.0|say.0|say.0|say.0|say.0|say.0|say.0|say.0")]
    [InlineData(-7, "say.7")]
    public void What_is_no_count_is_said_digit_by_digit(long number, string clips) =>
        Assert.Equal(clips, string.Join('|', Speech.Count(number, "km")));

    [Fact]
    public void Money_ends_in_its_currency()
    {
        Assert.Equal("ពីរ|សែន|ប្រាំ|ម៉ឺន|រៀល", Words(Speech.Riel(250_000, "km"), "km"));
        Assert.Equal("two|hundred|and|fifty|thousand|riel", Words(Speech.Riel(250_000, "en"), "en"));
        Assert.Equal("មួយ|ដុល្លារ", Words(Speech.Dollars(1, "km"), "km"));
        Assert.Equal("one|dollar", Words(Speech.Dollars(1, "en"), "en"));
        Assert.Equal("ពីរ|រយ|ដុល្លារ", Words(Speech.Dollars(200, "km"), "km"));
        Assert.Equal("two|hundred|dollars", Words(Speech.Dollars(200, "en"), "en"));
    }

    [Theory]
    [InlineData("2027-01-04", true, true, "ថ្ងៃច័ន្ទ|ទី|បួន|ខែមករា|ឆ្នាំ|ពីរ|ពាន់|ម្ភៃ|ប្រាំពីរ", "Monday|four|January|two|thousand|and|twenty|seven")]
    [InlineData("2028-02-29", true, false, "ថ្ងៃអង្គារ|ទី|ម្ភៃ|ប្រាំបួន|ខែកុម្ភៈ", "Tuesday|twenty|nine|February")]
    [InlineData("2027-04-14", false, false, "ថ្ងៃទី|ដប់|បួន|ខែមេសា", "fourteen|April")]
    [InlineData("2027-10-31", false, true, "ថ្ងៃទី|សាមសិប|មួយ|ខែតុលា|ឆ្នាំ|ពីរ|ពាន់|ម្ភៃ|ប្រាំពីរ", "thirty|one|October|two|thousand|and|twenty|seven")]
    public void A_date_is_said_with_or_without_weekday_and_year(string date, bool weekday, bool year, string khmer, string english)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        Assert.Equal(khmer, Words(Speech.Date(day, "km", weekday, year), "km"));
        Assert.Equal(english, Words(Speech.Date(day, "en", weekday, year), "en"));
    }

    [Theory]
    [InlineData("00:00", "ម៉ោង|ដប់|ពីរ|យប់", "twelve|AM")]
    [InlineData("03:59", "ម៉ោង|បី|ហាសិប|ប្រាំបួន|នាទី|យប់", "three|fifty|nine|AM")]
    [InlineData("08:00", "ម៉ោង|ប្រាំបី|ព្រឹក", "eight|AM")]
    [InlineData("08:05", "ម៉ោង|ប្រាំបី|ប្រាំ|នាទី|ព្រឹក", "eight|oh|five|AM")]
    [InlineData("12:10", "ម៉ោង|ដប់|ពីរ|ដប់|នាទី|ថ្ងៃត្រង់", "twelve|ten|PM")]
    [InlineData("14:15", "ម៉ោង|ពីរ|ដប់|ប្រាំ|នាទី|រសៀល", "two|fifteen|PM")]
    [InlineData("14:30", "ម៉ោង|ពីរ|កន្លះ|រសៀល", "two|thirty|PM")]
    [InlineData("17:00", "ម៉ោង|ប្រាំ|ល្ងាច", "five|PM")]
    [InlineData("22:45", "ម៉ោង|ដប់|សែសិប|ប្រាំ|នាទី|យប់", "ten|forty|five|PM")]
    public void A_time_is_said_with_its_part_of_the_day(string time, string khmer, string english)
    {
        var clock = TimeOnly.Parse(time, CultureInfo.InvariantCulture);
        Assert.Equal(khmer, Words(Speech.Time(clock, "km"), "km"));
        Assert.Equal(english, Words(Speech.Time(clock, "en"), "en"));
    }

    [Theory]
    [InlineData("117", "1|1|7")]
    [InlineData("6338 6432", "6|3|3|8|pause|6|4|3|2")]
    [InlineData("023 997-919", "0|2|3|pause|9|9|7|pause|9|1|9")]
    [InlineData("+855 23", "plus|8|5|5|pause|2|3")]
    [InlineData("117, 119 ឬ 1288", "1|1|7|pause|1|1|9|or|1|2|8|8")]
    [InlineData("117 or +85512", "1|1|7|or|plus|8|5|5|1|2")]
    [InlineData(" 9. ", "9")]
    [InlineData("", "")]
    public void Digits_are_said_one_by_one_with_a_pause_between_groups(string text, string clips) =>
        Assert.Equal(clips, string.Join('|', Speech.Digits(text).Select(clip => clip["say.".Length..])));

    private static string Words(IReadOnlyList<string> clips, string language) =>
        string.Join('|', clips.Select(clip => SpokenClips.All(language).Single(item => item.Name == clip).Words));
}
