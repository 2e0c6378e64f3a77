using System.Globalization;

namespace Hotline.Functions.Hosting;

/// <summary>Tells the host's own calls of triggers from requests that it passes on: those carry where they came from. Seen on host 4.1037.</summary>
internal static class HostCall
{
    public static bool Is(HttpRequest request, int port) =>
        request.Host.Value == string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")
        && request.Headers.ContainsKey("X-Azure-Functions-InvocationId")
        && !request.Headers.ContainsKey("x-ms-invocation-id")
        && !request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
}
