namespace Hotline.Localization.Reading;

/// <summary>A district, municipality or khan. <paramref name="Code"/>: NCDD, four digits, the first two are the province.</summary>
public sealed record District(string Code, string English, string Khmer, string Province);
