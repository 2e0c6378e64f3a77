using System.Globalization;
using System.Text.RegularExpressions;
using Hotline.Localization.Writing;

namespace Hotline.Tests.Speaking;

/// <summary>A written text with its digits told in words, made without the composer.</summary>
internal static partial class Told
{
    public static string InWords(string written, string language)
    {
        var latin = string.Concat(written.Select(c => c is >= '០' and <= '៩' ? (char)('0' + (c - '០')) : c));
        return Number().Replace(latin, match => Words(match.Groups[1].Value, language) + Minutes(match.Groups[2].Value, language));
    }

    private static string Minutes(string minutes, string language) => (language, minutes) switch
    {
        (_, "") or ("en", ":00") => "",
        ("km", ":30") => "កន្លះ",
        ("km", _) => Words(minutes[1..], language) + "នាទី",
        _ => (minutes[1] == '0' ? "oh" : "") + Words(minutes[1..], language),
    };

    private static string Words(string digits, string language) =>
        Written.Number(long.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), language);

    [GeneratedRegex("([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(:[0-9]{2})?")]
    private static partial Regex Number();
}
