namespace Hotline.Functions.Webhooks;

/// <summary>
/// The other way to write a URL's port. Twilio signs voice webhooks over HTTPS without the port and others with it, and sometimes with the
/// default port written out (twilio.com/docs/usage/security); official libraries accept either. Never through Uri, which re-encodes.
/// </summary>
internal readonly ref struct UrlPort(ReadOnlySpan<char> before, ReadOnlySpan<char> port, ReadOnlySpan<char> after)
{
    public const int MostAdded = 4;

    public ReadOnlySpan<char> Before { get; } = before;

    public ReadOnlySpan<char> Port { get; } = port;

    public ReadOnlySpan<char> After { get; } = after;

    /// <returns>False when there is no other way: not an http(s) URL, or a port over plain HTTP, which is always kept.</returns>
    public static bool TryFlip(ReadOnlySpan<char> url, out UrlPort flipped)
    {
        flipped = default;
        bool secure = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!secure && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return false;
        int start = secure ? 8 : 7;
        int path = url[start..].IndexOfAny('/', '?', '#');
        int end = path < 0 ? url.Length : start + path;
        int user = url[start..end].LastIndexOf('@');
        int host = user < 0 ? start : start + user + 1;
        int bracket = url[host..end].LastIndexOf(']');
        int afterBracket = bracket < 0 ? host : host + bracket + 1;
        int colon = url[afterBracket..end].IndexOf(':');
        if (colon < 0)
            flipped = new UrlPort(url[..end], secure ? ":443" : ":80", url[end..]);
        else if (secure)
            flipped = new UrlPort(url[..(afterBracket + colon)], default, url[end..]);
        else
            return false;
        return true;
    }
}
