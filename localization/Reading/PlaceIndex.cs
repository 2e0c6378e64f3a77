using Hotline.Localization.Khmer;

namespace Hotline.Localization.Reading;

/// <summary>Names to places, in three tightnesses: as written, loosely spelt Khmer, and by sound.</summary>
internal sealed class PlaceIndex
{
    private const int LooseFrom = 3;

    private readonly Dictionary<string, List<PlaceFound>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceFound>> loose = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceFound>> sound = new(StringComparer.Ordinal);

    public void Add(string name, PlaceFound place, string where)
    {
        var key = Phrase.Of(KhmerText.Normalize(name)).Key;
        if (key.Length == 0)
            throw new FormatException($"{where} has an empty name.");
        Put(exact, key, place);
        if (LooseKey(key) is { } looseKey)
            Put(loose, looseKey, place);
        if (SoundKey.Of(key) is { } soundKey)
            Put(sound, soundKey, place);
    }

    /// <summary>All places of this name; empty when nothing is called so. A sound that different places share says nothing.</summary>
    public IReadOnlyList<PlaceFound> Named(string key, string? withinProvince)
    {
        if (exact.TryGetValue(key, out var places) || (LooseKey(key) is { } looseKey && loose.TryGetValue(looseKey, out places)))
            return places;
        if (SoundKey.Of(key) is not { } soundKey || !sound.TryGetValue(soundKey, out places))
            return [];
        var near = places.Where(place => withinProvince is null || string.Equals(place.Province, withinProvince, StringComparison.Ordinal)).ToList();
        return IsOne(near) ? near : [];
    }

    /// <summary>One place, or one province with the town that bears its name.</summary>
    private static bool IsOne(List<PlaceFound> places) => places.Count == 1 || (places.Count > 1
        && places.All(place => place.Country == places[0].Country && place.Province == places[0].Province)
        && (places.Any(place => place.District is null) || places.TrueForAll(place => place.District == places[0].District)));

    private static string? LooseKey(string key) =>
        key.AsSpan().ContainsAnyInRange('\u1780', '\u17B3') && KhmerClusters.Count(key) >= LooseFrom ? KhmerText.Loose(key) : null;

    private static void Put(Dictionary<string, List<PlaceFound>> index, string key, PlaceFound place)
    {
        if (!index.TryGetValue(key, out var places))
            index.Add(key, places = []);
        if (!places.Contains(place))
            places.Add(place);
    }
}
