using Hotline.Localization.Answers;
using Hotline.Localization.Catalogues;
using Hotline.Localization.Khmer;
using Hotline.Localization.Sms;
using Xunit;
using Xunit.Abstractions;

namespace Hotline.Tests.Answers;

public class BankTests(ITestOutputHelper output)
{
    private const int KhmerUnits = 134, EnglishUnits = 306, WordsOfSpeech = 115, ClustersOfSpeech = 260;

    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>What stands in the open places for a caller in Cambodia.</summary>
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["labour"] = "1297",
        ["child"] = "1280",
        ["person"] = "1280",
        ["numbers"] = "117, 1288",
    };

    public static TheoryData<string> Ids => [.. Bank.Shipped.All.Select(entry => entry.Id)];

    [Fact]
    public void The_bank_answers_every_question_of_the_fact_sheet()
    {
        for (var number = 1; number <= 48; number++)
            Assert.NotNull(Bank.Shipped.Find($"q{number:00}"));
        Assert.Null(Bank.Shipped.Find("q00"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_answer_is_complete_in_both_languages(string id)
    {
        var entry = Bank.Shipped.Find(id)!;
        Assert.True(entry.Source.Length > 1 && entry.Checked < entry.Expires && entry.Checked <= Today && entry.Review.Length > 0);
        Assert.False(entry.StaleOn(entry.Expires));
        Assert.True(entry.StaleOn(entry.Expires.AddDays(1)));
        Assert.True(Script.Khmer == Scripts.Of(entry.Question.Km) && Script.Latin == Scripts.Of(entry.Question.En));
        Assert.All(entry.Countries, code => Assert.Equal(2, code.Length));
        foreach (var (words, script) in new[] { (entry.Km, Script.Khmer), (entry.En, Script.Latin) })
        {
            Assert.NotEmpty(words.Messages);
            Assert.All(words.Messages, message => Assert.Equal(script, Scripts.Of(message.Fill(Numbers))));
            Assert.Equal(script, Scripts.Of(words.Voice.Fill(Numbers)));
            Assert.True(words.Asks.Count >= 2, id);
        }

        Assert.Contains(entry.Km.Asks, ask => Scripts.Of(ask) == Script.Latin);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_answer_fits_its_messages_and_its_breath(string id)
    {
        var entry = Bank.Shipped.Find(id)!;
        foreach (var message in entry.Km.Messages.Select(Filled))
            Assert.True(message.Length <= KhmerUnits && SmsSegments.Measure(message).Segments <= 2, $"{message.Length}: {message}");
        foreach (var message in entry.En.Messages.Select(Filled))
        {
            var size = SmsSegments.Measure(message);
            Assert.True(size is { Encoding: SmsEncoding.Gsm7, Units: <= EnglishUnits, Segments: <= 2 }, $"{size}: {message}");
        }

        // 45 seconds: 150 English words a minute, and in Khmer somewhat more clusters than syllables are said, about four a second.
        Assert.True(Filled(entry.En.Voice).Split(' ').Length <= WordsOfSpeech);
        Assert.True(KhmerClusters.Count(Filled(entry.Km.Voice)) <= ClustersOfSpeech, $"{KhmerClusters.Count(Filled(entry.Km.Voice))} clusters");
        // Khmer digits are read by few phones of the people we speak to; Latin ones by all.
        Assert.DoesNotContain(Filled(entry.Km.Voice), c => c is >= '\u17E0' and <= '\u17E9');
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_answer_promises_safety_or_lays_blame(string id)
    {
        var entry = Bank.Shipped.Find(id)!;
        foreach (var text in entry.En.Messages.Append(entry.En.Voice).Select(Filled))
            Assert.Empty(Verdicts(text));
        foreach (var text in entry.Km.Messages.Append(entry.Km.Voice).Select(Filled))
            Assert.Empty(Verdicts(text));
    }

    [Theory]
    [InlineData("Yes, it is safe.")]
    [InlineData("This agency is safe")]
    [InlineData("ទៅបាន មានសុវត្ថិភាព")]
    [InlineData("គ្មានបញ្ហាទេ")]
    public void The_verdict_detector_sees_a_verdict(string text) => Assert.NotEmpty(Verdicts(text));

    [Fact]
    public void Keys_reach_every_answer()
    {
        Assert.InRange(Bank.Shipped.Groups.Count, 1, 4);
        Assert.All(Bank.Shipped.Groups, group => Assert.InRange(group.Topics.Count, 1, 4));
        var topics = Bank.Shipped.Groups.SelectMany(group => group.Topics).ToList();
        Assert.All(topics, topic => Assert.InRange(Bank.Shipped.Of(topic.Id).Count(), 1, 4));
        Assert.Equal(Bank.Shipped.All.Count, topics.Sum(topic => Bank.Shipped.Of(topic.Id).Count()));
        Assert.Contains(Bank.Shipped.OfCountry("KR"), entry => entry.Id == "q21");
        output.WriteLine($"{Bank.Shipped.All.Count} answers, {Bank.Shipped.All.Count(entry => entry.Trouble)} for people in trouble");
    }

    [Fact]
    public void Answers_that_hold_the_border_notice_grow_stale_with_it()
    {
        var dated = Bank.Shipped.All.Where(entry => entry.Km.Messages.Any(message => message.Source.Contains("ព្រំដែនថៃបានបិទ", StringComparison.Ordinal))).ToList();
        Assert.Contains(dated, entry => entry.Id == "q01");
        Assert.True(dated.Count >= 3);
        Assert.All(dated, entry => Assert.True(entry.StaleOn(new DateOnly(2026, 12, 22))));
    }

    [Fact]
    public void Every_question_of_the_bank_finds_its_own_answer()
    {
        foreach (var entry in Bank.Shipped.All)
            foreach (var question in new[] { entry.Question.Km, entry.Question.En })
                Assert.True(Bank.Finder.Find(question).Best is [var first, ..] && first.Entry.Id == entry.Id, $"{entry.Id}: {question}");
    }

    private static string Filled(Template template) => template.Fill(Numbers);

    private static IEnumerable<string> Verdicts(string text) =>
        new[] { "is safe", "are safe", "be safe", "no problem", "no risk", "don't worry", "your fault.", "សុវត្ថិភាព", "គ្មានបញ្ហា", "កុំបារម្ភ", "អ្នកខុស" }
            .Where(verdict => text.Contains(verdict, StringComparison.Ordinal) && !text.Contains($"not {verdict}", StringComparison.Ordinal) && !text.Contains("not your fault", StringComparison.Ordinal));
}
