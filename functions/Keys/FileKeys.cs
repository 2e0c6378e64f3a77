namespace Hotline.Functions.Keys;

/// <summary>Keys in a file. Whoever changes them holds a lock file beside it.</summary>
internal sealed class FileKeys(string path) : IKeySource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => $"The key file {path}";

    public bool Exists() => File.Exists(path);

    public KeyRing Read() => KeyFile.Read(path);

    public void Create(KeyRing ring) => KeyFile.Write(path, ring.All, replace: false);

    public void Change(Func<KeyRing, KeyRing> change)
    {
        using var mine = Lock();
        KeyFile.Write(path, change(KeyFile.Read(path)).All, replace: true);
    }

    private FileStream Lock()
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
                if (!OperatingSystem.IsWindows())
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                return new FileStream(path + ".lock", options);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                if (refused is UnauthorizedAccessException or DirectoryNotFoundException || Environment.TickCount64 > until)
                    throw new SetupException($"The key file {path} cannot be changed: somebody else changes it now, or the user that runs the hotline may not write to its folder.");
                Thread.Sleep(20);
            }
        }
    }
}
