namespace Hotline.Localization.Answers;

/// <summary>A word of concepts.json. <paramref name="Concept"/>: its place among the concepts, null for words that tell nothing.</summary>
internal readonly record struct LexiconWord(string Word, LexiconScript Script, int? Concept);
