using Hotline.Localization.Hours;
using Xunit;

namespace Hotline.Tests.Hours;

/// <summary>A slip in opening-hours.json is one sentence that names the entry.</summary>
public sealed class OpeningHoursFileTests
{
    private const string Good = """
        {
          "weekdays": { "monday": ["08:00-12:00", "13:00-17:00"], "tuesday": [], "wednesday": [], "thursday": [], "friday": [], "saturday": [], "sunday": [] },
          "holidays": [ { "date": "2027-01-07", "name": "Victory Day" } ]
        }
        """;

    [Fact]
    public void A_good_file_is_read() => Assert.Equal([new DateOnly(2027, 1, 7)], OpeningHours.Parse(Good).Holidays);

    [Theory]
    [InlineData("{\n", "", "opening-hours.json is not JSON: line 1, place 13.")]
    [InlineData("\"sunday\": []", "\"sundy\": []", "opening-hours.json, weekdays has an unknown field \"sundy\"; known are sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData(", \"sunday\": []", "", "opening-hours.json, weekdays needs \"sunday\".")]
    [InlineData("\"sunday\": []", "\"sunday\": [], \"monday\": []", "opening-hours.json, weekdays has \"monday\" twice.")]
    [InlineData("\"sunday\": []", "\"sunday\": \"closed\"", "opening-hours.json, sunday: hours must be a list such as [\"08:00-12:00\", \"13:00-17:00\"]; [] is closed.")]
    [InlineData("08:00-12:00", "8-12", "opening-hours.json, monday: \"8-12\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("08:00-12:00", "08:00–12:00", "opening-hours.json, monday: \"08:00–12:00\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("08:00-12:00", "08:00-12:60", "opening-hours.json, monday: \"08:00-12:60\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("08:00-12:00", "08:00-08:00", "opening-hours.json, monday: \"08:00-08:00\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("08:00-12:00", "24:00-12:00", "opening-hours.json, monday: \"24:00-12:00\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("\"08:00-12:00\"", "8", "opening-hours.json, monday: \"8\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("08:00-12:00", "08:00-13:01", "opening-hours.json, monday: \"13:00-17:00\" begins before the hours that stand before it end.")]
    [InlineData("08:00-12:00", "22:00-02:00", "opening-hours.json, monday: \"13:00-17:00\" begins before the hours that stand before it end.")]
    [InlineData("2027-01-07", "7.1.2027", "opening-hours.json, holiday 1: \"7.1.2027\" is no day; write it as 2027-01-31.")]
    [InlineData("2027-01-07", "2027-02-29", "opening-hours.json, holiday 1: \"2027-02-29\" is no day; write it as 2027-01-31.")]
    [InlineData("Victory Day", "", "opening-hours.json, holiday 2027-01-07 needs the text \"name\".")]
    [InlineData("\"Victory Day\" }", "\"Victory Day\" }, { \"date\": \"2027-01-07\", \"name\": \"again\" }", "opening-hours.json, holiday 2027-01-07 stands there twice.")]
    [InlineData("\"Victory Day\" }", "\"Victory Day\", \"hours\": [\"9\"] }", "opening-hours.json, holiday 2027-01-07: \"9\" is not in the shape \"08:00-17:00\", \"22:00-02:00\" or \"00:00-24:00\".")]
    [InlineData("\"Victory Day\" }", "\"Victory Day\", \"open\": [] }", "opening-hours.json, holiday 1 has an unknown field \"open\"; known are date, name, hours.")]
    [InlineData("[ { \"date\": \"2027-01-07\", \"name\": \"Victory Day\" } ]", "{}", "opening-hours.json: \"holidays\" must be a list.")]
    [InlineData("\"weekdays\"", "\"week\"", "opening-hours.json has an unknown field \"week\"; known are weekdays, holidays.")]
    public void A_slip_is_one_sentence_that_names_the_entry(string good, string bad, string sentence)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var error = Assert.Throws<FormatException>(() => OpeningHours.Parse(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Equal(sentence, error.Message);
    }
}
