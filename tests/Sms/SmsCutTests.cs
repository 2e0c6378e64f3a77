using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Sms;
using Xunit;

namespace Hotline.Tests.Sms;

public sealed class SmsCutTests
{
    private static readonly Gen<(string Text, int Max)> Cases =
        from text in Drafts.Texts(100)
        from max in Gen.Choose(12, 160)
        select (text, max);

    [Theory]
    [InlineData("សួស្តី។ យើងជឿអ្នក។ អ្នកអាចឈប់បាន។", 16, "សួស្តី។|យើងជឿអ្នក។|អ្នកអាចឈប់បាន។")]
    [InlineData("ជួយខ្ញុំ ឥឡូវនេះ", 12, "ជួយខ្ញុំ|ឥឡូវនេះ")]
    [InlineData("ស្ត្រីស្ត្រី", 8, "ស្ត្រី|ស្ត្រី")]
    [InlineData("បាន?\nមក", 6, "បាន?|មក")]
    [InlineData("hello there. You", 14, "hello there.|You")]
    [InlineData("call 012 311 112 now", 15, "call|012 311 112 now")]
    public void A_cut_falls_where_a_reader_pauses(string text, int max, string parts) =>
        Assert.Equal(parts.Split('|'), SmsCut.Into(text, max));

    [Fact]
    public void A_part_never_starts_with_a_full_stop_or_a_repeat_sign()
    {
        Assert.Equal(["ក", "ខៗ។"], SmsCut.Into("ក ខៗ។", 4));
        Assert.Equal(["ការងា", "រ។"], SmsCut.Into("ការងារ។", 6));
        Assert.Equal(["កក", "ខ ។ល។"], SmsCut.Into("កកខ ។ល។", 6));
    }

    [Fact]
    public void Et_cetera_is_kept_whole() => Assert.Equal(["ដី", "ទឹក។ល។"], SmsCut.Into("ដី ទឹក។ល។", 8));

    [Fact]
    public void A_short_text_is_left_alone()
    {
        Assert.Equal([" ជួយ "], SmsCut.Into(" ជួយ ", 70));
        Assert.Empty(SmsCut.Into("", 70));
    }

    [Fact]
    public void Only_blanks_at_a_cut_are_lost() => Check.QuickThrowOnFailure(Prop.ForAll(Cases.ToArbitrary(), one =>
        WithoutBlanks(string.Concat(SmsCut.Into(one.Text, one.Max))) == WithoutBlanks(one.Text)));

    [Fact]
    public void No_part_is_empty_or_over_the_limit() => Check.QuickThrowOnFailure(Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var gsm = SmsSegments.Measure(one.Text).Encoding == SmsEncoding.Gsm7;
        return SmsCut.Into(one.Text, one.Max).All(part => part.Length > 0 && (gsm ? SmsSegments.Measure(part).Units : part.Length) <= one.Max);
    }));

    [Fact]
    public void No_cluster_is_ever_torn() => Check.QuickThrowOnFailure(Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var at = 0;
        foreach (var part in SmsCut.Into(one.Text, one.Max))
        {
            at = one.Text.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0 || !KhmerLetters.StartsAt(one.Text, at))
                return false;
            at += part.Length;
        }
        return true;
    }));

    [Fact]
    public void A_cluster_longer_than_the_limit_still_ends()
    {
        var monster = "ក" + new string('\u17B6', 300);
        var parts = SmsCut.Into(monster, 70);
        Assert.Equal(monster, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 70));
    }

    private static string WithoutBlanks(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
