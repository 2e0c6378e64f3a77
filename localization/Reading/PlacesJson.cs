using System.Text.Json;
using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>
/// places.json: <c>{ "title", "source", "licence", "note", "around": { "before": words, "after": words }, "zones": [{ code, en, km }],
/// "provinces": [{ code, en, km, zone, also }], "districts": [{ code, en, km, type, also }], "countries": [{ code, en, km, also }] }</c>.
/// </summary>
internal static class PlacesJson
{
    public static Gazetteer Read(string json)
    {
        using var document = StrictJson.Open(json, "places.json");
        var top = StrictJson.Fields(document.RootElement, "places.json",
            "title", "source", "licence", "note", "around", "zones", "provinces", "districts", "countries");
        var index = new PlaceIndex();
        var zones = Rows(top, "zones", "note").Select(row => new Zone(row.Code, row.English, row.Khmer)).ToList();
        var provinces = Rows(top, "provinces", "zone", "also").Select(row =>
        {
            row.Name(index, new PlaceFound("KH", row.Code, null));
            return new Province(row.Code, row.English, row.Khmer, row.Text("zone"));
        }).ToList();
        var districts = Rows(top, "districts", "type", "also").Select(row =>
        {
            row.Name(index, new PlaceFound("KH", row.Code[..2], row.Code));
            return new District(row.Code, row.English, row.Khmer, row.Code[..2]);
        }).ToList();
        var countries = Rows(top, "countries", "also").Select(row =>
        {
            row.Name(index, new PlaceFound(row.Code, null, null));
            return new Country(row.Code, row.English, row.Khmer);
        }).ToList();
        Check(zones, provinces, districts);
        var around = StrictJson.Fields(Required(top, "around"), "places.json, \"around\"", "before", "after");
        return new Gazetteer(zones, provinces, districts, countries, index, Trie(around, "before"), Trie(around, "after"));
    }

    private static List<PlaceRow> Rows(Dictionary<string, JsonElement> top, string name, params ReadOnlySpan<string> more)
    {
        var array = Required(top, name);
        if (array.ValueKind != JsonValueKind.Array)
            throw new FormatException($"places.json: \"{name}\" must be an array.");
        var rows = new List<PlaceRow>();
        foreach (var element in array.EnumerateArray())
        {
            var where = $"places.json, \"{name}\", row {rows.Count + 1}";
            rows.Add(new PlaceRow(StrictJson.Fields(element, where, ["code", "en", "km", .. more]), where));
        }
        if (rows.GroupBy(row => row.Code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new FormatException($"places.json: \"{name}\" has the code \"{twice.Key}\" twice.");
        return rows;
    }

    private static void Check(List<Zone> zones, List<Province> provinces, List<District> districts)
    {
        foreach (var province in provinces)
            if (province.Code.Length != 2 || !zones.Exists(zone => zone.Code == province.Zone))
                throw new FormatException($"places.json, province \"{province.Code}\": the code must have two digits, and zone \"{province.Zone}\" must be listed.");
        foreach (var district in districts)
            if (district.Code.Length != 4 || !provinces.Exists(province => province.Code == district.Province))
                throw new FormatException($"places.json, district \"{district.Code}\": the code must have four digits, the first two of a listed province.");
    }

    private static JsonElement Required(Dictionary<string, JsonElement> top, string name) =>
        top.TryGetValue(name, out var value) ? value : throw new FormatException($"places.json needs \"{name}\".");

    private static WordTrie Trie(Dictionary<string, JsonElement> around, string name)
    {
        var trie = new WordTrie();
        foreach (var word in StrictJson.Words(around, name, "places.json, \"around\""))
            trie.Add(Phrase.Of(KhmerText.Normalize(word)).Key is { Length: > 0 } key ? key : throw new FormatException($"places.json, \"around\": \"{name}\" has an empty word."));
        return trie;
    }
}
