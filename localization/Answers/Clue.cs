namespace Hotline.Localization.Answers;

/// <summary>Something in a question that speaks for some answers more than for others. <paramref name="From"/>, <paramref name="To"/>: where it stands in the key of the phrase.</summary>
internal readonly record struct Clue(uint Hash, int From, int To);
