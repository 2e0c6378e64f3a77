namespace Hotline.Functions.Twiml;

/// <summary>Asks another absolute address of ours what to do next.</summary>
public sealed record Redirect(string Url) : Verb
{
    public string Url { get; } = Argument.Address(Url);
}
