using Xunit;

namespace Hotline.Tests.Reading;

public class ChoiceTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("៣", "3")]
    [InlineData("4.", "4")]
    [InlineData("(2)", "2")]
    [InlineData("[3]", "3")]
    [InlineData("2)", "2")]
    [InlineData("#2", "2")]
    [InlineData("១។", "1")]
    [InlineData("02", "2")]
    [InlineData("3\uFE0F\u20E3", "3")]
    [InlineData("３", "3")]
    [InlineData("๒", "2")]
    [InlineData("លេខ ២", "2")]
    [InlineData("លេខ២", "2")]
    [InlineData("ចុចលេខ ៣", "3")]
    [InlineData("សូមចុចលេខមួយ", "1")]
    [InlineData("ចាស លេខ ៤", "4")]
    [InlineData("no. 3", "3")]
    [InlineData("No 1", "1")]
    [InlineData("number 2", "2")]
    [InlineData("number two please", "2")]
    [InlineData("option 3", "3")]
    [InlineData("press 1", "1")]
    [InlineData("lek 2", "2")]
    [InlineData("lek pi", "2")]
    [InlineData("មួយ", "1")]
    [InlineData("ពីរ", "2")]
    [InlineData("បី", "3")]
    [InlineData("បួន", "4")]
    [InlineData("ប្រាំ", "5")]
    [InlineData("ប្រាំមួយ", "6")]
    [InlineData("ប្រាំពីរ", "7")]
    [InlineData("ប្រាំពិល", "7")]
    [InlineData("ប្រាំ បី", "8")]
    [InlineData("ប្រាំបួន", "9")]
    [InlineData("muoy", "1")]
    [InlineData("mouy", "1")]
    [InlineData("pi", "2")]
    [InlineData("pir", "2")]
    [InlineData("bey", "3")]
    [InlineData("bei", "3")]
    [InlineData("buon", "4")]
    [InlineData("pram", "5")]
    [InlineData("pram muoy", "6")]
    [InlineData("prampi", "7")]
    [InlineData("prampil", "7")]
    [InlineData("pram bey", "8")]
    [InlineData("prambuon", "9")]
    [InlineData("One", "1")]
    [InlineData("three", "3")]
    [InlineData("seven", "7")]
    [InlineData("ទី១", "1")]
    [InlineData("ទី ៣", "3")]
    [InlineData("ទីពីរ", "2")]
    [InlineData("ti pi", "2")]
    [InlineData("first", "1")]
    [InlineData("the second one", "2")]
    [InlineData("3rd", "3")]
    [InlineData("ដំបូង", "1")]
    [InlineData("2 bong", "2")]
    [InlineData("២ ចាស", "2")]
    [InlineData("មិនដឹង", "unknown")]
    [InlineData("ot deng", "unknown")]
    [InlineData("idk", "unknown")]
    public void A_choice_is_read(string text, string expected) => Assert.Equal(expected, Data.Reader.Choice(text, 9));

    [Theory]
    [InlineData("5", 4)]
    [InlineData("៥", 4)]
    [InlineData("ប្រាំ", 4)]
    [InlineData("0", 9)]
    [InlineData("០", 9)]
    [InlineData("12", 9)]
    [InlineData("1 2", 9)]
    [InlineData("1,2", 9)]
    [InlineData("1.2", 9)]
    [InlineData("1/2", 9)]
    [InlineData("1 or 2", 9)]
    [InlineData("១ ឬ ២", 9)]
    [InlineData("ពីរបី", 9)]
    [InlineData("pi bey", 9)]
    [InlineData("one two", 9)]
    [InlineData("1a", 9)]
    [InlineData("?", 9)]
    [InlineData("", 9)]
    [InlineData("yes", 9)]
    [InlineData("no", 9)]
    [InlineData("to", 9)]
    [InlineData("by", 9)]
    [InlineData("pi phnom penh", 9)]
    [InlineData("1 person", 9)]
    public void What_is_no_single_choice_is_null(string text, int count) => Assert.Null(Data.Reader.Choice(text, count));

    [Fact]
    public void A_longer_menu_takes_two_digits() => Assert.Equal("12", Data.Reader.Choice("១២", 25));

    [Fact]
    public void A_single_character_costs_no_memory()
    {
        string[] answers = ["1", "9", "៥", "y", "n", "2", "?"];
        Ask(answers);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(answers);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Ask(string[] answers)
    {
        foreach (var answer in answers)
        {
            if (answer[0] is > '0' and < ':' or > '\u17E0')
                Data.Reader.Choice(answer, 9);
            if (answer[0] < '\u0080')
                Data.Reader.YesNo(answer);
        }
    }
}
