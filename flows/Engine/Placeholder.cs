namespace Hotline.Flows.Engine;

/// <summary>What may stand in braces in a prompt; any other name is a slot.</summary>
public static class Placeholder
{
    /// <summary>Whom to call in danger, by the country named, else by the caller's prefix.</summary>
    public const string Numbers = "numbers";

    /// <summary>Where a person answers: the duty number, else a helpline.</summary>
    public const string Person = "person";

    /// <summary>Whom to ask about work abroad.</summary>
    public const string Labour = "labour";

    public const string Receipt = "receipt";

    /// <summary>The highest key of the question just asked.</summary>
    public const string Last = "last";

    /// <summary>Whom a child can call.</summary>
    public const string Child = "child";

    /// <summary>The key that an item of a list has just now.</summary>
    public const string Key = "key";

    /// <summary>How many questions of this flow were answered with yes.</summary>
    public const string Warnings = "warnings-count";

    /// <summary>When a person answers again.</summary>
    public const string Open = "open-when";

    /// <summary>The day an answer was last compared with its source.</summary>
    public const string Checked = "checked";

    /// <summary>How many digits of a code are missing.</summary>
    public const string Left = "left";

    /// <summary>What a caseworker wrote.</summary>
    public const string Answer = "answer";

    /// <summary>Ordinary talk in a client's own words.</summary>
    public const string Talk = "talk";

    /// <summary>The short name of something that people on duty are told of.</summary>
    public const string Alert = "alert-id";

    public static readonly IReadOnlyList<string> All = [Numbers, Person, Labour, Receipt, Last, Child, Key, Warnings, Open, Checked, Left, Answer, Talk, Alert];
}
