namespace Hotline.Functions.Simulator;

/// <summary>What the hotline wanted when it started a call.</summary>
/// <param name="Url">Asked for what to say when somebody answers.</param>
/// <param name="StatusCallback">Told of the end; null: nobody is.</param>
internal sealed record OutgoingCall(string Url, string? StatusCallback)
{
    public override string ToString() => nameof(OutgoingCall);
}
