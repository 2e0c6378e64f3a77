using Hotline.Localization.Writing;
using Xunit;

namespace Hotline.Tests.Writing;

public sealed class WrittenTests
{
    // Ten in the morning in Phnom Penh.
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 10, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(-0.1, "ឥឡូវនេះ", "now")]
    [InlineData(-20, "២០ វិនាទីមុន", "20 seconds ago")]
    [InlineData(-300, "៥ នាទីមុន", "5 minutes ago")]
    [InlineData(-3 * 3600, "៣ ម៉ោងមុន", "3 hours ago")]
    [InlineData(3 * 3600, "៣ ម៉ោងទៀត", "3 hours from now")]
    [InlineData(-30 * 3600, "ម្សិលមិញ", "yesterday")]
    [InlineData(-50 * 3600, "ម្សិលម្ង៉ៃ", "2 days ago")]
    [InlineData(26 * 3600, "ថ្ងៃស្អែក", "tomorrow")]
    [InlineData(50 * 3600, "ខានស្អែក", "2 days from now")]
    [InlineData(-10 * 86400, "១០ ថ្ងៃមុន", "10 days ago")]
    [InlineData(-70 * 86400, "២ ខែមុន", "2 months ago")]
    [InlineData(-800 * 86400.0, "២ ឆ្នាំមុន", "2 years ago")]
    public void A_moment_is_told_by_its_distance(double seconds, string khmer, string english)
    {
        Assert.Equal(khmer, Written.Ago(Now.AddSeconds(seconds), Now, "km"));
        Assert.Equal(english, Written.Ago(Now.AddSeconds(seconds), Now, "en"));
    }

    [Fact]
    public void Yesterday_is_the_readers_yesterday_whatever_offset_the_moment_was_stored_with()
    {
        // 28 hours before: the 8th in Phnom Penh, and still the 7th in UTC of a 9th that has begun there.
        var then = Now.AddHours(-28);
        Assert.Equal("yesterday", Written.Ago(then.ToUniversalTime(), Now, "en"));
        Assert.Equal("ម្សិលមិញ", Written.Ago(then.ToOffset(TimeSpan.FromHours(-10)), Now, "km"));
    }

    [Fact]
    public void A_date_has_its_full_form()
    {
        Assert.Equal("ថ្ងៃច័ន្ទ ទី៩ ខែមីនា ឆ្នាំ២០២៦", Written.Date(new DateOnly(2026, 3, 9), "km"));
        Assert.Equal("Monday, 9 March 2026", Written.Date(new DateOnly(2026, 3, 9), "en"));
    }

    [Fact]
    public void Every_month_and_every_day_of_the_week_has_its_own_name()
    {
        var year = Enumerable.Range(0, 365).Select(day => Written.Date(new DateOnly(2026, 1, 1).AddDays(day), "km").Split(' ')).ToList();
        Assert.Equal(7, year.Select(parts => parts[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(31, year.Select(parts => parts[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(12, year.Select(parts => parts[2]).Distinct(StringComparer.Ordinal).Count());
        Assert.StartsWith("ថ្ងៃអាទិត្យ", Written.Date(new DateOnly(2026, 3, 8), "km"), StringComparison.Ordinal);
        Assert.StartsWith("ថ្ងៃសៅរ៍", Written.Date(new DateOnly(2026, 3, 14), "km"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "ម៉ោង ១២ យប់", "12:00 AM")]
    [InlineData(5, 30, "ម៉ោង ៥:៣០ ព្រឹក", "5:30 AM")]
    [InlineData(12, 0, "ម៉ោង ១២ ថ្ងៃត្រង់", "12:00 PM")]
    [InlineData(14, 0, "ម៉ោង ២ រសៀល", "2:00 PM")]
    [InlineData(14, 5, "ម៉ោង ២:០៥ រសៀល", "2:05 PM")]
    [InlineData(17, 0, "ម៉ោង ៥ ល្ងាច", "5:00 PM")]
    [InlineData(21, 15, "ម៉ោង ៩:១៥ យប់", "9:15 PM")]
    public void A_time_names_the_part_of_the_day(int hour, int minute, string khmer, string english)
    {
        Assert.Equal(khmer, Written.Time(new TimeOnly(hour, minute), "km"));
        Assert.Equal(english, Written.Time(new TimeOnly(hour, minute), "en"));
    }

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void No_two_minutes_of_a_day_are_written_alike(string language) =>
        Assert.Equal(1440, Enumerable.Range(0, 1440).Select(minute => Written.Time(new TimeOnly(minute / 60, minute % 60), language)).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Lists_end_in_and_or_or()
    {
        Assert.Equal("ក, ខ និង គ", Written.And(["ក", "ខ", "គ"], "km"));
        Assert.Equal("ក ឬ ខ", Written.Or(["ក", " ", "ខ"], "km"));
        Assert.Equal("ក", Written.And(["ក"], "km"));
        Assert.Equal("", Written.Or([], "km"));
        Assert.Equal("a, b, and c", Written.And(["a", "b", "c"], "en"));
        Assert.Equal("a, b, or c", Written.Or(["a", "b", "c"], "en"));
        Assert.Equal("a or b", Written.Or(["a", "b"], "en"));
    }

    [Fact]
    public void Money_is_written_in_the_digits_of_the_note()
    {
        Assert.Equal("20,000 រៀល", Written.Riel(20_000, "km"));
        Assert.Equal("20,000 riel", Written.Riel(20_000, "en"));
        Assert.Equal("50 ដុល្លារ", Written.Dollars(50, "km"));
        Assert.Equal("1 dollar", Written.Dollars(1, "en"));
        Assert.Equal("5,500 dollars", Written.Dollars(5_500, "en"));
    }

    [Fact]
    public void Digits_and_ordinals_are_grouped_and_prefixed()
    {
        Assert.Equal("1,500,000", Written.Digits(1_500_000, "km"));
        Assert.Equal("ទី៣", Written.Ordinal(3, "km"));
        Assert.Equal("3rd", Written.Ordinal(3, "en"));
        Assert.Equal("២០២៦-abc", Written.KhmerDigits("2026-abc"));
        Assert.Equal("two hundred and fifty-six", Written.Number(256, "en"));
    }

    [Fact]
    public void A_language_without_words_is_refused_not_written_in_English()
    {
        Assert.False(Written.Knows("vi"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written.Digits(1, "vi"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written.Number(1, "km-KH"));
    }
}
