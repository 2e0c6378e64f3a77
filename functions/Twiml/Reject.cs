namespace Hotline.Functions.Twiml;

/// <summary>Declines a call unanswered. As the very first verb it costs nobody anything.</summary>
/// <param name="Reason">rejected or busy.</param>
public sealed record Reject(string Reason) : Verb
{
    public string Reason { get; } = Reason is "rejected" or "busy"
        ? Reason
        : throw new ArgumentException("A call is rejected as \"rejected\" or as \"busy\".");
}
