using System.Security.Cryptography;
using System.Text.Json;

namespace Hotline.Functions.Setup;

/// <summary>A provider account of our own making, so that the simulator signs as the real one does. Kept beside the data, outside git.</summary>
public sealed record DevelopmentSecrets(string AccountSid, string AuthToken)
{
    public static DevelopmentSecrets OpenOrMake(string dataPath)
    {
        var file = Path.Combine(dataPath, "development-provider.json");
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
