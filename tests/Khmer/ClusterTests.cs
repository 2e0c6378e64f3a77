using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Khmer;
using Xunit;

namespace Hotline.Tests.Khmer;

public class ClusterTests
{
    [Theory]
    [InlineData("ខ្ញុំ", "ខ្ញុំ")]
    [InlineData("ស្ត្រី", "ស្ត្រី")]
    [InlineData("សង្គ្រោះ", "ស|ង្គ្រោះ")]
    [InlineData("ប៉ូលិស", "ប៉ូ|លិ|ស")]
    [InlineData("ត្រូវការ", "ត្រូ|វ|កា|រ")]
    [InlineData("ប្រទេស", "ប្រ|ទេ|ស")]
    [InlineData("ok ១។", "o|k| |១|។")]
    [InlineData("a\r\nb\r", "a|\r\n|b|\r")]
    [InlineData("ក\U0001F600ខ", "ក|\U0001F600|ខ")]
    [InlineData("ក\u200Bខ", "ក|\u200B|ខ")]
    [InlineData("ស\u17CA\u200C\u17B8ក", "ស\u17CA\u200C\u17B8|ក")]
    [InlineData("\u25CC\u17B6ក\u17D2", "\u25CC\u17B6|ក\u17D2")]
    [InlineData("\u17D2ក", "\u17D2|ក")]
    [InlineData("", "")]
    public void A_text_falls_into_clusters(string text, string expected)
    {
        var parts = KhmerClusters.Of(text).Select(range => text[range]).ToList();
        Assert.Equal(expected, string.Join('|', parts));
        Assert.Equal(parts.Count, KhmerClusters.Count(text));
    }

    [Fact]
    public void The_platform_still_parts_subscripts_which_is_why_we_count_ourselves() =>
        Assert.NotEqual(1, new System.Globalization.StringInfo("ស្ត្រី").LengthInTextElements);

    [Fact]
    public void Clusters_make_up_the_text_and_boundaries_are_their_ends() =>
        Prop.ForAll(Texts.Any, text =>
        {
            var joined = "";
            var ends = new HashSet<int> { 0 };
            foreach (var range in KhmerClusters.Of(text))
            {
                joined += text[range];
                ends.Add(range.End.Value);
            }
            var boundaries = Enumerable.Range(-1, text.Length + 3).Where(i => KhmerClusters.IsBoundary(text, i));
            return string.Equals(joined, text, StringComparison.Ordinal) && ends.SetEquals(boundaries);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_loop_over_clusters_does_not_allocate()
    {
        const string text = "ខ្ញុំត្រូវការជំនួយ";
        Walk(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Walk(text);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static int Walk(string text)
    {
        var sum = 0;
        foreach (var range in KhmerClusters.Of(text))
            sum += range.End.Value;
        return sum;
    }
}
