using Xunit;

namespace Hotline.Tests.CheckIns;

/// <summary>What may not be agreed on, and why.</summary>
public sealed class EnrolmentCheckTests
{
    [Fact]
    public void The_sample_has_no_problem() => Assert.Equal([], Enrolments.Problems(Enrolments.Good));

    [Theory]
    [InlineData("ផ្កាឈូក")]
    [InlineData("ទឹកដោះគោ")]
    [InlineData("មាន់អាំង")]
    [InlineData("អំពៅស")]
    [InlineData("ភ្លៀងធ្លាក់")]
    [InlineData("កង្កែប")]
    [InlineData("green papaya")]
    [InlineData("umbrella")]
    [InlineData("sewing basket")]
    [InlineData("mlou thnaot")]
    [InlineData("krolan")]
    public void An_ordinary_word_is_taken(string word)
    {
        Assert.Equal([], Enrolments.Problems(Enrolments.Good with { SafeWord = word }));
        Assert.Equal([], Enrolments.Problems(Enrolments.Good with { DuressWord = word }));
    }

    [Theory]
    // Yes and no, in three scripts.
    [InlineData("យល់ព្រម")]
    [InlineData("ពិតមែន")]
    [InlineData("អត់ទេ")]
    [InlineData("មិនមែនទេ")]
    [InlineData("yol prom")]
    [InlineData("of course")]
    [InlineData("never")]
    [InlineData("ot ban te")]
    // I do not know, skip, done.
    [InlineData("មិនដឹងទេ")]
    [InlineData("don't know")]
    [InlineData("រំលងទៅ")]
    [InlineData("romlong")]
    [InlineData("finished")]
    [InlineData("រួចរាល់ហើយ")]
    // Numbers and choices.
    [InlineData("eleven")]
    [InlineData("ប្រាំពីរ")]
    [InlineData("សាមសិប")]
    [InlineData("twenty three")]
    [InlineData("number one")]
    [InlineData("លេខប្រាំ")]
    [InlineData("the second")]
    [InlineData("ដប់ពីរនាក់")]
    // Everywhere words.
    [InlineData("unsubscribe")]
    [InlineData("cancel")]
    [InlineData("ឈប់ផ្ញើសារ")]
    [InlineData("chhob phnher")]
    [InlineData("delete everything")]
    [InlineData("លុបចោល")]
    [InlineData("ជួយខ្ញុំផង")]
    [InlineData("chuoy khnhom")]
    [InlineData("emergency")]
    [InlineData("និយាយជាមួយមនុស្ស")]
    [InlineData("operator")]
    [InlineData("english")]
    [InlineData("ភាសាខ្មែរ")]
    [InlineData("ម៉ឺនុយ")]
    [InlineData("repeat")]
    [InlineData("ត្រឡប់ក្រោយ")]
    [InlineData("go on")]
    // Greetings and thanks.
    [InlineData("សួស្តី")]
    [InlineData("ជម្រាបសួរ")]
    [InlineData("good morning")]
    [InlineData("chumreap suor")]
    [InlineData("អរគុណច្រើន")]
    [InlineData("thank you")]
    [InlineData("orkun chran")]
    // Places.
    [InlineData("បាត់ដំបង")]
    [InlineData("Battambang")]
    [InlineData("kompong cham")]
    [InlineData("ប៉ោយប៉ែត")]
    [InlineData("Thailand")]
    [InlineData("ម៉ាឡេស៊ី")]
    // Danger, and what tells what the line is for.
    [InlineData("kidnapped")]
    [InlineData("គេវាយខ្ញុំ")]
    [InlineData("locked in")]
    [InlineData("ប៉ូលិស")]
    [InlineData("shelter")]
    [InlineData("ជនរងគ្រោះ")]
    [InlineData("traffick")]
    // Campaign words, answers of a check-in, words of a report.
    [InlineData("វិទ្យុ១")]
    [InlineData("radio1")]
    [InlineData("poipet1")]
    [InlineData("សុខសប្បាយ")]
    [InlineData("sok sabay")]
    [InlineData("want to talk")]
    [InlineData("ហៅមកខ្ញុំ")]
    [InlineData("not now")]
    [InlineData("ចាំពេលក្រោយ")]
    [InlineData("neighbour")]
    [InlineData("employer")]
    [InlineData("ថៅកែ")]
    // Too short, too long, not letters.
    [InlineData("ផ្កា")]
    [InlineData("ស")]
    [InlineData("rose")]
    [InlineData("a")]
    [InlineData("ផ្កាឈូកផ្កាឈូកផ្កាឈូកផ្កាឈូកផ្កាឈូក")]
    [InlineData("an umbrella that nobody may open")]
    [InlineData("4837")]
    [InlineData("mango7")]
    [InlineData("🌸🌸🌸🌸🌸")]
    [InlineData("mango-rice!")]
    [InlineData("ทุเรียน")]
    [InlineData("1733 7944 7798 7503")]
    public void A_word_that_means_something_is_refused_in_either_place(string word)
    {
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { SafeWord = word }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { DuressWord = word }));
    }

    [Theory]
    [InlineData("ស្វាយទុំ", "ស្វាយទុំ")]
    [InlineData("ស្វាយទុំ", "ស្វាយ ទុំ។")]
    [InlineData("ស្វាយទុំ", "ស្វាយទុំៗ")]
    [InlineData("ភ្លៀងធ្លាក់", "ភ្លៀងធ្លាក")]
    [InlineData("ផ្កាឈូក", "ផ្កាឈូកស")]
    [InlineData("ផ្កាឈូក", "ផ្កាឈុក")]
    [InlineData("umbrella", "Umbrella")]
    [InlineData("umbrella", "umbrela")]
    [InlineData("umbrella", "umbrellas")]
    [InlineData("umbrella", "unbrella")]
    [InlineData("umbrella", "umberlla")]
    [InlineData("green mango", "greenmango")]
    [InlineData("thnaot chas", "tnaot jas")]
    [InlineData("krolan", "kralan")]
    [InlineData("kompleang", "kampleang")]
    public void Two_words_that_a_tired_hand_mixes_up_are_refused(string safe, string duress)
    {
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { SafeWord = safe, DuressWord = duress }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { SafeWord = duress, DuressWord = safe }));
    }

    [Theory]
    [InlineData("4837", "2915", true)]
    [InlineData("483", "291", true)]
    [InlineData("483726", "915", true)]
    [InlineData("4837", "4837", false)]
    [InlineData("4837", "483", false)]
    [InlineData("4837", "48379", false)]
    [InlineData("4837", "4838", false)]
    [InlineData("4837", "4873", false)]
    [InlineData("4837", "437", false)]
    [InlineData("48", "2915", false)]
    [InlineData("4837261", "2915", false)]
    [InlineData("48a7", "2915", false)]
    [InlineData("៤៨៣៧", "2915", false)]
    [InlineData("000", "2915", false)]
    [InlineData("7777", "2915", false)]
    [InlineData("123", "2915", false)]
    [InlineData("4321", "2915", false)]
    [InlineData("456789", "2915", false)]
    [InlineData("1998", "2915", false)]
    [InlineData("2026", "2915", false)]
    [InlineData("4848", "2915", false)]
    [InlineData("117", "2915", false)]
    [InlineData("1280", "2915", false)]
    public void Key_codes_are_long_enough_unlike_and_not_what_anyone_tries_first(string safe, string duress, bool good)
    {
        Assert.Equal(good, Enrolments.Problems(Enrolments.Good with { SafeCode = safe, DuressCode = duress }).Count == 0);
        Assert.Equal(good, Enrolments.Problems(Enrolments.Good with { SafeCode = duress, DuressCode = safe }).Count == 0);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("5", true)]
    [InlineData("6", false)]
    [InlineData("0", false)]
    [InlineData("x", false)]
    [InlineData("ត្រី១គីឡូ ១២០០០រៀល។", true)]
    [InlineData("Rice is 2000 today.", true)]
    [InlineData("ប៉ូលិសនៅណា?", false)]
    [InlineData("ជនរងគ្រោះ សុខសប្បាយទេ?", false)]
    [InlineData("Are you safe from the traffickers?", false)]
    [InlineData("See https://example.org", false)]
    [InlineData("one\ntwo three", false)]
    [InlineData("ថ្ងៃនេះមានត្រីស្រស់ និងបន្លែស្រស់ៗច្រើនណាស់ សូមអញ្ជើញមកទិញនៅផ្សារជាមួយគ្នាណា បង", false)]
    public void Their_own_opener_or_talk_is_one_message_and_tells_nothing(string text, bool good)
    {
        Assert.Equal(good, Enrolments.Problems(Enrolments.Good with { Opener = text }).Count == 0);
        Assert.Equal(good, Enrolments.Problems(Enrolments.Good with { Talk = text }).Count == 0);
    }

    [Fact]
    public void A_word_that_stands_in_the_opener_is_refused() =>
        Assert.Contains(Enrolments.Problems(Enrolments.Good with { Opener = "មានស្វាយទុំលក់ មកទិញណា" }), problem => problem.Contains("anyone reads it", StringComparison.Ordinal));

    [Fact]
    public void Each_channel_needs_its_own_pair()
    {
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { SafeWord = null }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { DuressCode = null }));
        Assert.Equal([], Enrolments.Problems(Enrolments.Good with { Channel = Flows.CheckIns.Reach.Voice, SafeWord = null, DuressWord = null }));
        Assert.Equal([], Enrolments.Problems(Enrolments.Good with { Channel = Flows.CheckIns.Reach.Text, SafeCode = null, DuressCode = null }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void One_to_five_tries(int tries, bool good) => Assert.Equal(good ? [] : ["The tries have to be 1 to 5."], Enrolments.Problems(Enrolments.Good with { Tries = tries }));

    [Fact]
    public void Days_and_hours_have_to_make_sense()
    {
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { ConsentOn = Enrolments.Today.AddDays(1) }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { Start = Enrolments.Good.ConsentOn.AddDays(-1) }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { To = Enrolments.Good.From }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { From = new TimeOnly(23, 0), To = new TimeOnly(1, 0) }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { Cadence = new([new(4, false), new(2, false)], new(2, true)) }));
        Assert.NotEmpty(Enrolments.Problems(Enrolments.Good with { Language = "fr" }));
    }

    [Fact]
    public void No_problem_repeats_a_word_or_a_code()
    {
        var problems = Enrolments.Problems(Enrolments.Good with { SafeWord = "kidnapped", DuressWord = "kidnapped", SafeCode = "12345", DuressCode = "12345", Opener = "the police came" });
        Assert.True(problems.Count >= 5);
        Assert.All(problems, problem => Assert.False(problem.Contains("kidnapped", StringComparison.Ordinal) || problem.Contains("12345", StringComparison.Ordinal) || problem.Contains("police", StringComparison.Ordinal), problem));
    }
}
