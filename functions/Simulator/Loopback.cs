using System.Net;

namespace Hotline.Functions.Simulator;

/// <summary>
/// Who may use the simulator: this computer. The address alone is not enough: a foreign page whose name suddenly means 127.0.0.1, or a tunnel to the
/// gateway, comes from here too, but under another host or with a forwarder's header.
/// </summary>
internal static class Loopback
{
    public static RequestDelegate Only(RequestDelegate inner) => http =>
    {
        if (IsHere(http))
            return inner(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsOurName(http.Request.Host.Host)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private static bool IsOurName(string host) => host is "127.0.0.1" or "[::1]" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
