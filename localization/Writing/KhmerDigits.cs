using System.Globalization;

namespace Hotline.Localization.Writing;

/// <summary>Khmer digits for running prose. What is dialled, keyed or paid stays in Latin digits, as on every keypad and note.</summary>
internal static class KhmerDigits
{
    public static string Of(long number) => In(number.ToString(CultureInfo.InvariantCulture));

    public static string In(string text) => string.Create(text.Length, text, static (khmer, latin) =>
    {
        for (var at = 0; at < khmer.Length; at++)
            khmer[at] = char.IsAsciiDigit(latin[at]) ? (char)('០' + (latin[at] - '0')) : latin[at];
    });
}
