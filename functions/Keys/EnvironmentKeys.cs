namespace Hotline.Functions.Keys;

/// <summary>Keys in the setting Hotline__Keys: base64 of the JSON. Nobody can change it from inside.</summary>
internal sealed class EnvironmentKeys(string base64) : IKeySource
{
    public const string Setting = "Hotline__Keys";

    public string Name => $"The setting {Setting}";

    public bool Exists() => true;

    public KeyRing Read()
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && KeyJson.Read(bytes.AsMemory(0, length)) is { } ring
            ? ring
            : throw new SetupException($"The setting {Setting} is damaged or not complete: set it to the base64 of a whole key file.");
    }

    public void Create(KeyRing ring) => throw ReadOnly();

    public void Change(Func<KeyRing, KeyRing> change) => throw ReadOnly();

    private static SetupException ReadOnly() =>
        new($"The keys come from the setting {Setting}, which no program can change: write them to a file, run this command with Hotline__KeyPath instead, then set {Setting} to the base64 of that file everywhere.");
}
