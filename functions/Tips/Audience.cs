namespace Hotline.Functions.Tips;

/// <summary>Which of those who joined get a tip.</summary>
/// <param name="Interests">None: all. Who told no interest gets it too: they asked for tips.</param>
/// <param name="Provinces">None: all. Who told no province is not written to about one.</param>
public sealed record Audience(IReadOnlyList<string> Interests, IReadOnlyList<string> Provinces)
{
    public static readonly Audience Everybody = new([], []);

    public bool Holds(TipSubscription person) =>
        (Interests.Count == 0 || person.Interest is null || Interests.Contains(person.Interest))
        && (Provinces.Count == 0 || (person.Province is { } province && Provinces.Contains(province)));
}
