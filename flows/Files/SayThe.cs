namespace Hotline.Flows.Files;

/// <summary>What a state may say besides keys of the catalogue.</summary>
public static class SayThe
{
    /// <summary>The answer chosen or found; past its date that is said first.</summary>
    public const string Answer = "@answer";

    /// <summary>The rest of it, and the day it was last checked.</summary>
    public const string More = "@more";

    /// <summary>What a caseworker answered, oldest first.</summary>
    public const string Replies = "@answers";

    public static readonly IReadOnlyList<string> All = [Answer, More, Replies];
}
