namespace Hotline.Localization.Reading;

/// <summary>A province or the capital. <paramref name="Code"/>: NCDD, "01".."25". <paramref name="Zone"/>: the code of one of <see cref="Places.Zones"/>.</summary>
public sealed record Province(string Code, string English, string Khmer, string Zone);
