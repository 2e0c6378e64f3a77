using Hotline.Localization.Numbers;

namespace Hotline.Localization.Tips;

/// <summary>A short text for people who asked for such texts. Whoever holds the phone may read it.</summary>
/// <param name="Text">As it is sent, nothing to be filled in.</param>
/// <param name="Segments">How many SMS segments it may cost in any language; one unless <paramref name="Why"/> says why more.</param>
/// <param name="Months">1 to 12, when it is of use; none: the whole year.</param>
/// <param name="Provinces">NCDD codes, "01" to "25"; none: everywhere.</param>
/// <param name="Interests">Of <see cref="TipInterest"/>; none: for everybody.</param>
/// <param name="Word">A word of campaigns.json that may be answered; null: none is offered.</param>
/// <param name="Source">The section of the fact sheet that it rests on.</param>
/// <param name="Checked">The day somebody last compared it with its source.</param>
/// <param name="Expires">The last day on which it may go out without being checked again.</param>
/// <param name="Review">"draft" until a native speaker has read it.</param>
public sealed record Tip(
    string Id,
    Bilingual Text,
    int Segments,
    string? Why,
    IReadOnlyList<int> Months,
    IReadOnlyList<string> Provinces,
    IReadOnlyList<string> Interests,
    string? Word,
    string Source,
    DateOnly Checked,
    DateOnly Expires,
    string Review)
{
    public bool IsDraft => Review == "draft";

    public bool IsStale(DateOnly today) => today > Expires;

    public bool InSeason(DateOnly today) => Months.Count == 0 || Months.Contains(today.Month);
}
