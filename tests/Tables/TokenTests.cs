using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Hotline.Functions;
using Hotline.Functions.Storage;
using Hotline.Functions.Storage.Tables;
using Hotline.Tests.Node;
using Xunit;

namespace Hotline.Tests.Tables;

/// <summary>Getting in by the token of an identity, over TLS, as in Azure.</summary>
public sealed class TokenTests(TokenTests.Guarded azurite) : IClassFixture<TokenTests.Guarded>
{
    [Fact]
    public async Task A_token_for_storage_opens_the_tables()
    {
        var asked = new List<string>();
        await using var store = Open("https://storage.azure.com", asked);
        await store.Prepare();
        Assert.Equal(CommitResult.Committed, await store.Commit("s", [new Insert("k", new byte[] { 1 })]));
        Assert.NotNull(await store.Read("s", "k"));
        // One token for all of them.
        Assert.Equal(["https://storage.azure.com/.default"], asked);
    }

    [Fact]
    public async Task A_token_for_something_else_does_not()
    {
        await using var store = Open("https://vault.azure.net", []);
        await Assert.ThrowsAsync<SetupException>(() => store.Prepare());
    }

    private TableStore Open(string audience, List<string> asked) => new(
        options => new TableServiceClient(azurite.Endpoint, new Identity(audience, asked), options).GetTableClient(Azurite.NewTable()),
        new TableClientOptions { Transport = new HttpClientTransport(azurite.Trusting()), Retry = { MaxRetries = 0 } });

    /// <summary>What the identity endpoint of Azure would hand out; the emulator reads its times and its audience.</summary>
    private sealed class Identity(string audience, List<string> asked) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            asked.AddRange(requestContext.Scopes);
            var now = DateTimeOffset.UtcNow;
            var claims = string.Create(CultureInfo.InvariantCulture, $$"""{"aud":"{{audience}}","iss":"https://sts.windows.net/00000000-0000-0000-0000-000000000000/","iat":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"nbf":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"exp":{{now.AddHours(1).ToUnixTimeSeconds()}},"ver":"1.0"}""");
            return new AccessToken($"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part(claims)}.{Part("signature")}", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));

        private static string Part(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The emulator with a certificate of this test's own, asking for tokens.</summary>
    public sealed class Guarded : NodeServer
    {
        private readonly Certificate certificate;

        public Guarded()
            : this(new Certificate())
        {
        }

        private Guarded(Certificate certificate)
            : base("azurite", Path.Combine("dist", "src", "table", "main.js"), port =>
                ["--tableHost", "127.0.0.1", "--tablePort", port, "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--oauth", "basic", "--cert", certificate.File, "--key", certificate.KeyFile]) => this.certificate = certificate;

        public Uri Endpoint => new($"https://127.0.0.1:{Port}/{Azurite.Account}");

        public HttpMessageHandler Trusting() => new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Hash },
        };
    }

    private sealed class Certificate
    {
        public Certificate()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            Hash = certificate.GetCertHashString();
            var folder = Directory.CreateTempSubdirectory("hotline-tables-").FullName;
            (File, KeyFile) = (Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"));
            System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
            System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        }

        public string Hash { get; }

        public string File { get; }

        public string KeyFile { get; }
    }
}
