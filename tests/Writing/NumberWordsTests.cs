using Hotline.Localization.Writing;
using Xunit;

namespace Hotline.Tests.Writing;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "សូន្យ")]
    [InlineData(1, "មួយ")]
    [InlineData(2, "ពីរ")]
    [InlineData(3, "បី")]
    [InlineData(4, "បួន")]
    [InlineData(5, "ប្រាំ")]
    [InlineData(6, "ប្រាំមួយ")]
    [InlineData(7, "ប្រាំពីរ")]
    [InlineData(8, "ប្រាំបី")]
    [InlineData(9, "ប្រាំបួន")]
    [InlineData(10, "ដប់")]
    [InlineData(11, "ដប់មួយ")]
    [InlineData(12, "ដប់ពីរ")]
    [InlineData(13, "ដប់បី")]
    [InlineData(14, "ដប់បួន")]
    [InlineData(15, "ដប់ប្រាំ")]
    [InlineData(16, "ដប់ប្រាំមួយ")]
    [InlineData(17, "ដប់ប្រាំពីរ")]
    [InlineData(18, "ដប់ប្រាំបី")]
    [InlineData(19, "ដប់ប្រាំបួន")]
    [InlineData(20, "ម្ភៃ")]
    [InlineData(36, "សាមសិបប្រាំមួយ")]
    [InlineData(40, "សែសិប")]
    [InlineData(55, "ហាសិបប្រាំ")]
    [InlineData(60, "ហុកសិប")]
    [InlineData(70, "ចិតសិប")]
    [InlineData(80, "ប៉ែតសិប")]
    [InlineData(99, "កៅសិបប្រាំបួន")]
    [InlineData(100, "មួយរយ")]
    [InlineData(256, "ពីររយហាសិបប្រាំមួយ")]
    [InlineData(1_000, "មួយពាន់")]
    [InlineData(10_000, "មួយម៉ឺន")]
    [InlineData(20_005, "ពីរម៉ឺនប្រាំ")]
    [InlineData(100_000, "មួយសែន")]
    [InlineData(1_500_000, "មួយលានប្រាំសែន")]
    [InlineData(123_456_789, "មួយរយម្ភៃបីលានបួនសែនប្រាំម៉ឺនប្រាំមួយពាន់ប្រាំពីររយប៉ែតសិបប្រាំបួន")]
    [InlineData(1_000_000_000, "មួយពាន់លាន")]
    [InlineData(1_000_000_000_000, "មួយលានលាន")]
    [InlineData(-7, "ដកប្រាំពីរ")]
    public void A_number_is_written_as_it_is_said(long number, string words) => Assert.Equal(words, Written.Number(number, "km"));

    [Fact]
    public void No_two_of_the_first_hundred_thousand_numbers_are_written_alike_or_with_anything_but_Khmer_letters()
    {
        var seen = new HashSet<string>(100_000, StringComparer.Ordinal);
        for (var number = 0; number < 100_000; number++)
        {
            var words = Written.Number(number, "km");
            Assert.True(words.AsSpan().IndexOfAnyExceptInRange('\u1780', '\u17D3') < 0, words);
            Assert.True(seen.Add(words), words);
        }
    }

    [Fact]
    public void The_largest_numbers_are_written_too()
    {
        Assert.StartsWith("ដក", Written.Number(long.MinValue, "km"), StringComparison.Ordinal);
        Assert.EndsWith("ប្រាំបី", Written.Number(long.MinValue, "km"), StringComparison.Ordinal);
        Assert.EndsWith("ប្រាំពីរ", Written.Number(long.MaxValue, "km"), StringComparison.Ordinal);
    }
}
