namespace Hotline.Functions.Setup;

/// <summary>Checks the addresses that we go out to: the token goes with every request.</summary>
internal static class ProviderHosts
{
    /// <exception cref="SetupException">It is no address, or would carry the token in the open.</exception>
    public static string Api(string url, bool development)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 || uri.Query.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (development && uri.Scheme == Uri.UriSchemeHttp)))
            throw new SetupException("The setting Provider__ApiUrl has to be an https address without query, like https://api.twilio.com.");
        return url.TrimEnd('/');
    }

    /// <param name="hosts">Separated by commas; the API's own is always one of them.</param>
    /// <exception cref="SetupException">One of them is no host.</exception>
    public static IReadOnlyList<string> Media(string? hosts, string api)
    {
        var listed = (hosts ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var host in listed)
            if (!Uri.TryCreate($"https://{host}", UriKind.Absolute, out var uri) || !uri.Authority.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
                throw new SetupException("The setting Provider__MediaHosts has to be names of hosts with commas between, like api.twilio.com,storage.example.org: no https://, no path, no *.");
        return [new Uri(api).Authority, .. listed];
    }
}
