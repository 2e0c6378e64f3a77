namespace Hotline.Functions.Keys;

/// <summary>Where the provider's auth tokens are kept: the present one, and during a change the one before.</summary>
public interface ITokenSource
{
    /// <summary>One or two, the present one first.</summary>
    /// <exception cref="SetupException">One sentence that says what to do.</exception>
    IReadOnlyList<string> Read();

    /// <exception cref="SetupException">It cannot be written; one sentence that says what to do.</exception>
    void Write(string token, string? previous);
}

/// <summary>Tokens of the environment or of appsettings.json.</summary>
internal sealed class SettingTokens(IReadOnlyList<string> tokens) : ITokenSource
{
    public IReadOnlyList<string> Read() => tokens;

    public void Write(string token, string? previous) => throw new SetupException(
        "The tokens come from settings that no program can change: set Provider__PreviousAuthToken to the old token and Provider__AuthToken to the new one and start anew, or keep them in a folder (Hotline__SecretsPath) or in a key vault (Hotline__KeyVault).");
}
