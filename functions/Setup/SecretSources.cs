using Hotline.Functions.Keys;

namespace Hotline.Functions.Setup;

/// <summary>Where secrets come from: files and the environment, a folder with one file each, or Azure Key Vault.</summary>
public sealed class SecretSources
{
    private readonly Vault? vault;
    private readonly SecretFolder? folder;
    private readonly string? keys;
    private readonly bool tokensInVault;

    private SecretSources(Vault? vault, SecretFolder? folder, string? keys, bool tokensInVault) =>
        (this.vault, this.folder, this.keys, this.tokensInVault) = (vault, folder, keys, tokensInVault);

    /// <summary>What folder and vault hold stands in the configuration afterwards, before what was given otherwise.</summary>
    /// <exception cref="SetupException">One of them cannot be read: one sentence that says what to do.</exception>
    public static SecretSources Open(ConfigurationManager configuration, Func<Uri, Vault>? open = null)
    {
        SecretFolder? folder = null;
        if (Given(configuration["Hotline:SecretsPath"]) is { } path)
        {
            folder = new SecretFolder(path = Path.GetFullPath(path));
            folder.Check();
            configuration.AddKeyPerFile(path, optional: false);
        }

        var keys = Given(configuration["Hotline:Keys"]);
        if (Given(configuration["Hotline:KeyVault"]) is not { } address)
            return new SecretSources(null, folder, keys, false);
        if (keys is not null)
            throw new SetupException("Hotline__Keys and Hotline__KeyVault are both set: take one away, so that it is plain which keys are used.");
        var vault = (open ?? (uri => new Vault(uri, Given(configuration["AZURE_CLIENT_ID"]))))(Vault.Checked(address));
        var tokens = new VaultTokens(vault);
        if (!tokens.HoldsToken)
            return new SecretSources(vault, folder, null, false);
        var held = tokens.Read();
        configuration.AddInMemoryCollection([new("Provider:AuthToken", held[0]), new("Provider:PreviousAuthToken", held.Count > 1 ? held[1] : "")]);
        return new SecretSources(vault, folder, null, true);
    }

    public IKeySource Keys(Settings settings) =>
        vault is not null ? new VaultKeys(vault) : keys is not null ? new EnvironmentKeys(keys) : new FileKeys(settings.KeyPath);

    public ITokenSource Tokens(Settings settings) =>
        tokensInVault ? new VaultTokens(vault!) : folder is { HoldsToken: true } ? folder : new SettingTokens(settings.AuthTokens);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
