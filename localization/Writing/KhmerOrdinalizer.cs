using Humanizer;
using Humanizer.Localisation.Ordinalizers;

namespace Hotline.Localization.Writing;

/// <summary>"3rd" is ទី៣: a prefix and digits.</summary>
internal sealed class KhmerOrdinalizer : IOrdinalizer
{
    public string Convert(int number, string numberString) => "ទី" + KhmerDigits.In(numberString);
    public string Convert(int number, string numberString, WordForm wordForm) => Convert(number, numberString);
    public string Convert(int number, string numberString, GrammaticalGender gender) => Convert(number, numberString);
    public string Convert(int number, string numberString, GrammaticalGender gender, WordForm wordForm) => Convert(number, numberString);
}
