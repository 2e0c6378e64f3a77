using FsCheck;
using FsCheck.Fluent;
using Hotline.Tests.Khmer;
using Xunit;

namespace Hotline.Tests.Reading;

public class ReaderTests
{
    [Fact]
    public void No_text_makes_the_reader_throw_and_what_it_reads_is_in_its_range() =>
        Prop.ForAll(Texts.Any, text =>
        {
            var choice = Data.Reader.Choice(text, 4);
            var number = Data.Reader.Number(text);
            Data.Words.Contains("danger", text);
            return Data.Reader.YesNo(text) is null or "yes" or "no" or "unknown"
                && choice is null or "1" or "2" or "3" or "4" or "unknown"
                && number is null or "unknown" or { Length: > 0 and <= 12 }
                && Data.Places.Find(text) is null or { Country.Length: 2 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Answers_strung_together_from_real_words_make_nothing_throw()
    {
        var words = Data.Words.Names.SelectMany(Lists.WordsOf).Distinct().ToArray();
        var strung = Gen.Elements(words).ListOf().Select(some => string.Join(' ', some)).ToArbitrary();
        Prop.ForAll(strung, text =>
        {
            Data.Reader.YesNo(text);
            Data.Reader.Number(text);
            Data.Reader.Province(text);
            return !(Data.Words.IsWhole("yes", text) && Data.Words.IsWhole("no", text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
