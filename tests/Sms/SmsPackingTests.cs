using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Sms;
using Xunit;

namespace Hotline.Tests.Sms;

public sealed class SmsPackingTests
{
    private static readonly Arbitrary<string[]> Replies = Gen.Choose(0, 6).SelectMany(count => Drafts.Texts(40).ArrayOf(count)).ToArbitrary();

    [Fact]
    public void Two_short_prompts_become_one_message() =>
        Assert.Equal(["យើងជឿអ្នក។\nតើម៉ោងណា?"], SmsPacking.Pack(["យើងជឿអ្នក។", "តើម៉ោងណា?"]));

    [Fact]
    public void Prompts_stay_apart_when_joining_would_cost_a_segment() =>
        Assert.Equal(2, SmsPacking.Pack([new string('ក', 70), new string('ខ', 70)]).Count);

    [Fact]
    public void An_English_prompt_is_not_dragged_into_the_dear_encoding_by_a_Khmer_neighbour() =>
        Assert.Equal(2, SmsPacking.Pack([new string('a', 160), "ជួយ"]).Count);

    [Fact]
    public void Neighbours_join_where_the_whole_would_be_dearer()
    {
        var english = new string('a', 160);
        Assert.Equal(["ក\nខ", english, english], SmsPacking.Pack(["ក", "ខ", english, english]));
    }

    [Fact]
    public void Blank_prompts_and_invisible_characters_are_not_sent() =>
        Assert.Equal(["ជួយខ្ញុំ"], SmsPacking.Pack(["", "ជួយ\u200Bខ្ញុំ", "\u200B "]));

    [Fact]
    public void A_prompt_over_the_providers_limit_is_cut_not_refused()
    {
        var messages = SmsPacking.Pack([string.Concat(Enumerable.Repeat("យើងជឿអ្នក។ ", 200))]);
        Assert.True(messages.Count > 1);
        Assert.All(messages, message => Assert.EndsWith("។", message.TrimEnd(), StringComparison.Ordinal));
        Assert.All(messages, message => Assert.InRange(message.Length, 1, SmsPacking.MaxCharacters));
    }

    [Fact]
    public void Packing_never_costs_more_than_sending_apart() => Check.QuickThrowOnFailure(Prop.ForAll(Replies, prompts =>
        SmsPacking.Pack(prompts).Sum(Segments) <= prompts.Select(SmsText.Clean).Sum(Segments)));

    [Fact]
    public void Packing_keeps_every_prompt_in_order() => Check.QuickThrowOnFailure(Prop.ForAll(Replies, prompts =>
        string.Join('\n', SmsPacking.Pack(prompts)) == string.Join('\n', prompts.Select(SmsText.Clean).Where(prompt => !string.IsNullOrWhiteSpace(prompt)))));

    private static int Segments(string text) => SmsSegments.Measure(text).Segments;
}
