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

    public static readonly IReadOnlyList<string> All = [Numbers, Person, Labour, Receipt, Last];
}
