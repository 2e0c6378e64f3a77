using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotline.Functions.Keys;

/// <summary>
/// Seals bodies with AES-256-GCM (NIST SP 800-38D): format byte, key id (4), random nonce (12), ciphertext, tag (16).
/// The place of the row is bound in, so a body moved to another row does not open there.
/// </summary>
/// <remarks>Random 96-bit nonces are good for 2^32 bodies a key; at ten a second that is thirteen years.</remarks>
public sealed class Sealer(KeyRing keys)
{
    public const int Overhead = Header + Nonce + Tag;

    private const byte Format = 1;
    private const int Header = 5;
    private const int Nonce = 12;
    private const int Tag = 16;

    // Drawn many at once: alone, a nonce costs as much as the sealing. They are no secret, they only may not come twice.
    [ThreadStatic]
    private static byte[]? nonces;

    [ThreadStatic]
    private static int left;

    private readonly uint current = Number(keys.Current(KeyPurpose.Seal));

    // AesGcm is not documented as thread-safe, and making one costs more than sealing a session with it: they are lent out.
    private readonly FrozenDictionary<uint, (Key Key, ConcurrentBag<AesGcm> Idle)> ciphers =
        keys.Of(KeyPurpose.Seal).ToFrozenDictionary(Number, key => (key, new ConcurrentBag<AesGcm>()));

    /// <param name="shard">Where the row lies.</param>
    /// <param name="key">Where the row lies.</param>
    /// <param name="plain">Comes back as <see cref="Overhead"/> bytes more.</param>
    public byte[] Seal(string shard, string key, ReadOnlySpan<byte> plain)
    {
        var result = new byte[Overhead + plain.Length];
        result[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(1), current);
        DrawNonce(result.AsSpan(Header, Nonce));
        Span<byte> place = stackalloc byte[Place.Space(shard, key)];
        place = place[..Place.Write(place, result.AsSpan(0, Header), shard, key)];
        var (secret, idle) = ciphers[current];
        var cipher = Lend(secret, idle);
        cipher.Encrypt(result.AsSpan(Header, Nonce), plain, result.AsSpan(Header + Nonce, plain.Length), result.AsSpan(result.Length - Tag), place);
        idle.Add(cipher);
        return result;
    }

    /// <summary>Null if the body was changed, belongs to another place, or its key is not in the ring.</summary>
    public byte[]? Open(string shard, string key, ReadOnlySpan<byte> sealedBody)
    {
        if (sealedBody.Length < Overhead || sealedBody[0] != Format || !ciphers.TryGetValue(BinaryPrimitives.ReadUInt32BigEndian(sealedBody[1..]), out var found))
            return null;
        Span<byte> place = stackalloc byte[Place.Space(shard, key)];
        place = place[..Place.Write(place, sealedBody[..Header], shard, key)];
        var plain = new byte[sealedBody.Length - Overhead];
        var cipher = Lend(found.Key, found.Idle);
        try
        {
            cipher.Decrypt(sealedBody.Slice(Header, Nonce), sealedBody[(Header + Nonce)..^Tag], sealedBody[^Tag..], plain, place);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            found.Idle.Add(cipher);
        }
    }

    private static void DrawNonce(Span<byte> nonce)
    {
        nonces ??= new byte[Nonce * 256];
        if (left == 0)
        {
            RandomNumberGenerator.Fill(nonces);
            left = nonces.Length;
        }

        left -= Nonce;
        nonces.AsSpan(left, Nonce).CopyTo(nonce);
    }

    private static AesGcm Lend(Key key, ConcurrentBag<AesGcm> idle) => idle.TryTake(out var cipher) ? cipher : new AesGcm(key.Secret, Tag);

    private static uint Number(Key key) => uint.Parse(key.Id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The associated data: header, length of the shard, shard, key. With the length no two places read alike.</summary>
    private static class Place
    {
        public static int Space(string shard, string key) => Header + sizeof(int) + 3 * (shard.Length + key.Length);

        public static int Write(Span<byte> into, ReadOnlySpan<byte> header, string shard, string key)
        {
            header.CopyTo(into);
            var shardLength = Encoding.UTF8.GetBytes(shard, into[(Header + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(into[Header..], shardLength);
            return Header + sizeof(int) + shardLength + Encoding.UTF8.GetBytes(key, into[(Header + sizeof(int) + shardLength)..]);
        }
    }
}
