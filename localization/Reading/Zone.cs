namespace Hotline.Localization.Reading;

/// <summary>A part of Cambodia with six or seven provinces: few enough for one menu by voice. Ours, not the government's.</summary>
public sealed record Zone(string Code, string English, string Khmer);
