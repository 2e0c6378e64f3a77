using Hotline.Flows.Engine;

namespace Hotline.Flows.CheckIns;

/// <summary>What is said on the check-in line by the engine and the shell themselves.</summary>
public static class CheckInPrompts
{
    public const string LineAgain = CheckInPlaces.Flow + ".line-again";
    public const string LineBye = CheckInPlaces.Flow + ".line-bye";
    public const string Noted = CheckInPlaces.Flow + ".noted";

    /// <summary>To a phone that nobody enrolled.</summary>
    public const string WrongNumber = CheckInPlaces.Flow + ".wrong-number";

    /// <summary>When something is broken.</summary>
    public const string Busy = CheckInPlaces.Flow + ".busy";

    public const string OwnTalk = CheckInPlaces.Flow + ".talk-own";

    /// <summary>The reviewed list; its openers are said by whoever writes first.</summary>
    public static string Talk(string number) => $"{CheckInPlaces.Flow}.talk-{number}";

    public static string Opener(string number) => $"{CheckInPlaces.Flow}.opener-{number}";

    public static IEnumerable<(string Key, Channel Channel)> All =>
    [
        (LineAgain, Channel.Voice), (LineBye, Channel.Voice), (Noted, Channel.Text), (WrongNumber, Channel.Text), (Busy, Channel.Text), (Busy, Channel.Voice), (OwnTalk, Channel.Text),
        (CheckInPlaces.Flow + ".again", Channel.Voice),
        .. Enumerable.Range(1, EnrolmentCheck.ListLength).SelectMany(number => new[] { (Talk($"{number}"), Channel.Text), (Opener($"{number}"), Channel.Text) }),
    ];
}
