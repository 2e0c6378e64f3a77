using Hotline.Localization.Khmer;
using Xunit;

namespace Hotline.Tests.Khmer;

public class ScriptTests
{
    [Theory]
    [InlineData("", Script.None)]
    [InlineData("1 ២ ๓ ?! \U0001F600", Script.None)]
    [InlineData("ជួយខ្ញុំ", Script.Khmer)]
    [InlineData("ជួយខ្ញុំ pong", Script.Khmer)]
    [InlineData("help ខ្ញុំ", Script.Latin)]
    [InlineData("chuoy", Script.Latin)]
    [InlineData("Tôi cần giúp đỡ", Script.Latin)]
    [InlineData("ช่วยด้วย", Script.Thai)]
    [InlineData("ຊ່ວຍແດ່", Script.Lao)]
    [InlineData("ကူညီပါ", Script.Burmese)]
    [InlineData("救命", Script.Chinese)]
    [InlineData("помогите", Script.Other)]
    [InlineData("ab កខ", Script.Khmer)]
    public void A_text_has_the_script_of_most_of_its_letters(string text, Script script) => Assert.Equal(script, Scripts.Of(text));
}
