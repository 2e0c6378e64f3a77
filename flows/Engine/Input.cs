namespace Hotline.Flows.Engine;

public enum Channel { Text, Voice }

/// <summary>What reached us: one of these begins every turn.</summary>
public abstract record Input
{
    public sealed record Text(string Body) : Input;

    /// <summary>Keys pressed on a phone: 0-9, * and #.</summary>
    public sealed record Digits(string Keys) : Input;

    /// <summary>A recording the caller left; the address is a secret and stays inside sealed rows.</summary>
    public sealed record Recording(string Address, int Seconds) : Input;

    public sealed record CallStarted : Input;

    public sealed record Silence : Input;

    public sealed record HangUp : Input;

    /// <summary>The person who was rung answered and the talk is over, or nobody answered.</summary>
    public sealed record Dialled(bool Answered) : Input;

    /// <summary>A wake-up asked for earlier with <see cref="Effect.WakeAt"/>.</summary>
    public sealed record Due : Input;
}
