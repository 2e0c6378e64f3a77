using Hotline.Localization.Catalogues;

namespace Hotline.Localization.Answers;

/// <summary>An answer in one language. Places left open: labour, person, child, numbers, for numbers to call.</summary>
/// <param name="Messages">Each fits two SMS parts; the first is the answer, the others add to it.</param>
/// <param name="Voice">The same to be spoken.</param>
/// <param name="Asks">How people ask for it.</param>
public sealed record AnswerWords(IReadOnlyList<Template> Messages, Template Voice, IReadOnlyList<string> Asks);
