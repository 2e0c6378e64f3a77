namespace Hotline.Localization.Hours;

/// <summary>Open from one time to another, both counted from the midnight before <paramref name="From"/>.</summary>
/// <param name="To">The first moment at which it is closed; beyond 24 hours where it lasts over midnight.</param>
internal readonly record struct Interval(TimeSpan From, TimeSpan To)
{
    public bool Holds(TimeSpan sinceMidnight) => sinceMidnight >= From && sinceMidnight < To;
}
