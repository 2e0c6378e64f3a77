namespace Hotline.Flows.Engine;

public static class Limits
{
    /// <summary>States entered in one turn. The longest honest chain of ours is 14, past the signs of an offer check; beyond 24 a flow runs in a circle.</summary>
    public const int StatesPerTurn = 24;

    /// <summary>Cambodia has one time zone and no summer time.</summary>
    public static readonly TimeSpan PhnomPenh = TimeSpan.FromHours(7);

    /// <summary>After so long another person may hold the phone: start at the neutral front door.</summary>
    public static readonly TimeSpan IdleToDoor = TimeSpan.FromMinutes(20);

    /// <summary>After so long an accepted report is filed as it is.</summary>
    public static readonly TimeSpan IdleToFile = TimeSpan.FromMinutes(30);

    /// <summary>How long a recording may come behind the end of its call; providers tell the two in any order.</summary>
    public static readonly TimeSpan LateRecording = TimeSpan.FromMinutes(1);

    /// <summary>After so long nothing of an unfiled conversation is left.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(72);

    /// <summary>States kept for "back"; more only makes every stored session longer.</summary>
    public const int Trail = 8;

    /// <summary>Silences in a row on the phone before we say goodbye: repeat, rephrase, offer a person, end.</summary>
    public const int SilencesInACall = 4;

    /// <summary>Wrong keys in a row on the phone before we say goodbye: a phone in a pocket presses them for hours.</summary>
    public const int MissesInACall = 8;

    /// <summary>Characters of one text that are kept: what one request to a carrier may hold (Twilio error 21617).</summary>
    public const int TextLength = 1600;

    /// <summary>Messages of one report. Whoever tells more goes on in a second report; nothing is dropped.</summary>
    public const int WordsEntries = 100;

    /// <summary>Characters of all messages of one report: with the worst escaping, six bytes each, the session stays below 64 KB.</summary>
    public const int WordsLength = 10_000;

    public const int Recordings = 20;

    /// <summary>Answers of a caseworker that are said at once.</summary>
    public const int RepliesAtOnce = 3;

    /// <summary>A longer text without a question mark is a story, whatever it resembles: a question that is kept costs little, a story that is not costs a person.</summary>
    public const int QuestionLength = 90;

    /// <summary>A longer text is a story; no everywhere word with its polite particles is longer.</summary>
    public const int EverywhereWordLength = 40;
}
