namespace Hotline.Functions.Providers;

/// <param name="Messages">Those of the page that the query asked for; may be none although more pages follow.</param>
/// <param name="Next">Asks for the page after; null at the end.</param>
public sealed record MessagePage(IReadOnlyList<ProviderMessage> Messages, string? Next)
{
    public override string ToString() => $"{nameof(MessagePage)} {Messages.Count}";
}
