using Hotline.Tests.Node;
using Hotline.Tests.Webhooks;

namespace Hotline.Tests.Providers;

/// <summary>Prism from npm on the provider's own description of its API: refuses, with 422, what that does not allow.</summary>
public sealed class Prism() : NodeServer(Path.Combine("@stoplight", "prism-cli"), Path.Combine("dist", "index.js"), port => ["mock", "-h", "127.0.0.1", "-p", port, Description])
{
    /// <summary>Five paths of Twilio's API.</summary>
    public static string Description { get; } = Repository.File("tests", "Providers", "data", "twilio-api.json");

    public string Address => $"http://127.0.0.1:{Port}";
}
