using System.Security.Cryptography;
using System.Text.Json;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Setup;

/// <summary>A provider account of our own making, so that the simulator signs as the real one does. Kept beside the data, outside git.</summary>
public sealed record DevelopmentSecrets(string AccountSid, string AuthToken)
{
    /// <exception cref="SetupException">The file cannot be read or made.</exception>
    public static DevelopmentSecrets OpenOrMake(string dataPath)
    {
        var file = Path.Combine(dataPath, "development-provider.json");
        try
        {
            return OpenOrMakeFile(dataPath, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SetupException($"The file {file} cannot be read or made: delete it, or set Hotline__DataPath to a folder that you may write to.");
        }
    }

    private static DevelopmentSecrets OpenOrMakeFile(string dataPath, string file)
    {
        if (File.Exists(file) && JsonSerializer.Deserialize<DevelopmentSecrets>(File.ReadAllText(file)) is { AuthToken.Length: > 0 } kept)
            return kept;
        Directory.CreateDirectory(dataPath);
        var made = new DevelopmentSecrets("AC" + RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, made);
        return made;
    }
}
