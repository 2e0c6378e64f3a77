using Hotline.Localization.Reading;
using Xunit;

namespace Hotline.Tests.Reading;

public class DangerTests
{
    [Theory]
    [InlineData("យើងត្រូវបានគេឃុំក្នុងបន្ទប់ ចេញមិនបានទេ")]
    [InlineData("គេវាយខ្ញុំរាល់ថ្ងៃ")]
    [InlineData("មេវាយកម្មករ")]
    [InlineData("ខ្ញុំអត់លុយ គេវាយខ្ញុំ")]
    [InlineData("កុំវាយខ្ញុំអី")]
    [InlineData("ខ្ញុំអត់ទៅគេវាយខ្ញុំ")]
    [InlineData("ប្អូនខ្ញុំត្រូវគេរំលោភ")]
    [InlineData("ខ្ញុំចង់រត់គេចពីទីនេះ")]
    [InlineData("ខ្ញុំមិនចង់រស់ទៀតទេ")]
    [InlineData("ខ្ញុំមិនចង់ស្លាប់ទេ ជួយផង")]
    [InlineData("គេនឹងលក់ខ្ញុំទៅក្រុមហ៊ុនផ្សេង")]
    [InlineData("ថៅកែយកប៉ាស្ព័ររបស់ខ្ញុំ")]
    [InlineData("គេអត់ឲ្យចេញទៅណាទេ")]
    [InlineData("គេអត់អោយចេញ")]
    [InlineData("ស្អែកគេយកខ្ញុំទៅកន្លែងថ្មី")]
    [InlineData("មានគ្រោះថ្នាក់")]
    [InlineData("មានគ្រោះថ្នាក ជួយ")]
    [InlineData("គ្មានសុវត្ថិភាពទេនៅទីនេះ")]
    [InlineData("គ្រោះ ថ្នាក់")]
    [InlineData("រ\u200Bំលោភ")]
    [InlineData("បងៗ គេគំរាមកំហែងខ្ញុំ")]
    [InlineData("khnhom chong slab hery")]
    [InlineData("yerng chenh ot ban te")]
    [InlineData("thaoke veay khnhom")]
    [InlineData("We are LOCKED IN and cannot go out")]
    [InlineData("they said they will sell me")]
    [InlineData("no food, they beat us")]
    [InlineData("he didn't come. They raped her")]
    [InlineData("I don't want to live")]
    [InlineData("it is not safe here")]
    public void Danger_inside_a_story_is_heard(string text) => Assert.True(Data.Words.Contains("danger", text));

    [Theory]
    [InlineData("")]
    [InlineData("ខ្ញុំចង់ទៅធ្វើការនៅកូរ៉េ")]
    [InlineData("ខ្ញុំនៅឃុំស្វាយ ស្រុកបាភ្នំ")]
    [InlineData("ខ្ញុំស្វាយខ្មៅ")]
    [InlineData("វាយអក្សរមកខ្ញុំ")]
    [InlineData("គេវាយអក្សរ")]
    [InlineData("គេមិនវាយខ្ញុំទេ")]
    [InlineData("គេអត់ដែលវាយខ្ញុំ")]
    [InlineData("មិនមានគ្រោះថ្នាក់ទេ")]
    [InlineData("អត់មានគ្រោះថ្នាក់")]
    [InlineData("មិនបន្ទាន់ទេ")]
    [InlineData("ប្រាក់ខែប៉ុន្មាននៅប្រទេសជប៉ុន")]
    [InlineData("លក់ដូរនៅផ្សារ")]
    [InlineData("it is not urgent")]
    [InlineData("nobody was beaten")]
    [InlineData("there is no danger")]
    [InlineData("grapes and shotguns")]
    [InlineData("the therapist")]
    [InlineData("khnhom chong tov tver ka nov kore")]
    public void What_is_no_danger_is_left_alone(string text) => Assert.False(Data.Words.Contains("danger", text));

    [Fact]
    public void Every_word_of_danger_is_heard_alone_and_inside_a_sentence()
    {
        foreach (var word in Lists.WordsOf("danger"))
        {
            Assert.True(Data.Words.Contains("danger", word), word);
            Assert.True(Data.Words.Contains("danger", "abc " + word + " xyz"), word);
            Assert.True(Data.Words.Contains("danger", "នៅទីនេះ " + word + " រាល់ថ្ងៃ"), word);
        }
    }

    [Theory]
    [InlineData("no", "ប្រទេស", false)]
    [InlineData("no", "ប្រទេសថៃ", false)]
    [InlineData("no", "ខ្ញុំអត់ទេ", true)]
    [InlineData("child-work", "កូនសោ", false)]
    [InlineData("romanised-khmer", "I know what I mean by that, men and women", false)]
    [InlineData("romanised-khmer", "Hello, can you help me please", false)]
    [InlineData("romanised-khmer", "khnhom chong tov thai", true)]
    [InlineData("romanised-khmer", "tov tver ka nov kore trov ka ey", true)]
    public void A_word_is_found_only_where_it_is_one(string list, string text, bool found) =>
        Assert.Equal(found, Data.Words.Contains(list, text));

    [Fact]
    public void A_subscript_is_not_a_letter()
    {
        var lists = WordLists.Parse("""{"lists":{"x":{"km":["ញុំ","រី"]}}}""");
        Assert.False(lists.Contains("x", "ខ្ញុំ"));
        Assert.False(lists.Contains("x", "ស្ត្រី"));
        Assert.True(lists.Contains("x", "កញុំក"));
    }

    [Fact]
    public void A_not_reaches_three_clusters_and_no_further_and_never_over_a_full_stop()
    {
        var lists = WordLists.Parse("""{"lists":{"negators":{"km":["មិន"],"en":["not"]},"x":{"negatable":true,"km":["វាយ"],"en":["hit"]},"y":{"km":["វាយ"]}}}""");
        Assert.False(lists.Contains("x", "មិនវាយ"));
        Assert.False(lists.Contains("x", "មិនកខវាយ"));
        Assert.True(lists.Contains("x", "មិនកខគវាយ"));
        Assert.False(lists.Contains("x", "មិន វាយ"));
        Assert.True(lists.Contains("x", "មិនក វាយ"));
        Assert.True(lists.Contains("x", "មិន។វាយ"));
        Assert.False(lists.Contains("x", "not been hit"));
        Assert.True(lists.Contains("x", "not. hit"));
        Assert.True(lists.Contains("y", "មិនវាយ"));
    }
}
