namespace Hotline.Localization.Hours;

/// <summary>A day on which the hours of its weekday do not hold.</summary>
/// <param name="Name">For those who edit the file; callers never hear it.</param>
internal sealed record Holiday(DateOnly Date, string Name, IReadOnlyList<Interval> Hours);
