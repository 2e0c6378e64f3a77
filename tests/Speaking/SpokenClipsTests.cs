using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Speaking;
using Hotline.Localization.Writing;
using Hotline.Tests.Golden;
using Hotline.Tests.Reading;
using Xunit;

namespace Hotline.Tests.Speaking;

/// <summary>The speaker's list is what callers hear, no less and no more, and it says what texts say.</summary>
public sealed class SpokenClipsTests
{
    private static readonly string[] Languages = ["km", "en"];

    /// <summary>Every size of number as often as every other.</summary>
    private static readonly Gen<long> Counts =
        from digits in Gen.Choose(1, 9)
        from number in Gen.Choose(0, (int)Math.Pow(10, digits) - 1)
        select (long)number;

    private static readonly Gen<DateOnly> Dates = Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2099, 10, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<(SayAs Kind, string Value)> Values =
        from kind in Gen.Elements(Enum.GetValues<SayAs>())
        from number in Counts
        from date in Dates
        from minute in Gen.Choose(0, 24 * 60 - 1)
        from ahead in Gen.Choose(0, 60)
        let time = new TimeOnly(minute / 60, minute % 60)
        select (kind, kind switch
        {
            SayAs.Digits => $"+{number} or 0{minute}-{number}",
            SayAs.Date or SayAs.Day => SpokenValue.Of(date),
            SayAs.Time => SpokenValue.Of(time),
            SayAs.When => SpokenValue.When(new DateTimeOffset(date.AddDays(ahead), time, TimeSpan.FromHours(7)), new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.FromHours(7))),
            _ => SpokenValue.Of(number),
        });

    [Fact]
    public void Whatever_is_said_is_on_the_list_of_its_kind() => Prop.ForAll(Values.ToArbitrary(), value => Languages.All(language =>
        Speech.Of(value.Kind, value.Value, language) is { Count: > 0 } clips
            && clips.All(clip => Of(value.Kind, language).Contains(clip)))).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData("km")]
    [InlineData("en")]
    public void Whatever_is_on_the_list_is_said_by_some_value(string language)
    {
        var said = Enum.GetValues<SayAs>().SelectMany(kind => Of(kind, language)).ToHashSet();
        Assert.Equal([], SpokenClips.All(language).Select(clip => clip.Name).Except(said));
        Assert.Equal(SpokenClips.All(language).Count, SpokenClips.All(language).Select(clip => clip.Name).Distinct().Count());
        Assert.All(SpokenClips.All(language), clip => Assert.False(string.IsNullOrWhiteSpace(clip.Words), clip.Name));
    }

    [Fact]
    public void A_count_is_said_in_the_words_it_is_written_in() => Prop.ForAll(Counts.ToArbitrary(), number => Languages.All(language =>
        Bare(Speech.Words(Speech.Count(number, language), language)) == Bare(Written.Number(number, language)))).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    /// <summary>The text with its numbers in words, and half and minutes as they are said, is what is heard.</summary>
    [Fact]
    public void Money_dates_and_times_are_said_in_the_words_they_are_written_in() =>
        Prop.ForAll(Values.Where(value => value.Kind is not (SayAs.Digits or SayAs.Count)).ToArbitrary(), value => Languages.All(language =>
            Bare(Speech.Words(Speech.Of(value.Kind, value.Value, language), language)) == Bare(Told.InWords(SpokenValue.Write(value.Kind, value.Value, language)!, language))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    /// <summary>English millions are longer in words than a text that is still read as an answer.</summary>
    [Fact]
    public void A_count_that_was_said_is_read_back_as_the_same_count() => Prop.ForAll(Counts.ToArbitrary(), number => Languages.All(language =>
        (language == "en" && number >= 1_000_000) || Data.Reader.Number(Written.Number(number, language)) == SpokenValue.Of(number))).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void The_catalogues_have_the_same_words_for_the_same_recordings()
    {
        foreach (var catalogue in Hotlines.Context.Phrases.Catalogues)
        {
            var both = SpokenClips.All(catalogue.Language).Where(clip => catalogue.Find(clip.Name) is not null).ToList();
            Assert.Equal(12, both.Count);
            Assert.All(both, clip => Assert.Equal(clip.Words, catalogue.Find(clip.Name)!.Voice!.Source));
        }
    }

    [Fact]
    public void A_language_without_words_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => SpokenClips.All("vi"));

    private static HashSet<string> Of(SayAs kind, string language)
    {
        lock (Lists)
            return Lists.TryGetValue((kind, language), out var list) ? list : Lists[(kind, language)] = [.. SpokenClips.Of(kind, language).Select(clip => clip.Name)];
    }

    private static readonly Dictionary<(SayAs, string), HashSet<string>> Lists = [];

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).ToUpperInvariant();
}
