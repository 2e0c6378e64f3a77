namespace Hotline.Localization.Reading;

/// <summary>What places.json holds, read and cross-checked.</summary>
internal sealed record Gazetteer(
    IReadOnlyList<Zone> Zones,
    IReadOnlyList<Province> Provinces,
    IReadOnlyList<District> Districts,
    IReadOnlyList<Country> Countries,
    PlaceIndex Index,
    WordTrie Before,
    WordTrie After);
