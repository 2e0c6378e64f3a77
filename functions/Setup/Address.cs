namespace Hotline.Functions.Setup;

/// <summary>Where the server listens when it is self-hosted.</summary>
public static class Address
{
    public const string Default = "http://localhost:7071";

    public static string ToListenOn(IConfiguration configuration) => configuration["ASPNETCORE_URLS"] ?? configuration["urls"] ?? Default;

    public static string OfServer(IConfiguration configuration) =>
        ((configuration["ASPNETCORE_URLS"] ?? configuration["urls"]) is { Length: > 0 } urls ? urls.Split(';')[0] : Default)
        .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).TrimEnd('/');
}
