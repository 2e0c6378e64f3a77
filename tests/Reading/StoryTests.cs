using Hotline.Localization.Reading;
using Xunit;

namespace Hotline.Tests.Reading;

/// <summary>Stories hold every word we listen for. None of them may be taken for an answer or for a wish to stop, erase or leave.</summary>
public class StoryTests
{
    [Theory]
    [InlineData("ចាស ប្អូនស្រីខ្ញុំទៅធ្វើការនៅប្រទេសថៃ ហើយឈប់ទាក់ទងមកផ្ទះបី ខែហើយ")]
    [InlineData("គេមិនឲ្យយើងឈប់សម្រាកទេ ធ្វើការ ១៦ ម៉ោងក្នុងមួយថ្ងៃ")]
    [InlineData("ខ្ញុំសុំឈប់ធ្វើការ ប៉ុន្តែថៅកែថាត្រូវបង់លុយ ២០០០ ដុល្លារសិន")]
    [InlineData("ជួយយកកូនខ្ញុំមកវិញផង គេយកទៅប៉ោយប៉ែត")]
    [InlineData("អត់ទេ ខ្ញុំមិនបានទៅទេ តែបងខ្ញុំទៅហើយ")]
    [InlineData("បាទ មានមនុស្ស ៥ នាក់ជាប់ក្នុងបន្ទប់ជាមួយខ្ញុំ")]
    [InlineData("មេខ្យល់ថាលុបសារចោលឲ្យអស់មុនឆ្លងដែន")]
    [InlineData("ខ្ញុំមិនដឹងថាគេយកយើងទៅណាទេ មាន ៣ នាក់ទៀត")]
    [InlineData("កូនសោនៅលើថៅកែ យើងចេញមិនបាន")]
    [InlineData("នៅប្រទេសម៉ាឡេស៊ី គេយកប៉ាស្ព័រខ្ញុំ")]
    [InlineData("ឪពុកខ្ញុំចាស់ហើយ ម្តាយខ្ញុំឈឺ ខ្ញុំត្រូវការលុយ")]
    [InlineData("ប្តីខ្ញុំបាត់ពីរអាទិត្យហើយ ចុងក្រោយនៅបាត់ដំបង")]
    [InlineData("បើខ្ញុំនិយាយជាមួយមនុស្សនៅទីនោះ គេវាយខ្ញុំ")]
    [InlineData("មួយអាទិត្យគេឲ្យលុយតែមួយរយបាត")]
    [InlineData("ខ្ញុំចង់ត្រឡប់ទៅផ្ទះវិញ តែអត់មានលុយ")]
    [InlineData("យើងមានគ្នា ១២ នាក់ មកពីសៀមរាប នៅក្នុងអគារតែមួយ")]
    [InlineData("ទេ វាមិនមែនជាកំហុសខ្ញុំទេ គេបោកខ្ញុំ")]
    [InlineData("គាត់ថាបាន ប៉ុន្តែក្រោយមកគាត់ថាអត់បាន")]
    [InlineData("khnhom ot deng ke yok yerng tov na te, mean 3 neak tiet")]
    [InlineData("bat khluon pi atit hery, nov Poipet")]
    [InlineData("bong khnhom tver ka nov srok thai ot ban luy 3 khae hery")]
    [InlineData("thaoke ot oy chhob te, chong tov pteah vinh")]
    [InlineData("ke chab khnhom chop nov bantup muoy")]
    [InlineData("chas khnhom chong niyeay cheamuy monus tae khlach")]
    [InlineData("yes my sister is in Thailand and they will not let her stop working")]
    [InlineData("no one believes me, 2 men came to the house")]
    [InlineData("they told us to delete everything and quit using the phone")]
    [InlineData("please help my brother he is in Bavet with 20 other people")]
    [InlineData("I want to go back home but the boss keeps my passport until the end of the contract")]
    [InlineData("ok so there were 1 or 2 girls, maybe 15 years old, at the karaoke")]
    [InlineData("1 man from my village took 4 children to beg in Vietnam")]
    [InlineData("the language they speak is Chinese and the menu of the restaurant too")]
    public void A_story_is_no_answer(string story)
    {
        Assert.Null(Data.Reader.YesNo(story));
        Assert.Null(Data.Reader.Number(story));
        Assert.Null(Data.Reader.Choice(story, 9));
        Assert.Null(Data.Reader.Province(story));
        Assert.Null(Data.Places.Find(story));
        Assert.DoesNotContain(Data.Words.Names, list => Data.Words.IsWhole(list, story));
    }

    [Fact]
    public void A_very_long_text_is_read_in_bounded_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("bong ", 20_000));
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(Data.Reader.YesNo(hostile));
        Assert.Null(Data.Reader.YesNo(hostile[..95]));
        Assert.Null(Data.Places.Find(hostile));
        Assert.Null(Data.Reader.Number(string.Concat(Enumerable.Repeat("នាក់", 25))));
        Assert.Null(Data.Places.Find(string.Concat(Enumerable.Repeat("នៅ", 33))));
        Assert.False(Data.Words.Contains("danger", hostile));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(2), $"{started.ElapsedMilliseconds} ms");
    }
}
