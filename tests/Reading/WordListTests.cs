using Hotline.Localization.Reading;
using Xunit;

namespace Hotline.Tests.Reading;

public class WordListTests
{
    private static readonly string[] Everywhere = ["stop", "erase", "help", "person", "language", "khmer", "english", "menu", "repeat", "back"];

    [Theory]
    [InlineData("yes no unknown skip done stop erase help person language khmer english menu repeat back go-on greeting thanks danger")]
    [InlineData("romanised-khmer particles self family neighbour friend witness professional other labour sexual begging domestic fishing scam")]
    [InlineData("marriage child-work today this-week this-month earlier parent relative partner broker employer stranger online text call one few many")]
    public void The_lists_that_flows_name_are_there(string names) => Assert.All(names.Split(' '), name => Assert.True(Data.Words.Has(name), name));

    [Theory]
    [InlineData("yes no unknown skip stop erase help person language khmer english menu repeat back go-on done greeting")]
    [InlineData("self family neighbour friend witness professional other unknown skip")]
    [InlineData("labour sexual begging domestic fishing scam marriage child-work other unknown skip")]
    [InlineData("today this-week this-month earlier unknown skip")]
    [InlineData("parent partner broker employer stranger online other skip")]
    [InlineData("relative partner broker employer stranger online other skip")]
    [InlineData("text call")]
    [InlineData("fine want-talk not-now call-me yes stop help erase language khmer english menu repeat greeting thanks")]
    [InlineData("one few many unknown skip")]
    public void No_message_is_two_answers_to_one_question(string names)
    {
        var lists = names.Split(' ');
        foreach (var list in lists)
            foreach (var word in Lists.WordsOf(list))
                Assert.Equal([list], lists.Where(other => Data.Words.IsWhole(other, word)));
    }

    [Fact]
    public void An_everywhere_word_is_never_an_answer_to_a_report_question()
    {
        foreach (var list in Everywhere)
            foreach (var word in Lists.WordsOf(list))
            {
                Assert.Null(Data.Reader.YesNo(word));
                Assert.Null(Data.Reader.Choice(word, 9));
                Assert.Null(Data.Reader.Number(word));
                Assert.Null(Data.Reader.Province(word));
            }
    }

    [Theory]
    [InlineData("stop", "STOP")]
    [InlineData("stop", "Stop.")]
    [InlineData("stop", "please stop")]
    [InlineData("stop", "ឈប់")]
    [InlineData("stop", "ឈប់ៗ")]
    [InlineData("stop", "បាទ ឈប់ផ្ញើបង")]
    [InlineData("stop", "ឈប់ ផ្ញើ")]
    [InlineData("stop", "chhob")]
    [InlineData("stop", "opt-out")]
    [InlineData("stop", "STOPALL")]
    [InlineData("stop", "UNSUBSCRIBE")]
    [InlineData("stop", "END")]
    [InlineData("stop", "Quit")]
    [InlineData("stop", "CANCEL")]
    [InlineData("stop", "REVOKE")]
    [InlineData("stop", "OPTOUT")]
    [InlineData("erase", "លុបចោល")]
    [InlineData("erase", "lub chol bong")]
    [InlineData("help", "ជួយផង")]
    [InlineData("help", "ជួយ!!!")]
    [InlineData("help", "SOS")]
    [InlineData("help", "help help help")]
    [InlineData("help", "សុំជួយផងបង")]
    [InlineData("help", "Help me please")]
    [InlineData("help", "juoy pong")]
    [InlineData("person", "និយាយ ជាមួយ មនុស្ស")]
    [InlineData("khmer", "Khmer")]
    [InlineData("english", "អង់គ្លេស")]
    [InlineData("menu", "មីនុយ")]
    [InlineData("repeat", "ម្ដងទៀត")]
    [InlineData("back", "ត្រឡប់ក្រោយ")]
    [InlineData("go-on", "bontor")]
    [InlineData("done", "រួចហើយ")]
    [InlineData("done", "hos hery")]
    [InlineData("greeting", "Hello?")]
    [InlineData("greeting", "ជម្រាបសួរ បង")]
    [InlineData("thanks", "orkun bong")]
    [InlineData("self", "ខ្ញុំ")]
    [InlineData("scam", "ឆបោក អនឡាញ")]
    [InlineData("broker", "mekhyol")]
    [InlineData("one", "ម្នាក់")]
    public void A_whole_message_is_the_word(string list, string text) => Assert.True(Data.Words.IsWhole(list, text));

    [Theory]
    [InlineData("stop", "chop")]
    [InlineData("stop", "chub")]
    [InlineData("stop", "chab")]
    [InlineData("stop", "they will not stop")]
    [InlineData("stop", "ឈប់សម្រាក")]
    [InlineData("stop", "ចាប់")]
    [InlineData("help", "ជួយដូរ")]
    [InlineData("help", "jaa")]
    [InlineData("self", "បងខ្ញុំ")]
    [InlineData("self", "បងប្អូនខ្ញុំ")]
    [InlineData("self", "bong khnhom")]
    [InlineData("yes", "")]
    [InlineData("yes", "ចាស់")]
    [InlineData("no", "ប្រទេស")]
    [InlineData("no", "thanks")]
    [InlineData("child-work", "កូនសោ")]
    [InlineData("erase", "។")]
    public void A_likeness_is_not_the_word(string list, string text) => Assert.False(Data.Words.IsWhole(list, text));

    [Fact]
    public void An_unknown_list_throws_and_says_so()
    {
        Assert.False(Data.Words.Has("nonsense"));
        Assert.Contains("nonsense", Assert.Throws<ArgumentException>(() => Data.Words.IsWhole("nonsense", "x")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lists":{"a":{"km":["ជួយ","ជួយ"]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"latin":["ot te"],"en":["Otte"]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":[""]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":[" ។ "]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":[]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":["x"],"kh":[]}}}""", "\"kh\"")]
    [InlineData("""{"lists":{"a":{"km":["x"]},"a":{"km":["y"]}}}""", "\"a\" twice")]
    [InlineData("""{"lists":{"a":{"km":"x"}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":[1]}}}""", "list \"a\"")]
    [InlineData("""{"lists":{"a":{"km":["x"],"firm":["y"]}}}""", "\"y\" is firm")]
    [InlineData("""{"lists":{"a":{"km":["x"],"negatable":1}}}""", "negatable")]
    [InlineData("""{"list":{}}""", "\"list\"")]
    [InlineData("{", "line 1")]
    public void A_slip_in_the_file_is_named(string json, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => WordLists.Parse(json)).Message, StringComparison.Ordinal);
}
