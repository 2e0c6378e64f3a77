using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hotline.Functions.Keys;

namespace Hotline.Functions.Cases;

/// <summary>
/// Seals what belongs to a case with the case's own key, AES-256-GCM (NIST SP 800-38D): format byte, random nonce (12), ciphertext, tag (16), bound to the
/// row's place. What was filed before cases had keys carries the ring's format byte, and opens with the ring.
/// </summary>
public sealed class CaseSealer(Sealer ring)
{
    public const byte Format = 2;
    public const int Overhead = 1 + Nonce + Tag;

    private const int Nonce = 12;
    private const int Tag = 16;

    /// <param name="key">Null: with the ring, beside what the ring sealed.</param>
    public byte[] Seal(CaseKey? key, string shard, string row, ReadOnlySpan<byte> plain)
    {
        if (key is null)
            return ring.Seal(shard, row, plain);
        var result = new byte[Overhead + plain.Length];
        result[0] = Format;
        RandomNumberGenerator.Fill(result.AsSpan(1, Nonce));
        using var cipher = new AesGcm(key.Secret, Tag);
        cipher.Encrypt(result.AsSpan(1, Nonce), plain, result.AsSpan(1 + Nonce, plain.Length), result.AsSpan(result.Length - Tag), Place(shard, row));
        return result;
    }

    /// <summary>Null if the body was changed, belongs to another place or another case, or its key is gone.</summary>
    public byte[]? Open(CaseKey? key, string shard, string row, ReadOnlySpan<byte> body)
    {
        if (!NeedsKey(body))
            return ring.Open(shard, row, body);
        if (key is null || body.Length < Overhead)
            return null;
        var plain = new byte[body.Length - Overhead];
        using var cipher = new AesGcm(key.Secret, Tag);
        try
        {
            cipher.Decrypt(body.Slice(1, Nonce), body[(1 + Nonce)..^Tag], body[^Tag..], plain, Place(shard, row));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public static bool NeedsKey(ReadOnlySpan<byte> body) => body.Length > 0 && body[0] == Format;

    /// <summary>With the length of the shard no two places read alike.</summary>
    private static byte[] Place(string shard, string row)
    {
        var place = new byte[1 + sizeof(int) + Encoding.UTF8.GetByteCount(shard) + Encoding.UTF8.GetByteCount(row)];
        place[0] = Format;
        var length = Encoding.UTF8.GetBytes(shard, place.AsSpan(1 + sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(1), length);
        Encoding.UTF8.GetBytes(row, place.AsSpan(1 + sizeof(int) + length));
        return place;
    }
}
