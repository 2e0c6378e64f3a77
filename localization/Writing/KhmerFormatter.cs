using Humanizer.Localisation;
using Humanizer.Localisation.Formatters;

namespace Hotline.Localization.Writing;

/// <summary>Relative dates, durations and sizes. Khmer nouns have one form, so a count never changes the word.</summary>
internal sealed class KhmerFormatter : IFormatter
{
    private readonly KhmerNumberWords words = new();

    public string DateHumanize_Now() => "ឥឡូវនេះ";

    public string DateHumanize_Never() => "មិនដែល";

    public string DateHumanize(TimeUnit timeUnit, Tense timeUnitTense, int unit) => (timeUnit, timeUnitTense, unit) switch
    {
        (_, _, 0) => timeUnit == TimeUnit.Day ? "ថ្ងៃនេះ" : DateHumanize_Now(),
        (TimeUnit.Day, Tense.Past, 1) => "ម្សិលមិញ",
        (TimeUnit.Day, Tense.Past, 2) => "ម្សិលម្ង៉ៃ",
        (TimeUnit.Day, Tense.Future, 1) => "ថ្ងៃស្អែក",
        (TimeUnit.Day, Tense.Future, 2) => "ខានស្អែក",
        (_, Tense.Past, _) => Counted(timeUnit, unit) + "មុន",
        _ => Counted(timeUnit, unit) + "ទៀត",
    };

    public string TimeSpanHumanize_Zero() => Counted(TimeUnit.Second, 0);

    public string TimeSpanHumanize(TimeUnit timeUnit, int unit, bool toWords = false) =>
        toWords ? $"{words.Convert(unit)} {TimeUnitHumanize(timeUnit)}" : Counted(timeUnit, unit);

    // Latin symbols would be letters that many cannot read, so the word also serves as the symbol.
    public string DataUnitHumanize(DataUnit dataUnit, double count, bool toSymbol = true) => dataUnit switch
    {
        DataUnit.Bit => "ប៊ីត",
        DataUnit.Byte => "បៃ",
        DataUnit.Kilobyte => "គីឡូបៃ",
        DataUnit.Megabyte => "មេកាបៃ",
        DataUnit.Gigabyte => "ជីកាបៃ",
        DataUnit.Terabyte => "តេរ៉ាបៃ",
        _ => throw new ArgumentOutOfRangeException(nameof(dataUnit), dataUnit, "Give this unit of data its Khmer word."),
    };

    public string TimeUnitHumanize(TimeUnit timeUnit) => timeUnit switch
    {
        TimeUnit.Millisecond => "មិល្លីវិនាទី",
        TimeUnit.Second => "វិនាទី",
        TimeUnit.Minute => "នាទី",
        TimeUnit.Hour => "ម៉ោង",
        TimeUnit.Day => "ថ្ងៃ",
        TimeUnit.Week => "សប្ដាហ៍",
        TimeUnit.Month => "ខែ",
        TimeUnit.Year => "ឆ្នាំ",
        _ => throw new ArgumentOutOfRangeException(nameof(timeUnit), timeUnit, "Give this unit of time its Khmer word."),
    };

    private string Counted(TimeUnit timeUnit, int unit) => $"{KhmerDigits.Of(unit)} {TimeUnitHumanize(timeUnit)}";
}
