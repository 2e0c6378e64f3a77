namespace Hotline.Localization.Answers;

/// <param name="Score">0 to 1: how much of the question and of the way others ask it is the same.</param>
/// <param name="Matched">The words of the question that told us.</param>
public sealed record FoundAnswer(AnswerEntry Entry, double Score, IReadOnlyList<string> Matched);
