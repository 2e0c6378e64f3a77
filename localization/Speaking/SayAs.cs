namespace Hotline.Localization.Speaking;

/// <summary>What a value is, and so how it is written and said. The last word of a placeholder's name says it: {people-count}, {fee-dollars}, {open-when}.</summary>
public enum SayAs
{
    /// <summary>Any other name: written as it is, said digit by digit (telephone numbers, codes, keys).</summary>
    Digits,

    /// <summary>0 to 999,999,999, in plain digits.</summary>
    Count,

    /// <summary>Whole riel, as a count.</summary>
    Riel,

    /// <summary>Whole US dollars, as a count. No cents: below one dollar people pay in riel.</summary>
    Dollars,

    /// <summary>2027-01-04: weekday, day, month, year; years 2000 to 2099.</summary>
    Date,

    /// <summary>2027-01-04: day and month alone.</summary>
    Day,

    /// <summary>08:00, in 24 hours.</summary>
    Time,

    /// <summary>"today 08:00", "tomorrow 08:00", "monday 08:00" or "2027-01-14 08:00": as <see cref="SpokenValue.When"/> makes it.</summary>
    When,
}
