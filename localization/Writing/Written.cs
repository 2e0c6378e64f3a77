using System.Globalization;
using Humanizer;
using Humanizer.Configuration;
using Humanizer.Localisation;

namespace Hotline.Localization.Writing;

/// <summary>
/// Numbers, dates, times, lists and money as they are written in a message. Languages: "km" and "en"; any other is a broken
/// set-up and throws (ask <see cref="Knows"/> first). Nothing depends on the machine's culture or time zone.
/// </summary>
public static class Written
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    static Written() => KhmerHumanizer.Register();

    public static bool Knows(string language) => language is "km" or "en";

    /// <summary>In words: ពីររយហាសិបប្រាំមួយ, "two hundred and fifty-six".</summary>
    public static string Number(long n, string language) => n.ToWords(Culture(language));

    /// <summary>1,500,000 in Latin digits in both languages: a number is compared with what stands on a keypad, a note or a contract.</summary>
    public static string Digits(long n, string language)
    {
        _ = Culture(language);
        return Grouped(n);
    }

    /// <summary>Replaces Latin digits by Khmer ones and leaves the rest.</summary>
    public static string KhmerDigits(string text) => Writing.KhmerDigits.In(text);

    /// <summary>ទី៣, "3rd".</summary>
    public static string Ordinal(int n, string language) =>
        Configurator.Ordinalizers.ResolveForCulture(Culture(language)).Convert(n, n.ToString(CultureInfo.InvariantCulture));

    /// <summary>៣ ម៉ោងមុន, "3 hours ago"; also forwards. "Yesterday" is by the calendar of <paramref name="now"/>'s offset, which is the reader's.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now, string language) =>
        WallClock(then.ToOffset(now.Offset)).Humanize(utcDate: true, WallClock(now), Culture(language));

    /// <summary>ថ្ងៃច័ន្ទ ទី៩ ខែមីនា ឆ្នាំ២០២៦, "Monday, 9 March 2026"; without weekday ថ្ងៃទី៩ ខែមីនា, "9 March".</summary>
    public static string Date(DateOnly date, string language, bool weekday = true, bool year = true) => Culture(language) == English
        ? date.ToString((weekday ? "dddd, " : "") + "d MMMM" + (year ? " yyyy" : ""), CultureInfo.InvariantCulture)
        : KhmerDate.Write(date, weekday, year);

    /// <summary>ថ្ងៃច័ន្ទ, "Monday".</summary>
    public static string Weekday(DayOfWeek day, string language) =>
        Culture(language) == English ? CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day) : KhmerDate.Weekday(day);

    /// <summary>ខែមីនា, "March"; 1 is January.</summary>
    public static string Month(int month, string language) =>
        Culture(language) == English ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : KhmerDate.Month(month);

    public static string Today(string language) => Culture(language) == English ? "today" : ToCome(0, language);

    // Humanizer knows the English word too, but compiles hundreds of patterns for plurals before it says it: a fifth of the start.
    public static string Tomorrow(string language) => Culture(language) == English ? "tomorrow" : ToCome(1, language);

    /// <summary>ថ្ងៃស្អែក ម៉ោង ៨ ព្រឹក, "tomorrow at 8 am". The day is written already.</summary>
    public static string When(string day, TimeOnly time, string language) => Culture(language) != English
        ? $"{day} {Time(time, language)}"
        : $"{day} at {time.ToString(time.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture)} {(time.Hour < 12 ? "am" : "pm")}";

    /// <summary>ម៉ោង ២:១៥ រសៀល, "2:15 PM".</summary>
    public static string Time(TimeOnly time, string language) => Culture(language) == English
        ? time.ToString("h:mm tt", CultureInfo.InvariantCulture)
        : Configurator.TimeOnlyToClockNotationConverters.ResolveForCulture(Culture(language)).Convert(time, ClockNotationRounding.None);

    public static string And(IEnumerable<string> items, string language) =>
        Configurator.CollectionFormatters.ResolveForCulture(Culture(language)).Humanize(items);

    public static string Or(IEnumerable<string> items, string language) =>
        Culture(language) == English ? Configurator.CollectionFormatters.ResolveForCulture(English).Humanize(items, "or") : KhmerList.Or.Humanize(items);

    /// <summary>20,000 រៀល. Whole riel.</summary>
    public static string Riel(long amount, string language) => $"{Grouped(amount)} {(Culture(language) == English ? "riel" : "រៀល")}";

    /// <summary>50 ដុល្លារ. Whole US dollars.</summary>
    public static string Dollars(long amount, string language) =>
        $"{Grouped(amount)} {(Culture(language) != English ? "ដុល្លារ" : amount is 1 or -1 ? "dollar" : "dollars")}";

    private static string ToCome(int days, string language) =>
        Configurator.Formatters.ResolveForCulture(Culture(language)).DateHumanize(TimeUnit.Day, Tense.Future, days);

    private static string Grouped(long n) => n.ToString("#,0", CultureInfo.InvariantCulture);

    // Marked UTC so that Humanizer converts nothing: it would ask for the machine's time zone.
    private static DateTime WallClock(DateTimeOffset moment) => DateTime.SpecifyKind(moment.DateTime, DateTimeKind.Utc);

    private static CultureInfo Culture(string language) => language switch
    {
        "km" => KhmerHumanizer.Culture,
        "en" => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Numbers and dates can be written in km and en; add the language to Written first."),
    };
}
