using Hotline.Localization.Numbers;

namespace Hotline.Localization.Answers;

/// <summary>At most four topics, reached by keys.</summary>
public sealed record AnswerGroup(string Id, Bilingual Name, IReadOnlyList<AnswerTopic> Topics);
