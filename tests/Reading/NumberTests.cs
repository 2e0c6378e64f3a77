using System.Globalization;
using Xunit;

namespace Hotline.Tests.Reading;

public class NumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("សូន្យ", "0")]
    [InlineData("007", "7")]
    [InlineData("២០", "20")]
    [InlineData("៥នាក់", "5")]
    [InlineData("5 នាក់", "5")]
    [InlineData("5 neak", "5")]
    [InlineData("10 people", "10")]
    [InlineData("ប្រហែល ២០ នាក់", "20")]
    [InlineData("about 20 people", "20")]
    [InlineData("prohel 10 neak", "10")]
    [InlineData("មានគ្នា ៣ នាក់", "3")]
    [InlineData("ម្នាក់", "1")]
    [InlineData("20,000", "20000")]
    [InlineData("20.000", "20000")]
    [InlineData("១.៥០០.០០០", "1500000")]
    [InlineData("1,000,000 រៀល", "1000000")]
    [InlineData("ដប់", "10")]
    [InlineData("ដប់មួយ", "11")]
    [InlineData("មួយដណ្ដប់", "11")]
    [InlineData("មួយដណ្តប់នាក់", "11")]
    [InlineData("ប្រាំបួនដណ្តប់", "19")]
    [InlineData("ម្ភៃ", "20")]
    [InlineData("ម្ភៃប្រាំមួយ", "26")]
    [InlineData("ហាសិបបី", "53")]
    [InlineData("កៅសិបប្រាំបួន", "99")]
    [InlineData("មួយរយ", "100")]
    [InlineData("ពីររយហាសិបប្រាំមួយ", "256")]
    [InlineData("បីពាន់", "3000")]
    [InlineData("មួយម៉ឺន", "10000")]
    [InlineData("ដប់ម៉ឺន", "100000")]
    [InlineData("5 ម៉ឺន", "50000")]
    [InlineData("មួយសែនពីរម៉ឺនបីពាន់បួនរយហាសិបប្រាំមួយ", "123456")]
    [InlineData("មួយលានប្រាំសែន", "1500000")]
    [InlineData("ពីររយលាន", "200000000")]
    [InlineData("twelve", "12")]
    [InlineData("twenty one", "21")]
    [InlineData("twenty-one", "21")]
    [InlineData("one hundred", "100")]
    [InlineData("two hundred thousand", "200000")]
    [InlineData("dop muoy", "11")]
    [InlineData("mphey pram", "25")]
    [InlineData("samseb", "30")]
    [InlineData("haseb bey", "53")]
    [InlineData("muoy roy", "100")]
    [InlineData("pi poan", "2000")]
    [InlineData("muoy dondop", "11")]
    [InlineData("ot deng", "unknown")]
    [InlineData("មិនដឹង", "unknown")]
    public void A_number_is_read(string text, string expected) => Assert.Equal(expected, Data.Reader.Number(text));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("ពីរបី")]
    [InlineData("ពីរបីនាក់")]
    [InlineData("5 6")]
    [InlineData("5-6")]
    [InlineData("2.5")]
    [InlineData("12,34")]
    [InlineData("012 345 678")]
    [InlineData("012.345.678")]
    [InlineData("+855 12 345 678")]
    [InlineData("1234567890123")]
    [InlineData("មួយសូន្យ")]
    [InlineData("ដប់ម្ភៃ")]
    [InlineData("រយ")]
    [InlineData("មួយពាន់ពីរម៉ឺន")]
    [InlineData("one two three")]
    [InlineData("many")]
    [InlineData("នាក់")]
    [InlineData("យើងមាន ៥ នាក់ ជាប់នៅថៃ")]
    public void What_is_no_single_number_is_null(string text) => Assert.Null(Data.Reader.Number(text));

    [Fact]
    public void Every_number_up_to_a_hundred_is_read_in_khmer_words_romanised_and_english()
    {
        string[] km = ["", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន"];
        string[] latin = ["", "muoy", "pi", "bey", "buon", "pram", "prammuoy", "prampi", "prambey", "prambuon"];
        string[] en = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        string[] kmTens = ["", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប"];
        string[] latinTens = ["", "dop", "mphey", "samseb", "saeseb", "haseb", "hokseb", "chetseb", "petseb", "kavseb"];
        string[] enTens = ["", "", "twenty ", "thirty ", "forty ", "fifty ", "sixty ", "seventy ", "eighty ", "ninety "];
        for (var n = 1; n < 100; n++)
        {
            var expected = n.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(expected, Data.Reader.Number(kmTens[n / 10] + km[n % 10]));
            Assert.Equal(expected, Data.Reader.Number(latinTens[n / 10] + " " + latin[n % 10]));
            if (n is < 10 or > 19)
                Assert.Equal(expected, Data.Reader.Number(enTens[n / 10] + en[n % 10]));
        }
    }
}
