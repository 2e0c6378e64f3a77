namespace Hotline.Functions.Providers;

/// <summary>How long we wait, and how often we ask. What takes longer is for the to-do that wanted it.</summary>
public sealed record Patience
{
    public static Patience Usual { get; } = new();

    /// <summary>For one try. Twilio has been seen to answer a send after 26 seconds, and giving up earlier makes an unknown out of a success.</summary>
    public TimeSpan OneTry { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Connecting { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For a recording, from the first byte asked to the last.</summary>
    public TimeSpan Recording { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries after the first, of what is certain to have done nothing or may be done twice.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>Before the first repeat; doubled before each more, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>When the provider asks for longer, the to-do waits, not we.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);
}
