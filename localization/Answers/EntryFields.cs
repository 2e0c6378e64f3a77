using System.Globalization;
using System.Text.Json;
using Hotline.Localization.Numbers;
using Hotline.Localization.Reading;

namespace Hotline.Localization.Answers;

/// <summary>The fields that notice, topics and entries have alike.</summary>
internal static class EntryFields
{
    public static JsonElement Needed(Dictionary<string, JsonElement> fields, string name, string where) =>
        fields.TryGetValue(name, out var value) ? value : throw new FormatException($"{where} needs \"{name}\".");

    /// <summary>{"km": text, "en": text}, both there.</summary>
    public static Bilingual Both(Dictionary<string, JsonElement> fields, string name, string where)
    {
        var both = StrictJson.Fields(Needed(fields, name, where), $"{where}, \"{name}\"", "km", "en");
        return new(StrictJson.Text(both, "km", $"{where}, \"{name}\""), StrictJson.Text(both, "en", $"{where}, \"{name}\""));
    }

    public static (DateOnly Checked, DateOnly Expires) Dates(Dictionary<string, JsonElement> fields, string where)
    {
        var (seen, expires) = (Day(fields, "checked", where), Day(fields, "expires", where));
        return seen < expires ? (seen, expires) : throw new FormatException($"{where}: \"expires\" must be after \"checked\".");
    }

    private static DateOnly Day(Dictionary<string, JsonElement> fields, string name, string where) =>
        DateOnly.TryParseExact(StrictJson.Text(fields, name, where), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{where}: \"{name}\" must be a day such as 2027-01-31.");
}
