using System.Globalization;
using System.Text.Json;
using Hotline.Localization.Reading;
using Hotline.Localization.Speaking;

namespace Hotline.Localization.Hours;

/// <summary>The shape of opening-hours.json. Strict: a wrong hour sends people to a telephone that nobody picks up.</summary>
internal static class OpeningHoursFile
{
    private const string File = "opening-hours.json";

    public static OpeningHours Read(string json)
    {
        using var document = StrictJson.Open(json, File);
        var root = StrictJson.Fields(document.RootElement, File, "weekdays", "holidays");
        var weekdays = StrictJson.Fields(Needed(root, "weekdays", File), $"{File}, weekdays", [.. Names.Days]);
        return new([.. Names.Days.Select(day => Hours(Needed(weekdays, day, $"{File}, weekdays"), $"{File}, {day}"))], Holidays(Needed(root, "holidays", File)));
    }

    private static List<Holiday> Holidays(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{File}: \"holidays\" must be a list.");
        var holidays = new List<Holiday>();
        foreach (var entry in list.EnumerateArray())
        {
            var where = $"{File}, holiday {holidays.Count + 1}";
            var fields = StrictJson.Fields(entry, where, "date", "name", "hours");
            var written = StrictJson.Text(fields, "date", where);
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw new FormatException($"{where}: \"{written}\" is no day; write it as 2027-01-31.");
            where = $"{File}, holiday {written}";
            if (holidays.Any(other => other.Date == date))
                throw new FormatException($"{where} stands there twice.");
            holidays.Add(new Holiday(date, StrictJson.Text(fields, "name", where), fields.TryGetValue("hours", out var hours) ? Hours(hours, where) : []));
        }

        return holidays;
    }

    private static List<Interval> Hours(JsonElement list, string where)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{where}: hours must be a list such as [\"08:00-12:00\", \"13:00-17:00\"]; [] is closed.");
        var day = new List<Interval>();
        foreach (var element in list.EnumerateArray())
        {
            var hours = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
            var interval = Parse(hours) ?? throw new FormatException($"{where}: \"{hours}\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".");
            if (day.Count > 0 && interval.From < day[^1].To)
                throw new FormatException($"{where}: \"{hours}\" begins before the hours that stand before it end.");
            day.Add(interval);
        }

        return day;
    }

    private static Interval? Parse(string hours)
    {
        if (hours.Length != 11 || hours[5] != '-' || Clock(hours[..5]) is not { } from || Clock(hours[6..]) is not { } to || from == to || from == TimeSpan.FromDays(1))
            return null;
        return new Interval(from, to > from ? to : to + TimeSpan.FromDays(1));
    }

    private static TimeSpan? Clock(string time) =>
        time == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock.ToTimeSpan() : null;

    private static JsonElement Needed(Dictionary<string, JsonElement> fields, string name, string where) =>
        fields.TryGetValue(name, out var value) ? value : throw new FormatException($"{where} needs \"{name}\".");
}
