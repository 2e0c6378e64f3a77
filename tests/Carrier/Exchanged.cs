namespace Hotline.Tests.Carriers;

/// <summary>What the client sees of a request.</summary>
internal sealed record Exchanged(Reply? Reply)
{
    public static Exchanged Lost { get; } = new((Reply?)null) { Break = ConnectionBreak.Lost };

    public static Exchanged TimedOut { get; } = new((Reply?)null) { Break = ConnectionBreak.Silence };

    public ConnectionBreak Break { get; init; }
}
