using Hotline.Localization.Numbers;

namespace Hotline.Localization.Answers;

/// <summary>At most four answers, reached by keys.</summary>
public sealed record AnswerTopic(string Id, Bilingual Name);
