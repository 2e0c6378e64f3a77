namespace Hotline.Functions.Keys;

/// <summary>A folder with one file for each secret setting, named like the variable: what systemd's LoadCredential and containers give.</summary>
internal sealed class SecretFolder(string path) : ITokenSource
{
    private const string Token = "Provider__AuthToken";
    private const string Previous = "Provider__PreviousAuthToken";
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <exception cref="SetupException">It is not there, or somebody else may read it.</exception>
    public void Check()
    {
        if (!Directory.Exists(path))
            throw new SetupException($"The folder {path} of the setting Hotline__SecretsPath is not there: make it, or take the setting away.");
        if (Directory.GetFiles(path).FirstOrDefault(IsOpen) is { } open)
            throw new SetupException($"The file {open} may be read by everybody on this machine: run `chmod 400` on it (in a container mount it with that mode), and change the secret if somebody could have copied it.");
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;

    public bool HoldsToken => File.Exists(Path.Combine(path, Token));

    public IReadOnlyList<string> Read()
    {
        Check();
        return Text(Token) is { } token
            ? [.. new[] { token, Text(Previous) }.OfType<string>().Distinct(StringComparer.Ordinal)]
            : throw new SetupException($"The file {Path.Combine(path, Token)} is missing or empty: put the auth token of the provider account into it.");
    }

    public void Write(string token, string? previous)
    {
        // The older one first: at no moment is a token lost that the provider may still sign with.
        if (previous is not null)
            Put(Previous, previous);
        Put(Token, token);
        if (previous is null)
            Try(() => File.Delete(Path.Combine(path, Previous)));
    }

    private string? Text(string name)
    {
        var file = Path.Combine(path, name);
        try
        {
            return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The file {file} cannot be read: let the user that runs the hotline own it.");
        }
    }

    private void Put(string name, string text) => Try(() => DurableFile.Write(Path.Combine(path, name), System.Text.Encoding.UTF8.GetBytes(text), replace: true));

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The folder {path} cannot be written by this user: put the old token into {Previous} and the new one into {Token} by hand; the running hotline finds them within five minutes.");
        }
    }
}
