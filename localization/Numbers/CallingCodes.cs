namespace Hotline.Localization.Numbers;

/// <summary>Country calling codes (ITU-T E.164, 1 to 3 digits): which country a number's beginning belongs to.</summary>
internal sealed class CallingCodes(IReadOnlyDictionary<string, string> codeOfCountry)
{
    private readonly Dictionary<string, string> countryOfCode =
        codeOfCountry.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public bool Knows(string country) => codeOfCountry.ContainsKey(country);

    public string? CountryOf(string e164)
    {
        if (e164.Length < 2 || e164[0] != '+' || e164.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            return null;
        for (var digits = Math.Min(3, e164.Length - 1); digits > 0; digits--)
            if (countryOfCode.TryGetValue(e164.Substring(1, digits), out var country))
                return country;
        return null;
    }

    /// <returns>Null when the international form belongs to the country and spells the same number; otherwise what is wrong.</returns>
    public string? Objection(string country, string number, string international)
    {
        var prefix = "+" + codeOfCountry[country];
        if (international.Length is < 8 or > 16 || international[0] != '+' || international.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            return "write E.164, a plus and 7 to 15 digits, or null";
        if (CountryOf(international) != country)
            return $"does not begin with {prefix}, the code of {country}";
        var local = string.Concat(number.Where(char.IsAsciiDigit));
        var national = international[prefix.Length..];
        return local == national || local == "0" + national ? null : "does not spell the same number as \"number\"";
    }
}
