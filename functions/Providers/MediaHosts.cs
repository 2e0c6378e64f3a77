namespace Hotline.Functions.Providers;

/// <summary>Where recordings may be fetched. Addresses come by webhook and by redirect, so without this list whoever writes one could have us ask inside our own network.</summary>
internal sealed class MediaHosts(ProviderAccount account)
{
    // Plain http is there only where the provider itself is asked by it, which the settings allow in Development alone.
    private readonly bool plain = account.ApiUrl.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when nothing may be fetched there.</returns>
    public Uri? Allowed(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Allowed(uri) : null;

    public Uri? Allowed(Uri uri) =>
        uri.IsAbsoluteUri && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (plain && uri.Scheme == Uri.UriSchemeHttp))
        && account.MediaHosts.Contains(uri.Authority, StringComparer.OrdinalIgnoreCase)
            ? uri
            : null;
}
