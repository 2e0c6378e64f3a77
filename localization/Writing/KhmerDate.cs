using Humanizer;
using Humanizer.Localisation.DateToOrdinalWords;

namespace Hotline.Localization.Writing;

/// <summary>The full form that people expect: ថ្ងៃច័ន្ទ ទី៩ ខែមីនា ឆ្នាំ២០២៦ (Monday, the 9th of March, 2026). Gregorian years only.</summary>
internal sealed class KhmerDate : IDateToOrdinalWordConverter, IDateOnlyToOrdinalWordConverter
{
    // Sunday first, as System.DayOfWeek counts.
    private static readonly string[] Days = ["អាទិត្យ", "ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍"];

    private static readonly string[] Months =
        ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

    public static string Weekday(DayOfWeek day) => "ថ្ងៃ" + Days[(int)day];

    /// <summary>1 is January.</summary>
    public static string Month(int month) => "ខែ" + Months[month - 1];

    public static string Write(DateOnly date, bool weekday = true, bool year = true) =>
        $"{(weekday ? Weekday(date.DayOfWeek) + " " : "ថ្ងៃ")}ទី{KhmerDigits.Of(date.Day)} {Month(date.Month)}{(year ? " ឆ្នាំ" + KhmerDigits.Of(date.Year) : "")}";

    public string Convert(DateOnly date) => Write(date);

    public string Convert(DateOnly date, GrammaticalCase grammaticalCase) => Convert(date);
    public string Convert(DateTime date) => Convert(DateOnly.FromDateTime(date));
    public string Convert(DateTime date, GrammaticalCase grammaticalCase) => Convert(date);
}
