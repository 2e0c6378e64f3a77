namespace Hotline.Functions.Twiml;

/// <summary>Records the caller. No verb behind it ever runs.</summary>
/// <param name="Action">Absolute address that goes on with the call.</param>
/// <param name="MaxLengthSeconds">The recording's longest length.</param>
/// <param name="TimeoutSeconds">Silence that ends it; 0 for never.</param>
/// <param name="FinishOnKey">Any of these keys ends it.</param>
/// <param name="PlayBeep">A tone first.</param>
/// <param name="RecordingStatusCallback">Absolute address that hears when the recording can be fetched.</param>
public sealed record Record(
    string Action, int MaxLengthSeconds, int TimeoutSeconds, string FinishOnKey, bool PlayBeep, string RecordingStatusCallback) : Verb
{
    public string Action { get; } = Argument.Address(Action);

    public int MaxLengthSeconds { get; } = Argument.AtLeast(1, MaxLengthSeconds);

    public int TimeoutSeconds { get; } = Argument.AtLeast(0, TimeoutSeconds);

    public string FinishOnKey { get; } = Argument.Keys(FinishOnKey);

    public string RecordingStatusCallback { get; } = Argument.Address(RecordingStatusCallback);
}
