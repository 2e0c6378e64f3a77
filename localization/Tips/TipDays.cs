using System.Globalization;
using System.Text.Json;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Tips;

internal static class TipDays
{
    public static DateOnly Read(Dictionary<string, JsonElement> fields, string name, string where) =>
        DateOnly.TryParseExact(StrictJson.Text(fields, name, where), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{where}: \"{name}\" must be a day such as 2027-01-31.");
}
