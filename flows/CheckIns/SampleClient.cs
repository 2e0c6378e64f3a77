namespace Hotline.Flows.CheckIns;

/// <summary>An invented client, for the proof, transcripts and the terminal; its words and codes are nobody's.</summary>
public static class SampleClient
{
    /// <param name="talk">"1" to "5", or a sentence.</param>
    public static Client In(string language, string talk = "4") => new()
    {
        Id = "sample",
        Enrolment = new Enrolment
        {
            ConsentOn = new DateOnly(2026, 3, 1),
            ConsentBy = "the caseworker",
            Language = language,
            Channel = Reach.Both,
            From = new TimeOnly(18, 0),
            To = new TimeOnly(20, 0),
            Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Thursday],
            SharedPhone = true,
            CoverStory = "a shop",
            Opener = "1",
            Talk = talk,
            SafeWord = language == "km" ? "ស្វាយទុំ" : "ripe mango",
            DuressWord = language == "km" ? "ចេកអំបូង" : "blue lantern",
            SafeCode = "4837",
            DuressCode = "2915",
            Page = ["the caseworker"],
            Cadence = Cadence.Usual,
            Start = new DateOnly(2026, 3, 2),
        },
    };
}
