using System.Text;
using Humanizer;
using Humanizer.Localisation.NumberToWords;

namespace Hotline.Localization.Writing;

/// <summary>Numbers in Khmer words (Unicode CLDR spell-out rules for km, without their zero-width spaces). Khmer has no gender or number.</summary>
internal sealed class KhmerNumberWords : INumberToWordsConverter
{
    private const ulong Million = 1_000_000;

    private static readonly string[] Units = ["", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន"];
    private static readonly string[] Tens = ["", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប"];
    private static readonly (ulong Size, string Name)[] Scales = [(100_000, "សែន"), (10_000, "ម៉ឺន"), (1_000, "ពាន់"), (100, "រយ")];

    public string Convert(long number)
    {
        if (number == 0)
            return "សូន្យ";
        var words = new StringBuilder(number < 0 ? "ដក" : "");
        Append(words, number < 0 ? 0UL - (ulong)number : (ulong)number);
        return words.ToString();
    }

    private static void Append(StringBuilder words, ulong number)
    {
        if (number >= Million)
        {
            Append(words, number / Million);
            words.Append("លាន");
            number %= Million;
        }
        foreach (var (size, name) in Scales)
        {
            if (number >= size)
                words.Append(Units[number / size]).Append(name);
            number %= size;
        }
        words.Append(Tens[number / 10]).Append(Units[number % 10]);
    }

    public string Convert(long number, WordForm wordForm) => Convert(number);
    public string Convert(long number, bool addAnd) => Convert(number);
    public string Convert(long number, bool addAnd, WordForm wordForm) => Convert(number);
    public string Convert(long number, GrammaticalGender gender, bool addAnd = true) => Convert(number);
    public string Convert(long number, WordForm wordForm, GrammaticalGender gender, bool addAnd = true) => Convert(number);
    public string ConvertToOrdinal(int number) => "ទី" + Convert(number);
    public string ConvertToOrdinal(int number, WordForm wordForm) => ConvertToOrdinal(number);
    public string ConvertToOrdinal(int number, GrammaticalGender gender) => ConvertToOrdinal(number);
    public string ConvertToOrdinal(int number, GrammaticalGender gender, WordForm wordForm) => ConvertToOrdinal(number);

    // Khmer has no "single, double, triple"; the number alone is right in every sentence.
    public string ConvertToTuple(int number) => Convert(number);
}
