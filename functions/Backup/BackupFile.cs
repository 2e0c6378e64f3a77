using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hotline.Functions.Backup;

/// <summary>
/// A file sealed as a whole: a header ("HOTLBAK1", kind, second, salt), then chunks of 64 KiB under AES-256-GCM with a key of the file's own (HKDF-SHA256, RFC 5869).
/// Each chunk's nonce is its number and whether it is the last, so that none can be left out, moved, or cut off.
/// </summary>
internal static class BackupFile
{
    public const int HeaderLength = 8 + 1 + 8 + Salt;

    private const int Salt = 32;
    private const int Chunk = 64 * 1024;
    private const int Tag = 16;
    private const int NonceLength = 12;

    private static ReadOnlySpan<byte> Magic => "HOTLBAK1"u8;

    public static void Seal(Stream from, Stream into, BackupKey key, BackupKind kind, DateTimeOffset made)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        header[8] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(9), made.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(header.AsSpan(HeaderLength - Salt));
        into.Write(header);
        using var cipher = Cipher(key, header);
        var (plain, next) = (new byte[Chunk], new byte[Chunk]);
        var body = new byte[Chunk + Tag];
        var length = from.ReadAtLeast(plain, Chunk, throwOnEndOfStream: false);
        for (long number = 0; ; number++)
        {
            var more = length == Chunk ? from.ReadAtLeast(next, Chunk, throwOnEndOfStream: false) : 0;
            cipher.Encrypt(Nonce(number, last: more == 0), plain.AsSpan(0, length), body.AsSpan(0, length), body.AsSpan(length, Tag), header);
            into.Write(body, 0, length + Tag);
            if (more == 0)
                return;
            (plain, next, length) = (next, plain, more);
        }
    }

    /// <returns>Null when it is no backup at all.</returns>
    public static (BackupKind Kind, DateTimeOffset Made)? Look(Stream file)
    {
        var header = new byte[HeaderLength];
        return file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.AsSpan().StartsWith(Magic) && Enum.IsDefined((BackupKind)header[8])
            && BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(9)) is >= 0 and < 253_402_300_800 and var second
            ? ((BackupKind)header[8], DateTimeOffset.FromUnixTimeSeconds(second))
            : null;
    }

    /// <param name="into">What was written before it returns false is worth nothing.</param>
    /// <returns>False when it was changed or cut, or belongs to another key.</returns>
    public static bool Open(Stream from, Stream into, BackupKey key)
    {
        var header = new byte[HeaderLength];
        if (from.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) != HeaderLength)
            return false;
        using var cipher = Cipher(key, header);
        var (body, next) = (new byte[Chunk + Tag], new byte[Chunk + Tag]);
        var plain = new byte[Chunk];
        var length = from.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        for (long number = 0; length >= Tag; number++)
        {
            var more = length == body.Length ? from.ReadAtLeast(next, next.Length, throwOnEndOfStream: false) : 0;
            try
            {
                cipher.Decrypt(Nonce(number, last: more == 0), body.AsSpan(0, length - Tag), body.AsSpan(length - Tag, Tag), plain.AsSpan(0, length - Tag), header);
            }
            catch (AuthenticationTagMismatchException)
            {
                return false;
            }

            into.Write(plain, 0, length - Tag);
            if (more == 0)
                return true;
            (body, next, length) = (next, body, more);
        }

        return false;
    }

    private static AesGcm Cipher(BackupKey key, byte[] header)
    {
        Span<byte> own = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, own, header.AsSpan(HeaderLength - Salt), "hotline backup"u8);
        var cipher = new AesGcm(own, Tag);
        CryptographicOperations.ZeroMemory(own);
        return cipher;
    }

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
