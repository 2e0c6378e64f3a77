namespace Hotline.Functions.Providers;

/// <summary>A message as the provider keeps it.</summary>
/// <param name="Status">The provider's word: queued, sent, delivered, undelivered, failed, received …</param>
/// <param name="From">As the provider writes it; Somleng leaves the plus away.</param>
/// <param name="Body">Empty after redaction.</param>
/// <param name="At">When it was sent; while it waits, when it was made.</param>
/// <param name="Fault">The provider's code when it failed, to be read with <see cref="ProviderErrors.Of"/>.</param>
public sealed record ProviderMessage(string Sid, bool Inbound, string Status, string From, string To, string Body, DateTimeOffset? At, string? Fault)
{
    public override string ToString() => nameof(ProviderMessage);
}
