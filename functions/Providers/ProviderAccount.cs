using Hotline.Functions.Keys;
using Hotline.Functions.Webhooks;

namespace Hotline.Functions.Providers;

/// <summary>Whom we ask, and as whom.</summary>
/// <param name="ApiUrl">Scheme, host and perhaps a path before /2010-04-01, without a slash at the end.</param>
/// <param name="MediaHosts">Hosts, with their port where it is not the usual one, from which recordings may be fetched.</param>
public sealed record ProviderAccount(ProviderKind Kind, string ApiUrl, string AccountSid, string AuthToken, IReadOnlyList<string> MediaHosts)
{
    /// <summary>Where the token may change while we run; <see cref="AuthToken"/> is the first one.</summary>
    public LivingTokens? Tokens { get; init; }

    public string Token => Tokens?.Now[0] ?? AuthToken;

    public override string ToString() => $"{nameof(ProviderAccount)} {Kind}";
}
