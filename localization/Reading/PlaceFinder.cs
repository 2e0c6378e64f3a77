namespace Hotline.Localization.Reading;

/// <summary>Finds the place in a message: one name, or two of which one lies in the other ("Poipet, Banteay Meanchey").</summary>
internal sealed class PlaceFinder(Gazetteer gazetteer)
{
    public PlaceFound? Find(string text, string? country, string? province)
    {
        if (WordLists.Short(text) is not { } phrase)
            return null;
        var named = Named(phrase, 0, phrase.Key.Length, province);
        return named.Count > 0 ? PlaceChoice.Of(named, country, province) : Nested(phrase, country, province);
    }

    /// <summary>What this part of the message names, as few of the words around it left out as possible.</summary>
    private IReadOnlyList<PlaceFound> Named(Phrase phrase, int from, int to, string? province)
    {
        var ends = Trimming.Ends(phrase, gazetteer.After, to);
        foreach (var start in Trimming.Starts(phrase, gazetteer.Before, from, to))
            foreach (var end in ends)
                if (start < end && gazetteer.Index.Named(phrase.Key[start..end], province) is { Count: > 0 } places)
                    return places;
        return [];
    }

    private PlaceFound? Nested(Phrase phrase, string? country, string? province)
    {
        for (var at = 1; at < phrase.Key.Length; at++)
        {
            if (!phrase.IsEdge(at) || Named(phrase, 0, at, null) is not { Count: > 0 } first || Named(phrase, at, phrase.Key.Length, null) is not { Count: > 0 } second)
                continue;
            if ((Inside(first, second) ?? Inside(second, first)) is { } found)
                return PlaceChoice.Of([found], country, province);
        }
        return null;
    }

    private static PlaceFound? Inside(IReadOnlyList<PlaceFound> small, IReadOnlyList<PlaceFound> large) => PlaceChoice.Of(large, null, null) switch
    {
        { Province: { } province, District: null } => PlaceChoice.Of(small, null, province) is { District: not null } district ? district : null,
        // The name of a country, and not one of districts in two provinces.
        { Province: null } country when large.Contains(country) => PlaceChoice.Of(small, country.Country, null) is { Province: not null } place ? place : null,
        _ => null,
    };
}
