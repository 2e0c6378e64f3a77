using Humanizer;
using Humanizer.Localisation.TimeToClockNotation;

namespace Hotline.Localization.Writing;

/// <summary>
/// ម៉ោង ២:១៥ រសៀល: twelve hours and the part of the day, so no two minutes of a day are written alike. The parts begin where
/// people speak of them (five o'clock is ល្ងាច), which is earlier than in Unicode CLDR.
/// </summary>
internal sealed class KhmerClock : ITimeOnlyToClockNotationConverter
{
    public string Convert(TimeOnly time, ClockNotationRounding roundToNearestFive)
    {
        var minutes = time.Hour * 60 + time.Minute;
        if (roundToNearestFive == ClockNotationRounding.NearestFiveMinutes)
            minutes = (minutes + 2) / 5 * 5 % (24 * 60);
        var (hour, minute) = (minutes / 60, minutes % 60);
        var past = minute == 0 ? "" : ":" + KhmerDigits.In(minute.ToString("00", System.Globalization.CultureInfo.InvariantCulture));
        return $"ម៉ោង {KhmerDigits.Of((hour + 11) % 12 + 1)}{past} {PartOfDay(hour)}";
    }

    private static string PartOfDay(int hour) => hour switch
    {
        < 4 => "យប់",
        < 12 => "ព្រឹក",
        12 => "ថ្ងៃត្រង់",
        < 16 => "រសៀល",
        < 19 => "ល្ងាច",
        _ => "យប់",
    };
}
