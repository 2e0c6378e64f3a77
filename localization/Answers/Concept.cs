namespace Hotline.Localization.Answers;

/// <summary>Something people mean, whatever they call it. <paramref name="Weight"/>: how much it tells, about 0.2 to 1.6.</summary>
internal sealed record Concept(int Index, string Name, double Weight, bool Trouble);
