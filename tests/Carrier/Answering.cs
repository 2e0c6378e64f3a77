namespace Hotline.Tests.Carriers;

/// <summary>What a phone does when it rings.</summary>
internal abstract record Answering
{
    public sealed record NotAnswered : Answering;

    public sealed record Busy : Answering;

    /// <summary>The network cannot put it through.</summary>
    public sealed record Failed : Answering;

    /// <param name="Conversation">What whoever answers does; hangs up when it is over.</param>
    public sealed record By(Func<RobotCall, Task> Conversation) : Answering
    {
        public TimeSpan After { get; init; } = TimeSpan.FromSeconds(5);
    }
}
