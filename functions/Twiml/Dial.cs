namespace Hotline.Functions.Twiml;

/// <summary>Connects the caller to a number.</summary>
/// <param name="Number">Whom to ring.</param>
/// <param name="CallerId">The number they see; empty for the caller's own.</param>
/// <param name="TimeoutSeconds">How long it may ring.</param>
/// <param name="Action">Absolute address that goes on with the call.</param>
public sealed record Dial(string Number, string CallerId, int TimeoutSeconds, string Action) : Verb
{
    public int TimeoutSeconds { get; } = Argument.AtLeast(1, TimeoutSeconds);

    public string Action { get; } = Argument.Address(Action);
}
