using System.Security.Cryptography;
using System.Text;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Backup;

/// <summary>256 bits that seal backups, in a file that lies apart from the hotline: whoever has it and the keys can read what a backup holds.</summary>
public sealed class BackupKey
{
    private const int Length = 32;

    private readonly byte[] secret;

    private BackupKey(byte[] secret) => this.secret = secret;

    internal ReadOnlySpan<byte> Secret => secret;

    /// <exception cref="SetupException">There is one already, or the file cannot be written.</exception>
    public static void Make(string path)
    {
        if (File.Exists(path))
            throw new SetupException($"The file {path} exists already: choose another name, so that no key is lost that older backups need.");
        try
        {
            DurableFile.Write(path, Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))), replace: false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The file {path} cannot be written: choose a folder that you may write to.");
        }
    }

    /// <exception cref="SetupException">It is missing, readable by others, or no key.</exception>
    public static BackupKey Read(string path)
    {
        try
        {
            if (KeyFile.MayOthersOpen(path))
                throw new SetupException($"The backup key {path} may be read by others on this machine: run `chmod 600` on it.");
            var bytes = new byte[Length + 1];
            return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), bytes, out var length) && length == Length
                ? new BackupKey(bytes[..Length])
                : throw new SetupException($"The file {path} is no backup key: make one with `backup --new-key {path}.new`.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"The backup key {path} cannot be read: make one with `backup --new-key FILE` and keep it apart from the hotline and its backups.");
        }
    }

    public override string ToString() => nameof(BackupKey);
}
