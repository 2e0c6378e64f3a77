using System.Globalization;

namespace Hotline.Flows.CheckIns;

/// <summary>How often somebody is asked: the first contacts one by one, then one after the other for as long as the case is open.</summary>
public sealed record Cadence(IReadOnlyList<Step> First, Step Then)
{
    /// <summary>Weeks 1, 2 and 4, every month to month 6, every two months to month 12 (the ministry's meetings) and on, until a person closes the case.</summary>
    public static readonly Cadence Usual = new(
        [new(1, false), new(2, false), new(4, false), .. new[] { 2, 3, 4, 5, 6, 8, 10, 12 }.Select(month => new Step(month, true))],
        new Step(2, true));

    /// <summary>The days from the start on, without an end.</summary>
    public IEnumerable<DateOnly> Days(DateOnly start)
    {
        var last = start;
        foreach (var span in First)
            yield return last = span.After(start);
        for (var times = 1; ; times++)
            yield return Then.After(last, times);
    }
}

/// <summary>So many weeks or months, written "2w" and "6m".</summary>
public readonly record struct Step(int Count, bool Months)
{
    private const int Most = 99;

    public DateOnly After(DateOnly day, int times = 1) => Months ? day.AddMonths(Count * times) : day.AddDays(7 * Count * times);

    public static Step? Parse(string text) =>
        text is [.., 'w' or 'm'] && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Most
            ? new Step(count, text[^1] == 'm')
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count}{(Months ? 'm' : 'w')}");
}
