using System.Runtime.InteropServices;
using System.Text;

namespace Hotline.Functions.Keys;

/// <summary>A small secret file that is on the disk, whole, when the call returns.</summary>
internal static class DurableFile
{
    /// <exception cref="IOException">Also when the file exists and <paramref name="replace"/> is false.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool replace)
    {
        path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // A name of its own each time: a half-written file of a crash is never taken up again.
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(draft, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, replace);
        }
        finally
        {
            File.Delete(draft);
        }

        SyncFolder(folder);
    }

    /// <summary>A new name lies in its folder, which is written by itself; .NET has no call for that.</summary>
    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        try
        {
            if (handle < 0 || Sync(handle) != 0)
                throw new IOException("The folder could not be synced.");
        }
        finally
        {
            if (handle >= 0)
                _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
