namespace Hotline.Localization.Reading;

/// <summary>Chooses among places of one name.</summary>
internal static class PlaceChoice
{
    public static PlaceFound? Of(IReadOnlyList<PlaceFound> named, string? country, string? province)
    {
        var places = named.Where(place => (country is null || place.Country == country) && (province is null || place.Province == province)).ToList();
        if (places.Count < 2)
            return places.Count == 0 ? null : places[0];
        if (province is not null)
            return places.Find(place => place.District is not null);
        if (places.Find(place => place.Province is null || place.District is null) is { } larger)
            return larger;
        // Districts of one name: in one province they still tell the province.
        return places.TrueForAll(place => place.Province == places[0].Province)
            ? places[0] with { District = null }
            : new PlaceFound(places[0].Country, null, null);
    }
}
