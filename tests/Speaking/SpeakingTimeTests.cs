using Hotline.Localization.Speaking;
using Xunit;

namespace Hotline.Tests.Speaking;

/// <summary>An estimate that orders sentences as a clock would.</summary>
public sealed class SpeakingTimeTests
{
    [Fact]
    public void A_hundred_and_fifty_English_words_take_a_minute() => Assert.InRange(SpeakingTime.Of(string.Join(' ', Enumerable.Repeat("word", 150))), 60, 61);

    [Fact]
    public void The_longest_answer_in_Khmer_takes_three_quarters_of_a_minute() => Assert.InRange(SpeakingTime.Of(string.Concat(Enumerable.Repeat("ស្រី", 260))), 45, 46);

    [Fact]
    public void Digits_are_said_one_by_one() => Assert.Equal(SpeakingTime.Of("1 2 3 4"), SpeakingTime.Of("1234"), 3);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_takes_no_time(string words) => Assert.Equal(0, SpeakingTime.Of(words));

    [Fact]
    public void What_is_added_takes_longer() => Assert.True(SpeakingTime.Of("សូមចុចលេខមួយ។ លាហើយ។") > SpeakingTime.Of("សូមចុចលេខមួយ។") + SpeakingTime.Of("លាហើយ។") - 0.6);
}
