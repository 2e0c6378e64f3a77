namespace Hotline.Localization.Answers;

/// <param name="Sure">The first is clearly ahead and may be given at once; otherwise the person is asked which one they mean.</param>
/// <param name="Best">At most three, best first; empty when nothing fits.</param>
/// <param name="Trouble">The question tells of someone in trouble: offer the report, whatever was found.</param>
public sealed record FoundAnswers(bool Sure, IReadOnlyList<FoundAnswer> Best, bool Trouble);
