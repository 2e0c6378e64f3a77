using Hotline.Localization.Numbers;

namespace Hotline.Localization.Answers;

/// <summary>One answer of the bank. <paramref name="Countries"/>: ISO 3166-1 alpha-2, empty where it holds everywhere. <paramref name="Source"/>: the codes of the fact sheet.</summary>
/// <param name="Checked">The day somebody last compared it with its source; with the border notice in it, the earlier of both days.</param>
/// <param name="Expires">The last day on which it may be given without saying that it may be out of date.</param>
/// <param name="Review">"draft" until a native speaker has read it.</param>
/// <param name="Trouble">Who asks this may be in trouble: the report is offered too.</param>
public sealed record AnswerEntry(
    string Id,
    IReadOnlyList<string> Countries,
    string Topic,
    string Source,
    DateOnly Checked,
    DateOnly Expires,
    string Review,
    bool Trouble,
    Bilingual Question,
    AnswerWords Km,
    AnswerWords En)
{
    /// <summary>The words in "km", or in English for any other language.</summary>
    public AnswerWords In(string language) => string.Equals(language, "km", StringComparison.Ordinal) ? Km : En;

    public bool StaleOn(DateOnly today) => today > Expires;
}
