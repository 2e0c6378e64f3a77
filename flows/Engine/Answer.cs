using Hotline.Flows.Files;

namespace Hotline.Flows.Engine;

/// <summary>What a reply turned out to be.</summary>
internal abstract record Answer
{
    public sealed record Chosen(Choice Choice) : Answer;

    public sealed record Kept(IReadOnlyList<KeyValuePair<string, string>> Values) : Answer;

    /// <summary>It says something, but not what was asked.</summary>
    public sealed record Told : Answer
    {
        public static readonly Told It = new();
    }

    /// <summary>The list goes on.</summary>
    public sealed record NextPage : Answer
    {
        public static readonly NextPage It = new();
    }

    /// <summary>Digits of a code, or all of it.</summary>
    public sealed record Digits(string All) : Answer;

    public sealed record Skipped : Answer
    {
        public static readonly Skipped It = new();
    }

    public sealed record NotUnderstood : Answer
    {
        public static readonly NotUnderstood It = new();
    }
}
