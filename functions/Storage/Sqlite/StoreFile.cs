namespace Hotline.Functions.Storage.Sqlite;

/// <summary>The database file on disk: only its owner may read it, and it lies on a disk that keeps its word.</summary>
internal static class StoreFile
{
    private static readonly string[] NetworkDisks = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone"];

    /// <exception cref="StoreUnavailable">The operating system does not let us.</exception>
    /// <exception cref="SetupException">A network disk: SQLite's log needs memory shared by all readers (sqlite.org/wal.html).</exception>
    public static void Ensure(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            else
                Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Create(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The original text holds the whole path.
            throw new StoreUnavailable(Path.GetFileName(path), "it cannot be created or opened", 0);
        }

        if (NetworkDisks.Contains(new DriveInfo(Path.GetDirectoryName(path)!).DriveFormat))
            throw new SetupException($"The store {Path.GetFileName(path)} lies on a network disk, which can lose reports: use a local disk.");
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        // SQLite gives its log the mode of the database file.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
    }
}
