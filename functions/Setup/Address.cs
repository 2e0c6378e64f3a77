namespace Hotline.Functions.Setup;

/// <summary>Where the server listens when it is self-hosted.</summary>
public static class Address
{
    public const string Default = "http://localhost:7071";

    private const string HostPort = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>The Functions host hands its own environment down; a page for developers must never open there.</summary>
    public static string? PinnedEnvironment => Environment.GetEnvironmentVariable(HostPort) is null ? null : Environments.Production;

    /// <summary>Under the Functions host its port and nothing else, whatever ASPNETCORE_URLS says.</summary>
    public static string ToListenOn(IConfiguration configuration) => configuration[HostPort] is { Length: > 0 } port
        ? $"http://127.0.0.1:{port}"
        : configuration["ASPNETCORE_URLS"] ?? configuration["urls"] ?? Default;

    public static string OfServer(IConfiguration configuration) =>
        ((configuration["ASPNETCORE_URLS"] ?? configuration["urls"]) is { Length: > 0 } urls ? urls.Split(';')[0] : Default)
        .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).TrimEnd('/');
}
