namespace Hotline.Localization.Reading;

/// <summary>A place that a message named: ISO 3166-1 alpha-2 ("KH"), and in Cambodia the NCDD codes ("01".."25", "0110") as far as they are certain.</summary>
public sealed record PlaceFound(string Country, string? Province, string? District);
