namespace Hotline.Functions.Twiml;

/// <summary>A recording of ours, by absolute address.</summary>
public sealed record Play(string Url) : Verb
{
    public string Url { get; } = Argument.Address(Url);
}
