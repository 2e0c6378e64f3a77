using Hotline.Localization.Sms;
using Xunit;

namespace Hotline.Tests.Sms;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData("ជួយ\u200Bខ្ញុំ", "ជួយខ្ញុំ")]
    [InlineData("\uFEFFa\u00ADb\u200C\u200D\u2060c", "abc")]
    [InlineData("a\tb\r\nc\rd\u2028e", "a b\nc\nd\ne")]
    [InlineData("a\0\u0007\u001B\u007F\u0085b", "a\nb")]
    [InlineData("a\uFFFE\uFFFFb", "ab")]
    [InlineData("\u202Egnp\u202C.\u200F", "gnp.")]
    public void What_cannot_be_seen_is_not_sent(string text, string clean) => Assert.Equal(clean, SmsText.Clean(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_sent() => Assert.Equal("abc😀", SmsText.Clean("a\uD83Db\uDE00c😀\uD83D"));

    [Fact]
    public void A_clean_text_is_returned_as_it_is()
    {
        const string text = "សួស្តី។\nhello 😀";
        Assert.Equal(text, SmsText.Clean(text));
        var plain = "សួស្តី។\nhello";
        Assert.Same(plain, SmsText.Clean(plain));
    }
}
