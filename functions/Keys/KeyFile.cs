namespace Hotline.Functions.Keys;

/// <summary>The ring as JSON in a file of its own, readable by its owner only.</summary>
internal static class KeyFile
{
    private const UnixFileMode OthersMayNot =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static KeyRing Read(string path)
    {
        try
        {
            if (MayOthersOpen(path))
                throw new SetupException($"The key file {path} may be read by others on this machine: run `chmod 600` on it, and make new keys if somebody could have copied it.");
            return KeyJson.Read(File.ReadAllBytes(path)) ?? throw new SetupException($"The key file {path} is damaged or not complete: put its backup back.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The key file {path} cannot be read: let the user that runs the hotline own it.");
        }
    }

    public static void Write(string path, IReadOnlyList<Key> keys, bool replace)
    {
        try
        {
            DurableFile.Write(path, KeyJson.Write(keys), replace);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The key file {path} cannot be written: make its folder writable for the user that runs the hotline.");
        }
    }

    internal static bool MayOthersOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersMayNot) != 0;
}
