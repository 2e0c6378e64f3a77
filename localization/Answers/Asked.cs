namespace Hotline.Localization.Answers;

/// <summary>One way of asking for one answer.</summary>
internal readonly record struct Asked(int Entry, ConceptSet Concepts);
