using System.Diagnostics;
using Hotline.Localization.Answers;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Answers;

/// <summary>
/// "fresh-held" and "fresh-tuned" are the two halves, drawn by lot, of 425 questions that three others wrote before looking at the bank. Nobody who
/// works on the finder looks at "fresh-held": it was measured once, 93 % first right, 97 % among three, 1 % wrongly sure (whether it tells of
/// trouble follows there from its answer and was judged by nobody, so its bar is lower). Of "fresh-tuned" two thirds of it were looked at while words and ways of asking were added,
/// one third was only measured, some ten times: 97 % first right, 98 % among three, none wrongly sure. The sets "tune" to "tune-5" are
/// now ways of asking in the bank itself, so they only tell that nothing broke; "held" is not in the bank, but its author wrote the lists too.
/// </summary>
public class FinderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("questions-tune", 0.9)]
    [InlineData("questions-tune-2", 0.9)]
    [InlineData("questions-tune-3", 0.9)]
    [InlineData("questions-tune-4", 0.9)]
    [InlineData("questions-tune-5", 0.9)]
    [InlineData("questions-held", 0.9)]
    [InlineData("fresh-tuned", 0.9)]
    [InlineData("fresh-held", 0.85)]
    public void The_right_answer_is_found(string set, double trouble)
    {
        var judged = Judged.By(Bank.Finder, Bank.Rows(set));
        output.WriteLine($"{set}, {judged.Questions}: first {judged.First:P1}, among three {judged.AmongThree:P1}, wrongly sure {judged.WronglySure:P1}, trouble seen {judged.TroubleSeen:P1}");
        foreach (var miss in judged.Misses)
            output.WriteLine(miss);
        Assert.True(judged.Questions >= 100);
        Assert.True(judged.First >= 0.80, $"{judged.First:P1}");
        Assert.True(judged.AmongThree >= 0.93, $"{judged.AmongThree:P1}");
        Assert.True(judged.WronglySure <= 0.03, $"{judged.WronglySure:P1}");
        Assert.True(judged.TroubleSeen >= trouble, $"{judged.TroubleSeen:P1}");
    }

    [Fact]
    public void The_judge_sees_a_finder_that_knows_nothing()
    {
        var wrong = Bank.Rows("questions-held").Select(row => new[] { row[0], row[1] == "-" ? "q01" : "q00", row[2], row[3] }).ToList();
        var judged = Judged.By(Bank.Finder, wrong);
        Assert.True(judged.First < 0.02);
        Assert.True(judged.WronglySure > 0.5);
    }

    [Theory]
    [InlineData("they locked me in")]
    [InlineData("my boss took my passport and I can't leave")]
    [InlineData("គេឃុំខ្ញុំ")]
    [InlineData("ke chak sor khnhom")]
    [InlineData("ប្អូនខ្ញុំនៅក្នុងអគារ គេឆក់ភ្លើង អត់ឱ្យបាយ")]
    [InlineData("ខ្ញុំមិនចង់រស់ទៀតទេ")]
    [InlineData("my sister is not answering since two weeks")]
    [InlineData("បុរសម្នាក់បានសន្យារកការងារឲ្យប្អូនស្រីខ្ញុំនៅប្រទេសជិតខាង ប៉ុន្តែឥឡូវនេះនាងមិនអាចត្រឡប់មកផ្ទះវិញបានទេ")]
    [InlineData("ប្អូនខ្ញុំនៅថៃ មកផ្ទះវិញមិនបាន")]
    public void Someone_in_trouble_is_noticed(string question) => Assert.True(Bank.Finder.Find(question).Trouble);

    [Theory]
    [InlineData("passport price")]
    [InlineData("ទៅកូរ៉េធ្វើម៉េច")]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("what copies should stay with my wife")]
    [InlineData("is it dangerous to travel to thailand")]
    [InlineData("ព្រំដែនមិនទាន់បើកទេ")]
    public void A_plain_question_is_no_trouble(string question) => Assert.False(Bank.Finder.Find(question).Trouble);

    [Theory]
    [InlineData("passport tlai ponman", "q06")]
    [InlineData("PASPOR TLAY PONMAN?", "q06")]
    [InlineData("ប៉ាស្ព័រថ្លៃប៉ុន្មាន", "q06")]
    [InlineData("ប៉ាស\u200B្ព័រ ថ្លៃ ប៉ុន្មាន", "q06")]
    [InlineData("ប៉ាស្ពរ័ ថ្លៃប៉ុន្មាន", "q06")]
    [InlineData("thver kar nov Japon tver mech", "q24")]
    public void Spelling_and_script_do_not_matter(string question, string id)
    {
        var found = Bank.Finder.Find(question);
        Assert.Equal(id, found.Best[0].Entry.Id);
        Assert.NotEmpty(found.Best[0].Matched);
        Assert.InRange(found.Best[0].Score, 0, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!។")]
    [InlineData("\uD83D")]
    [InlineData("្្្")]
    [InlineData("12345678901234567890123")]
    [InlineData("ប្រទេស")]
    public void What_asks_nothing_finds_nothing(string question)
    {
        var found = Bank.Finder.Find(question);
        Assert.Empty(found.Best);
        Assert.False(found.Sure);
    }

    [Theory]
    [InlineData("ប្រទេសកូរ៉េ")]
    [InlineData("thailand")]
    [InlineData("ទៅ")]
    public void One_word_makes_nobody_sure(string question) => Assert.False(Bank.Finder.Find(question).Sure);

    [Fact]
    public void What_told_is_named()
    {
        var found = Bank.Finder.Find("my boss took my passport in Ranong");
        Assert.Equal("q32", found.Best[0].Entry.Id);
        Assert.Contains("passport", found.Best[0].Matched);
        Assert.DoesNotContain("ranong", found.Best[0].Matched);
    }

    [Theory]
    [InlineData("អង្ករផ្កាម្លិះមួយគីឡូថ្លៃប៉ុន្មាន")]
    [InlineData("what time does the bus to kampot leave")]
    [InlineData("bong mean songsa hery nov")]
    public void What_has_nothing_to_do_with_us_finds_nothing(string question) => Assert.Empty(Bank.Finder.Find(question).Best);

    [Fact]
    public void A_question_is_answered_in_microseconds()
    {
        var questions = Bank.Rows("questions-tune").Select(row => row[0]).ToList();
        var found = 0;
        var best = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var question in questions)
                found += Bank.Finder.Find(question).Best.Count;
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds / questions.Count);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in questions)
            found += Bank.Finder.Find(question).Best.Count;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / questions.Count;
        output.WriteLine($"{best:F1} us and {bytes} bytes a question");
        Assert.True(found > 0);
        // Ten times what a shared machine showed; only a change of kind breaks it.
        Assert.True(best < 1000, $"{best:F1} us");
        Assert.True(bytes < 20_000, $"{bytes} bytes");
    }

    [Fact]
    public void A_hostile_text_is_read_in_bounded_time()
    {
        var started = Stopwatch.StartNew();
        foreach (var hostile in new[] { string.Concat(Enumerable.Repeat("tver ka ", 20_000)), new string('ក', 100_000), string.Concat(Enumerable.Repeat("អត់", 40_000)), new string('a', 100_000) })
            Bank.Finder.Find(hostile);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(2));
    }
}
