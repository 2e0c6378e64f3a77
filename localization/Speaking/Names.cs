using System.Collections.Immutable;
using System.Globalization;

namespace Hotline.Localization.Speaking;

/// <summary>Weekdays and months in small English letters: the names of clips and of entries in files, never shown to callers.</summary>
internal static class Names
{
    /// <summary>Sunday first, as System.DayOfWeek counts.</summary>
    public static ImmutableArray<string> Days { get; } = [.. CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Select(Small)];

    public static ImmutableArray<string> Months { get; } = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(Small)];

    public static string Of(DayOfWeek day) => Days[(int)day];

    public static DayOfWeek? Weekday(string name) => Days.IndexOf(name) is >= 0 and var at ? (DayOfWeek)at : null;

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
