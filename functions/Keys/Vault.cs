using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace Hotline.Functions.Keys;

/// <summary>Secrets in Azure Key Vault. What goes wrong there becomes one sentence; the service's own text could quote a secret.</summary>
/// <remarks>As the app's managed identity and nobody else: the chain of a DefaultAzureCredential would try, and wait for, a developer's own logins in production.</remarks>
public sealed class Vault
{
    private readonly SecretClient client;

    /// <param name="address">https://NAME.vault.azure.net</param>
    /// <param name="identity">The client id of a user-assigned identity; null for the app's own.</param>
    public Vault(Uri address, string? identity)
        : this(address, new ManagedIdentityCredential(identity is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(identity)), new SecretClientOptions())
    {
    }

    internal Vault(Uri address, TokenCredential credential, SecretClientOptions options)
    {
        Address = address;
        // Somebody may be waiting for a row to open.
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(5);
        options.Diagnostics.IsLoggingContentEnabled = false;
        client = new SecretClient(address, credential, options);
    }

    public Uri Address { get; }

    /// <exception cref="SetupException">It is no address of a vault.</exception>
    public static Uri Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            ? uri
            : throw new SetupException("The setting Hotline__KeyVault has to be the address of a key vault, like https://name.vault.azure.net.");

    /// <returns>The newest version, and its name; null when there is none.</returns>
    public (string Value, string Version)? Read(string name) => Ask(() => client.GetSecret(name).Value) is { } secret ? (secret.Value, secret.Properties.Version) : null;

    public string? ReadVersion(string name, string version) => Ask(() => client.GetSecret(name, version).Value)?.Value;

    /// <returns>The new version's name.</returns>
    public string Write(string name, string value) => Ask(() => client.SetSecret(name, value).Value)!.Properties.Version;

    /// <summary>Names of all versions that can be read.</summary>
    public IReadOnlyList<string> Versions(string name) =>
        Ask(() => client.GetPropertiesOfSecretVersions(name).Where(version => version.Enabled != false).Select(version => version.Version).ToList()) ?? [];

    /// <summary>A vault deletes no version by itself; one that is switched off can be read by nobody who may not switch it on.</summary>
    public void SwitchOff(string name, string version) => Ask(() =>
    {
        var properties = client.GetPropertiesOfSecretVersions(name).First(one => one.Version == version);
        properties.Enabled = false;
        return client.UpdateSecretProperties(properties).Value;
    });

    private T? Ask<T>(Func<T> ask) where T : class
    {
        try
        {
            return ask();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403)
        {
            throw new SetupException($"The key vault {Address.Host} refuses this app ({refused.Status}): give its managed identity the role Key Vault Secrets User (to rotate: Key Vault Secrets Officer) and let its network in.");
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException or OperationCanceledException)
        {
            var code = away is RequestFailedException { Status: > 0 and var status } ? $" ({status})" : "";
            throw new SetupException($"The key vault {Address.Host} does not answer now{code}: try again in a minute, and check Hotline__KeyVault and the network if it lasts.");
        }
        catch (AuthenticationFailedException)
        {
            throw new SetupException($"This app has no identity for the key vault {Address.Host}: turn its managed identity on (for a user-assigned one set AZURE_CLIENT_ID).");
        }
    }
}
