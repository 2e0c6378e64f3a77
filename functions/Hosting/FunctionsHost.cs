using System.Globalization;
using System.Net;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Hosting;

/// <summary>Azure's Functions host, which runs this program as its custom handler: it says where to listen, and hands its whole environment down besides.</summary>
/// <remarks>learn.microsoft.com/azure/azure-functions/functions-custom-handlers</remarks>
public static class FunctionsHost
{
    /// <summary>It restarts a handler that ends so and counts no error. One that ends with 0 is never started again.</summary>
    public const int StartAgain = 200;

    private const string PortName = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Null when we are self-hosted.</summary>
    /// <exception cref="SetupException">The host's own setting is no port.</exception>
    public static int? Port => Environment.GetEnvironmentVariable(PortName) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort => port,
        _ => throw new SetupException($"The setting {PortName} has to be a port; leave it to the Functions host."),
    };

    /// <summary>Its port on the loopback and nothing else, whatever addresses the environment names.</summary>
    public static void Bind(IWebHostBuilder web, int port) => web
        .UseSetting(WebHostDefaults.PreferHostingUrlsKey, "false")
        .UseSetting(WebHostDefaults.ServerUrlsKey, "")
        .UseSetting(WebHostDefaults.HttpPortsKey, "")
        .UseSetting(WebHostDefaults.HttpsPortsKey, "")
        .ConfigureKestrel(kestrel =>
        {
            // An empty one in place of Kestrel__Endpoints__…, which would open further ports.
            kestrel.Configure();
            kestrel.Listen(IPAddress.Loopback, port);
        });
}
