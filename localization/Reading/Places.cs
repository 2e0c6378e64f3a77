namespace Hotline.Localization.Reading;

/// <summary>Provinces and districts of Cambodia and the countries people go to, by any name in use (places.json).</summary>
public sealed class Places
{
    private readonly PlaceFinder finder;
    private readonly Dictionary<string, (string English, string Khmer)> names = new(StringComparer.Ordinal);

    private Places(Gazetteer gazetteer)
    {
        (Zones, Provinces, Districts, Countries) = (gazetteer.Zones, gazetteer.Provinces, gazetteer.Districts, gazetteer.Countries);
        finder = new PlaceFinder(gazetteer);
        foreach (var province in Provinces)
            names.Add(province.Code, (province.English, province.Khmer));
        foreach (var district in Districts)
            names.Add(district.Code, (district.English, district.Khmer));
        foreach (var country in Countries)
            names.Add(country.Code, (country.English, country.Khmer));
    }

    public IReadOnlyList<Zone> Zones { get; }

    public IReadOnlyList<Province> Provinces { get; }

    public IReadOnlyList<District> Districts { get; }

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>Reads places.json. Throws <see cref="FormatException"/> naming the row for anything that is not exactly as it should be.</summary>
    public static Places Parse(string json) => new(PlacesJson.Read(json));

    /// <summary>
    /// The name of a country, province or district in "km", or in English for any other language. Throws on an unknown code.
    /// A province without its leading zero, as <see cref="Reader.Province"/> gives it, will do.
    /// </summary>
    public string Name(string code, string language)
    {
        if (!names.TryGetValue(TwoDigits(code), out var name))
            throw new ArgumentException($"places.json has no place with the code \"{code}\".", nameof(code));
        return string.Equals(language, "km", StringComparison.Ordinal) ? name.Khmer : name.English;
    }

    /// <summary>
    /// The place that the whole message names, or null. A district gives its province too. A name that is a province and a district means the
    /// province, unless the province is given. A district name that two provinces have gives only the country, unless the province is given.
    /// </summary>
    public PlaceFound? Find(string text, string? withinCountry = null, string? withinProvince = null) =>
        finder.Find(text, withinCountry, withinProvince is null ? null : TwoDigits(withinProvince));

    private static string TwoDigits(string code) => code.Length == 1 ? "0" + code : code;
}
