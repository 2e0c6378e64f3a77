namespace Hotline.Functions.Keys;

/// <summary>Provider secrets in a key vault, named Provider--AuthToken and so on, as vaults allow no underscore.</summary>
internal sealed class VaultTokens(Vault vault) : ITokenSource
{
    private const string Token = "Provider--AuthToken";
    private const string Previous = "Provider--PreviousAuthToken";

    public bool HoldsToken => vault.Read(Token) is not null;

    public IReadOnlyList<string> Read() => Text(Token) is { } token
        ? [.. new[] { token, Text(Previous) }.OfType<string>().Distinct(StringComparer.Ordinal)]
        : throw new SetupException($"The secret {Token} is missing in the key vault {vault.Address.Host}: put the auth token of the provider account into it.");

    public void Write(string token, string? previous)
    {
        // Deleted, its name would be taken for weeks: no token before this one is written as the same one. The older first: none is lost on the way.
        vault.Write(Previous, previous ?? token);
        vault.Write(Token, token);
    }

    private string? Text(string name) => vault.Read(name) is { Value: var value } && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
