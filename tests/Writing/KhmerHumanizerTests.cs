using System.Globalization;
using Hotline.Localization.Writing;
using Humanizer;
using Humanizer.Configuration;
using Humanizer.Localisation;
using Xunit;

namespace Hotline.Tests.Writing;

public sealed class KhmerHumanizerTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 10, 0, 0, TimeSpan.FromHours(7));

    public KhmerHumanizerTests() => KhmerHumanizer.Register();

    [Fact]
    public void Nothing_that_Written_says_in_Khmer_holds_a_Latin_letter_or_an_invisible_character()
    {
        Assert.True(SaysLatin("3 hours ago"), "The detector must see English.");
        var said = EverythingWritten().Concat(EveryRegisteredSurface()).ToList();
        Assert.True(said.Count > 300);
        Assert.All(said, text => Assert.False(SaysLatin(text) || text.Length == 0, text));
    }

    [Fact]
    public void The_same_words_come_whatever_the_machines_culture()
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var here = EverythingWritten().Concat(EnglishSamples()).ToList();
        foreach (var name in new[] { "fr-FR", "km-KH", "ar-SA", "th-TH" })
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            try
            {
                Assert.Equal(here, EverythingWritten().Concat(EnglishSamples()));
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
            }
        }
    }

    [Fact]
    public void Registering_again_changes_nothing_and_English_is_untouched()
    {
        var before = Configurator.Formatters.ResolveForCulture(KhmerHumanizer.Culture);
        KhmerHumanizer.Register();
        Assert.Same(before, Configurator.Formatters.ResolveForCulture(KhmerHumanizer.Culture));
        Assert.Equal("thirty-six", 36.ToWords(English));
        Assert.Equal("3 hours", TimeSpan.FromHours(3).Humanize(culture: English));
        Assert.Equal("ក, ខ, & គ", Configurator.CollectionFormatters.ResolveForCulture(English).Humanize(["ក", "ខ", "គ"], "&"));
    }

    [Fact]
    public void Khmer_of_Cambodia_finds_the_same_words()
    {
        var cambodia = CultureInfo.GetCultureInfo("km-KH");
        Assert.Equal("៣ ម៉ោង", TimeSpan.FromHours(3).Humanize(culture: cambodia));
        Assert.Equal("បី ម៉ោង", TimeSpan.FromHours(3).Humanize(culture: cambodia, toWords: true));
        Assert.Equal("ទីម្ភៃមួយ", 21.ToOrdinalWords(cambodia));
        Assert.Equal("ទី២១", 21.Ordinalize(cambodia));
    }

    [Fact]
    public void Rounding_to_five_minutes_wraps_at_midnight()
    {
        var clock = Configurator.TimeOnlyToClockNotationConverters.ResolveForCulture(KhmerHumanizer.Culture);
        Assert.Equal("ម៉ោង ១២ យប់", clock.Convert(new TimeOnly(23, 58), ClockNotationRounding.NearestFiveMinutes));
        Assert.Equal("ម៉ោង ២:១៥ រសៀល", clock.Convert(new TimeOnly(14, 13), ClockNotationRounding.NearestFiveMinutes));
    }

    private static bool SaysLatin(string text) => text.Any(c => char.IsAsciiLetter(c) || c is '\u200B' or '\u200C' or '\u200D');

    private static IEnumerable<string> EverythingWritten()
    {
        foreach (var n in new[] { 0, 1, 2, 21, 1_500, 100_000 })
        {
            yield return Written.Number(n, "km");
            yield return Written.Digits(n, "km");
            yield return Written.Ordinal(n, "km");
            yield return Written.Riel(n, "km");
            yield return Written.Dollars(n, "km");
            foreach (var minutes in new[] { 0.0, 1, 60, 1440, 10_080, 43_200, 525_600 })
            {
                yield return Written.Ago(Now.AddMinutes(-minutes * Math.Min(n, 30)), Now, "km");
                yield return Written.Ago(Now.AddMinutes(minutes * Math.Min(n, 30)), Now, "km");
            }
        }
        for (var day = 0; day < 366; day++)
            yield return Written.Date(new DateOnly(2028, 1, 1).AddDays(day), "km");
        for (var hour = 0; hour < 24; hour++)
            yield return Written.Time(new TimeOnly(hour, hour), "km");
        yield return Written.And(["ក", "ខ", "គ"], "km");
        yield return Written.Or(["ក", "ខ", "គ"], "km");
    }

    private static IEnumerable<string> EnglishSamples() =>
    [
        Written.Number(1_234, "en"), Written.Digits(1_234, "en"), Written.Ordinal(2, "en"), Written.Ago(Now.AddDays(-1), Now, "en"),
        Written.Date(new DateOnly(2026, 3, 9), "en"), Written.Time(new TimeOnly(14, 5), "en"), Written.And(["a", "b"], "en"),
        Written.Or(["a", "b"], "en"), Written.Riel(2_000, "en"), Written.Dollars(2_000, "en"),
    ];

    private static IEnumerable<string> EveryRegisteredSurface()
    {
        var formatter = Configurator.Formatters.ResolveForCulture(KhmerHumanizer.Culture);
        yield return formatter.DateHumanize_Never();
        yield return formatter.DateHumanize_Now();
        yield return formatter.TimeSpanHumanize_Zero();
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            yield return formatter.TimeUnitHumanize(unit);
            foreach (var count in new[] { 0, 1, 2, 3 })
            {
                yield return formatter.DateHumanize(unit, Tense.Past, count);
                yield return formatter.DateHumanize(unit, Tense.Future, count);
                yield return formatter.TimeSpanHumanize(unit, count, toWords: true);
                yield return formatter.TimeSpanHumanize(unit, count, toWords: false);
            }
        }
        foreach (var unit in Enum.GetValues<DataUnit>())
            yield return formatter.DataUnitHumanize(unit, 2, toSymbol: true) + formatter.DataUnitHumanize(unit, 2, toSymbol: false);
        yield return 3.ToWords(GrammaticalGender.Feminine, KhmerHumanizer.Culture) + Configurator.NumberToWordsConverters.ResolveForCulture(KhmerHumanizer.Culture).ConvertToTuple(2);
        yield return Configurator.DateToOrdinalWordsConverters.ResolveForCulture(KhmerHumanizer.Culture).Convert(Now.DateTime);
        yield return Configurator.CollectionFormatters.ResolveForCulture(KhmerHumanizer.Culture).Humanize([1, 2, 3]);
        yield return Written.KhmerDigits("0123456789");
    }
}
