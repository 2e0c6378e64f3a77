using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Sms;
using Hotline.Tests.Node;
using Xunit;

namespace Hotline.Tests.Sms;

public sealed class SmsSegmentsTests
{
    private sealed record Answer(string Encoding, int Segments);

    private static readonly JsonSerializerOptions Lowercase = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public void Every_vector_of_the_carriers_calculator_is_met()
    {
        Assert.Equal(35, SegmentVector.All.Count);
        foreach (var vector in SegmentVector.All.Where(vector => vector.Id != "empty"))
        {
            var size = SmsSegments.Measure(vector.Text);
            Assert.Equal((vector.Id, vector.Encoding, vector.Gsm_septets ?? vector.Utf16_units, vector.Segments_lib),
                (vector.Id, size.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2", size.Units, size.Segments));
        }
    }

    [Fact]
    public void An_empty_text_is_not_sent_and_costs_nothing() => Assert.Equal(0, SmsSegments.Measure("").Segments);

    [Fact]
    public void An_extension_character_is_never_split_from_its_escape()
    {
        // 152 + 2 does not fit 153, so every part ends one septet early: 306 septets would be 2 parts.
        var part = new string('a', 152) + "€";
        Assert.Equal(new SmsSize(SmsEncoding.Gsm7, 306, 3), SmsSegments.Measure(new string('a', 152) + "€" + new string('a', 152)));
        Assert.Equal(154, SmsSegments.Measure(part).Units);
    }

    [Fact]
    public void A_character_longer_than_a_part_is_counted_as_the_network_tears_it() =>
        Assert.Equal(3, SmsSegments.Measure("ក" + new string('\u17B6', 200)).Segments);

    [Fact]
    public void Generated_texts_cost_what_the_carriers_calculator_says()
    {
        var texts = Drafts.Texts(120).Sample(600, 100).Where(text => text.Length > 0).Distinct().ToList();
        var answers = JsonSerializer.Deserialize<List<Answer>>(NodePeers.Run("segments.js", JsonSerializer.Serialize(texts)), Lowercase)!;
        Assert.InRange(texts.Count, 300, 600);
        Assert.Equal(texts.Count, answers.Count);
        var differing = texts.Zip(answers).Where(pair => !Agrees(pair.First, pair.Second)).ToList();
        Assert.True(differing.Count == 0, $"{differing.Count} of {texts.Count} differ, first: {JsonSerializer.Serialize(differing.FirstOrDefault().First)}");
        // The comparison would be empty if the texts were all short: the plain formula must fail on some of them.
        Assert.Contains(texts.Zip(answers), pair => pair.Second.Encoding == "UCS-2" && pair.First.Length > 70 && pair.Second.Segments != (pair.First.Length + 66) / 67);
        Assert.Contains(answers, answer => answer is { Encoding: "GSM-7", Segments: > 1 });
    }

    [Fact]
    public void Measuring_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("ស្ត្រី ខ្ញុំ 😀។ ", 20));
        SmsSegments.Measure(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            SmsSegments.Measure(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool Agrees(string text, Answer answer)
    {
        var size = SmsSegments.Measure(text);
        return size.Segments == answer.Segments && answer.Encoding == (size.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2");
    }
}
