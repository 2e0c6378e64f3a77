namespace Hotline.Tests.Hosting;

/// <summary>What the host makes of a handler's answer to a trigger.</summary>
internal enum TimerEnd
{
    Success,

    /// <summary>Not JSON, or not 2xx.</summary>
    Failure,

    /// <summary>204, no body or null: the invocation never ends, until the host kills the whole process.</summary>
    Hangs,
}
