using System.Globalization;
using Hotline.Functions.Keys;
using Hotline.Functions.Storage.Sqlite;

namespace Hotline.Functions.Backup;

/// <summary>Copies a database while it is in use, and seals the copy. Keys are in none of them.</summary>
public sealed class Backups(TimeProvider clock)
{
    /// <summary>So long the keys of a case that was taken back may live on in a backup.</summary>
    public static readonly TimeSpan CasesKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="database">The file of a running store.</param>
    /// <exception cref="SetupException">The database is missing, or the file is there already or cannot be written.</exception>
    public void Make(string database, string file, BackupKey key, BackupKind kind)
    {
        if (!File.Exists(database))
            throw new SetupException($"There is no database {database} to be backed up: set Hotline__DataPath (or Hotline__CasePath) to where it lies.");
        if (File.Exists(file))
            throw new SetupException($"The file {file} exists already: choose another name, no backup is written over.");
        // Beside the database, where the same things lie in the open as in the copy.
        var copy = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, Path.GetRandomFileName());
        var draft = file + ".part";
        try
        {
            using (PrivateFile.Create(copy))
            {
            }

            using (var source = Database.Open(database, readOnly: false, Patience))
                source.Execute($"VACUUM INTO '{copy.Replace("'", "''", StringComparison.Ordinal)}'");
            using (var from = File.OpenRead(copy))
            using (var into = PrivateFile.Create(draft))
            {
                BackupFile.Seal(from, into, key, kind, clock.GetUtcNow());
                into.Flush(flushToDisk: true);
            }

            File.Move(draft, file);
            DurableFile.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The backup {file} cannot be written: choose a folder that is there, that you may write to, and that has room.");
        }
        finally
        {
            File.Delete(copy);
            File.Delete(draft);
        }
    }

    /// <summary>Backups of case keys in this folder that nobody may restore any more.</summary>
    /// <returns>Their names.</returns>
    public IReadOnlyList<string> DropOldCases(string folder)
    {
        List<string> gone = [];
        foreach (var file in Directory.GetFiles(folder))
        {
            using (var stream = File.OpenRead(file))
                if (BackupFile.Look(stream) is not { Kind: BackupKind.Cases, Made: var made } || clock.GetUtcNow() - made <= CasesKept)
                    continue;
            File.Delete(file);
            gone.Add(Path.GetFileName(file));
        }

        return gone;
    }

    /// <summary>Never over anything; nothing is written before the whole file has proved to be as it was made.</summary>
    /// <returns>How many rows were looked at.</returns>
    /// <exception cref="SetupException">One sentence that says what is wrong.</exception>
    public int Restore(string file, string to, BackupKey key, KeyRing ring)
    {
        if (new[] { to, to + "-wal", to + "-shm" }.FirstOrDefault(File.Exists) is { } there)
            throw new SetupException($"The file {there} is there already and is not written over: move it away, or choose another place.");
        var draft = to + ".part";
        try
        {
            using var from = File.OpenRead(file);
            if (BackupFile.Look(from) is not var (kind, made))
                throw new SetupException($"The file {file} is no backup of this program.");
            if (kind == BackupKind.Cases && clock.GetUtcNow() - made > CasesKept)
                throw new SetupException(string.Create(CultureInfo.InvariantCulture, $"This backup of case keys is of {made:yyyy-MM-dd}, and older than {CasesKept.TotalDays:0} days: it would bring back what was taken back since, so delete it."));
            from.Position = 0;
            if (!BackupFile.Open(from, Stream.Null, key))
                throw new SetupException($"The file {file} was changed or cut since it was made, or was sealed with another backup key: nothing was written.");
            from.Position = 0;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
            using (var into = PrivateFile.Create(draft))
            {
                if (!BackupFile.Open(from, into, key))
                    throw new SetupException($"The file {file} changed while it was read: nothing was restored.");
                into.Flush(flushToDisk: true);
            }

            var rows = Checked(draft, ring);
            File.Move(draft, to);
            DurableFile.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
            return rows;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The backup {file} cannot be read, or {to} cannot be written: check both names and who owns their folders.");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static int Checked(string path, KeyRing ring)
    {
        using var database = Database.Open(path, readOnly: true, Patience);
        if (database.Ask("PRAGMA integrity_check(1)") != "ok")
            throw new SetupException("The database in the backup is damaged: take an older backup.");
        var sealer = new Sealer(ring);
        var (rows, foreign) = (0, 0);
        using var all = database.Prepare("SELECT shard, key, body FROM rows");
        while (all.Step())
        {
            rows++;
            foreign += Sealer.KeyOf(all.Bytes(2)) is not null && sealer.Open(all.Text(0), all.Text(1), all.Bytes(2)) is null ? 1 : 0;
        }

        return foreign == 0 ? rows : throw new SetupException(string.Create(CultureInfo.InvariantCulture, $"{foreign} of {rows} rows do not open with the keys at hand: put the keys back that were in use when the backup was made, then restore again."));
    }
}
