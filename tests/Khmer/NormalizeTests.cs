using FsCheck;
using FsCheck.Fluent;
using Hotline.Localization.Khmer;
using Xunit;

namespace Hotline.Tests.Khmer;

public class NormalizeTests
{
    [Theory]
    [InlineData("179F 17D2 179A 17D2 178F 17B8", "179F 17D2 178F 17D2 179A 17B8")]          // 1 subscript ro first
    [InlineData("179F 17D2 178A 17B8", "179F 17D2 178F 17B8")]                              // 2 subscript da and ta
    [InlineData("1791 17C1 17B6 179F", "1791 17C4 179F")]                                   // 3 e + aa
    [InlineData("1792 17D2 179C 17C1 17B8", "1792 17D2 179C 17BE")]                         // 4 e + ii
    [InlineData("1792 17D2 179C 17B8 17C1", "1792 17D2 179C 17BE")]                         // 5 ii + e
    [InlineData("179F 17B7 1791 17B7 17D2 1792", "179F 17B7 1791 17D2 1792 17B7")]          // 6 vowel before subscript
    [InlineData("1794 17BC 17C9 179B 17B7 179F", "1794 17C9 17BC 179B 17B7 179F")]          // 7 shifter after vowel
    [InlineData("1793 17C6 17B6", "1793 17B6 17C6")]                                        // 8 nikahit before aa
    [InlineData("1781 17D2 1789 17C6 17BB", "1781 17D2 1789 17BB 17C6")]                    // 9 nikahit before u
    [InlineData("1787 17C6 200B 1793 17BD 1799", "1787 17C6 1793 17BD 1799")]               // 10 zero-width space
    [InlineData("179F 17CA 200C 17B8", "179F 17CA 17B8")]                                   // 11 zero-width non-joiner
    [InlineData("1787 17B6 17B6", "1787 17B6")]                                             // 12 doubled vowel
    [InlineData("1781 17D2 17D2 1789 17BB 17C6", "1781 17D2 1789 17BB 17C6")]               // 13 doubled coeng
    [InlineData("17B2 17D2 1799", "17B1 17D2 1799")]                                        // 14 two letters for "give"
    [InlineData("17A3 178F 17CB", "17A2 178F 17CB")]                                        // 15 deprecated letter
    [InlineData("1787 17D3 1793 17BD 1799", "1787 17C6 1793 17BD 1799")]                    // 16 bathamasat for nikahit
    [InlineData("1780 17D2 17DD 178F", "1780 17D2 178F 17D1")]                              // 17 order that NFC damaged
    [InlineData("179B 17C1 1781 17E1", "179B 17C1 1781 0031")]                              // 18 Khmer digit
    [InlineData("1785 17B6 17C7 17C7", "1785 17B6 17C7")]                                   // 19 doubled final
    [InlineData("179F 17D2 17B8 178F", "179F 17D2 178F 17B8")]                              // 20 mark between coeng and consonant
    public void Spellings_that_look_alike_become_one(string written, string canonical)
    {
        Assert.NotEqual(Word(written), Word(canonical));
        Assert.Equal(Word(canonical), KhmerText.Normalize(Word(written)));
        Assert.Equal(Word(canonical), KhmerText.Normalize(Word(canonical)));
    }

    [Theory]
    [InlineData("17A4", "17A2 17B6")]
    [InlineData("17A8", "17A7 1780")]
    [InlineData("17D8", "17D4 179B 17D4")]
    [InlineData("FF11 0E52 0ED3 17F4", "0031 0032 0033 0034")]
    [InlineData("0031 FE0F 20E3", "0031")]
    [InlineData("1780 17D2", "1780")]
    [InlineData("17D2 1780", "1780")]
    [InlineData("1780 17C1 17BE", "1780 17BE")]
    [InlineData("1780 17D2 179A 17D2 179A", "1780 17D2 179A")]
    [InlineData("D800 0041", "FFFD 0061")]
    [InlineData("FFFE", "FFFD")]
    [InlineData("0045 0301", "00E9")]
    public void Other_folding_rules(string written, string canonical) =>
        Assert.Equal(Word(canonical), KhmerText.Normalize(Word(written)));

    [Theory]
    [InlineData("ជួយ សូមជួយ ជំនួយ ត្រូវការ ចង់ សង្គ្រោះ រាយការណ៍ ជួញមនុស្ស មេខ្យល់ ឈ្មួញ ភ្នាក់ងារ ធ្វើការ ការងារ")]
    [InlineData("បង្ខំ ថៅកែ មេការ ចៅហ្វាយ ប្រទេសថៃ ម៉ាឡេស៊ី វៀតណាម កូរ៉េ លិខិតឆ្លងដែន ប៉ាស្ព័រ អត្តសញ្ញាណប័ណ្ណ ប៉ូលិស")]
    [InlineData("គ្រោះថ្នាក់ បន្ទាន់ អាសន្ន សុវត្ថិភាព ឈប់ បញ្ឈប់ បាទ ចាស ចា៎ បាន យល់ព្រម មែន ហ្នឹងហើយ អត់ទេ មិនមែន ត្រឡប់ក្រោយ")]
    [InlineData("ម៉ឺនុយ ម្តងទៀត ចាប់ផ្តើម ភាសាខ្មែរ អង់គ្លេស លុបចោល បុគ្គលិក អ្នកប្រឹក្សា ទូរស័ព្ទមក ប្រាក់ខែ ជំពាក់ កិច្ចសន្យា")]
    [InlineData("ឃុំឃាំង រត់គេច វាយ គំរាម រំលោភ បោកប្រាស់ កាស៊ីណូ មន្ទីរពេទ្យ កុមារ គ្រួសារ ភ័យ សម្ងាត់ កប៉ាល់ រៀបការ មេធាវី")]
    public void A_well_spelt_word_stays_the_same_object(string words) => Assert.Same(words, KhmerText.Normalize(words));

    [Fact]
    public void Ascii_in_lower_case_stays_the_same_object_and_capitals_go_down()
    {
        const string plain = "ot te, 12!\r\n";
        Assert.Same(plain, KhmerText.Normalize(plain));
        Assert.Equal("stop", KhmerText.Normalize("STOP"));
        // The Turkish dotless i must not depend on where the program runs.
        Assert.Equal("quit", KhmerText.Normalize("QUIT"));
    }

    [Theory]
    [InlineData("ប៉ូលីស", "ប៉ូលិស")]
    [InlineData("អត", "អត់")]
    [InlineData("កុម្ភៈ", "កុម្ភះ")]
    [InlineData("អោយ", "ឱ្យ")]
    public void The_loose_form_unites_what_people_leave_out(string one, string other)
    {
        Assert.NotEqual(KhmerText.Normalize(one), KhmerText.Normalize(other));
        Assert.Equal(KhmerText.Loose(KhmerText.Normalize(one)), KhmerText.Loose(KhmerText.Normalize(other)));
    }

    [Fact]
    public void The_loose_form_also_unites_yes_and_old_which_is_why_short_words_stay_out() =>
        Assert.Equal(KhmerText.Loose("ចាស"), KhmerText.Loose("ចាស់"));

    [Fact]
    public void Any_string_normalizes_and_a_second_time_changes_nothing() =>
        Prop.ForAll(Texts.Any, text =>
        {
            var once = KhmerText.Normalize(text);
            return string.Equals(once, KhmerText.Normalize(once), StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Every_single_character_and_every_pair_of_khmer_characters_is_stable()
    {
        for (var c = 0; c <= 0xFFFF; c++)
            AssertStable(((char)c).ToString());
        for (var a = '\u1780'; a <= '\u17FF'; a++)
            for (var b = '\u1780'; b <= '\u17FF'; b++)
                AssertStable($"{a}{b}\u0301{a}");
    }

    private static void AssertStable(string text)
    {
        var once = KhmerText.Normalize(text);
        Assert.Equal(once, KhmerText.Normalize(once));
    }

    private static string Word(string codes) => string.Concat(codes.Split(' ').Select(c => (char)Convert.ToInt32(c, 16)));
}
