using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Hotline.Functions.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hotline.Tests.Keys;

/// <summary>
/// A key vault on the loopback, over HTTPS, that speaks as the service does: the challenge of who comes without a token, versions, throttling, refusals
/// (learn.microsoft.com/rest/api/keyvault/secrets). The client is the real one and calls it by a vault's real kind of name.
/// </summary>
internal sealed class VaultStandIn : IAsyncDisposable
{
    public const string Address = "https://example.vault.azure.net";

    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;
    private readonly Dictionary<string, List<(string Version, string Value, bool Enabled)>> secrets = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly int port;

    private VaultStandIn(WebApplication app, X509Certificate2 certificate)
    {
        (this.app, this.certificate) = (app, certificate);
        port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>Answers of this status come first.</summary>
    public Queue<int> Fails { get; } = new();

    public List<string> Asked { get; } = [];

    /// <summary>Called once before the next version is written, as another process would come between.</summary>
    public Action? BeforeWrite { get; set; }

    public CountingCredential Credential { get; } = new();

    public static async Task<VaultStandIn> Start()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=example.vault.azure.net", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        VaultStandIn vault = null!;
        app.Run(http => vault.Answer(http));
        await app.StartAsync();
        return vault = new VaultStandIn(app, certificate);
    }

    public Vault Client() => new(new Uri(Address), Credential, new SecretClientOptions
    {
        Transport = new HttpClientTransport(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, theirs, _, _) => theirs?.GetCertHashString() == certificate.GetCertHashString() },
        }),
    });

    public IReadOnlyList<(string Version, string Value, bool Enabled)> Versions(string name)
    {
        lock (gate)
            return [.. secrets.GetValueOrDefault(name) ?? []];
    }

    public void Put(string name, string value)
    {
        lock (gate)
        {
            if (!secrets.TryGetValue(name, out var versions))
                secrets[name] = versions = [];
            versions.Add((RandomNumberGenerator.GetHexString(32, lowercase: true), value, true));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() != "Bearer " + CountingCredential.Token)
        {
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = "Bearer authorization=\"https://login.microsoftonline.com/7d1c0b5e-6a55-4b55-9c0e-1f2a3b4c5d6e\", resource=\"https://vault.azure.net\"";
            return;
        }

        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        lock (gate)
            Asked.Add(http.Request.Method + " " + string.Join('/', parts.Take(2)) + (parts.Length > 2 ? parts[2] == "versions" ? "/versions" : "/VERSION" : ""));
        if (Fails.TryDequeue(out var status))
        {
            if (status == 429)
                http.Response.Headers.RetryAfter = "0";
            await Send(http, status, new { error = new { code = "Failed", message = "planted-secret in the service's own words" } });
            return;
        }

        var body = http.Request.Method is "PUT" or "PATCH" ? await JsonDocument.ParseAsync(http.Request.Body) : null;
        switch (http.Request.Method, parts)
        {
            case ("PUT", ["secrets", var name]):
                var between = BeforeWrite;
                BeforeWrite = null;
                between?.Invoke();
                Put(name, body!.RootElement.GetProperty("value").GetString()!);
                await Send(http, 200, Bundle(name, Versions(name)[^1], withValue: true));
                break;
            case ("GET", ["secrets", var name, "versions"]):
                await Send(http, 200, new { value = Versions(name).Select(version => Bundle(name, version, withValue: false)).Reverse() });
                break;
            case ("GET", ["secrets", var name, .. var asked]):
                var found = Versions(name).LastOrDefault(version => asked.Length == 0 || version.Version == asked[0]);
                await (found.Version is null ? Send(http, 404, new { error = new { code = "SecretNotFound", message = "not found" } })
                    : found.Enabled ? Send(http, 200, Bundle(name, found, withValue: true))
                    : Send(http, 403, new { error = new { code = "Forbidden", message = "disabled" } }));
                break;
            case ("PATCH", ["secrets", var name, var one]):
                lock (gate)
                {
                    var at = secrets[name].FindIndex(version => version.Version == one);
                    secrets[name][at] = secrets[name][at] with { Enabled = body!.RootElement.GetProperty("attributes").GetProperty("enabled").GetBoolean() };
                }

                await Send(http, 200, Bundle(name, Versions(name).Single(version => version.Version == one), withValue: false));
                break;
            default:
                http.Response.StatusCode = 405;
                break;
        }
    }

    private static Dictionary<string, object> Bundle(string name, (string Version, string Value, bool Enabled) version, bool withValue)
    {
        var bundle = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = $"{Address}/secrets/{name}/{version.Version}",
            ["attributes"] = new { enabled = version.Enabled, created = 1_780_000_000, updated = 1_780_000_000, recoveryLevel = "Recoverable+Purgeable" },
        };
        if (withValue)
            bundle["value"] = version.Value;
        return bundle;
    }

    private static Task Send(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    }

    internal sealed class CountingCredential : TokenCredential
    {
        public const string Token = "token-of-a-managed-identity";

        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken(Token, DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
