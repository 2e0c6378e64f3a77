using Hotline.Flows.Engine;

namespace Hotline.Flows.Files;

/// <summary>A way on: taken when every condition that is given holds. The last rule of a list has none.</summary>
/// <param name="If">A slot that has a value, or one of <see cref="Condition"/>.</param>
/// <param name="Is">The value it has to have.</param>
/// <param name="To">A state, "flow/state", or one of <see cref="Target"/>.</param>
public sealed record Rule(string? If, string? Is, Channel? On, string To);

public static class Condition
{
    public const string Paused = "@paused";
    public const string Accepted = "@accepted";
    public const string Withheld = "@withheld";
    public const string Words = "@words";

    /// <summary>An alert was raised, and the country told since is not the one whose numbers were given.</summary>
    public const string Elsewhere = "@elsewhere";

    /// <summary>A person answers at this hour.</summary>
    public const string Open = "@open";

    /// <summary>A person answers at some hour of the week.</summary>
    public const string Staffed = "@staffed";

    /// <summary>The person who was rung answered.</summary>
    public const string Reached = "@reached";

    /// <summary>At least one question of this flow was answered with yes: each yes is a warning.</summary>
    public const string Warnings = "@warnings";

    /// <summary>In the turn of a lookup: the report of the code is there.</summary>
    public const string Found = "@found";

    /// <summary>Too many failed tries: nothing was read.</summary>
    public const string Slow = "@slow";

    /// <summary>A caseworker has read it.</summary>
    public const string Read = "@read";

    public const string Answered = "@answered";

    /// <summary>One of the answers that are said is in a caseworker's own words, which no voice can say.</summary>
    public const string AnsweredInWriting = "@answered-in-writing";

    public static readonly IReadOnlyList<string> All = [Paused, Accepted, Withheld, Words, Elsewhere, Open, Staffed, Reached, Warnings, Found, Slow, Read, Answered, AnsweredInWriting];
}

public static class Target
{
    /// <summary>Back to where an everywhere word was said.</summary>
    public const string Return = "@return";

    /// <summary>On with the conversation put aside at the front door.</summary>
    public const string Paused = "@paused";

    public static readonly IReadOnlyList<string> All = [Return, Paused];
}

/// <summary>What a state or an answer does besides speaking.</summary>
public enum Deed { Alert, File, FileUnfinished, StartAnew, KeepContact, ForgetContact, OptOut, Erase, AcceptQuestion, KeepQuestion, RequestCall, Withdraw, TellCaseworker, CheckInDone, CheckInLeft, CheckInStop, JoinTips, LeaveTips }
