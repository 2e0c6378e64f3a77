namespace Hotline.Localization.Reading;

/// <summary>A country. <paramref name="Code"/>: ISO 3166-1 alpha-2.</summary>
public sealed record Country(string Code, string English, string Khmer);
