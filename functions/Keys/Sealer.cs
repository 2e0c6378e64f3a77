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
public sealed class Sealer(LivingRing keys)
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

    private volatile Ciphers ready = Ciphers.Of(keys.Now, before: null);

    /// <summary>With keys that never change.</summary>
    public Sealer(KeyRing keys) : this(new LivingRing(keys))
    {
    }

    /// <param name="shard">Where the row lies.</param>
    /// <param name="key">Where the row lies.</param>
    /// <param name="plain">Comes back as <see cref="Overhead"/> bytes more.</param>
    public byte[] Seal(string shard, string key, ReadOnlySpan<byte> plain)
    {
        var result = new byte[Overhead + plain.Length];
        result[0] = Format;
        var ciphers = Now();
        BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(1), ciphers.Current);
        DrawNonce(result.AsSpan(Header, Nonce));
        Span<byte> place = stackalloc byte[Place.Space(shard, key)];
        place = place[..Place.Write(place, result.AsSpan(0, Header), shard, key)];
        var (secret, idle) = ciphers.ById[ciphers.Current];
        var cipher = Lend(secret, idle);
        cipher.Encrypt(result.AsSpan(Header, Nonce), plain, result.AsSpan(Header + Nonce, plain.Length), result.AsSpan(result.Length - Tag), place);
        idle.Add(cipher);
        return result;
    }

    /// <summary>Null if the body was changed, belongs to another place, or its key is not in the ring.</summary>
    public byte[]? Open(string shard, string key, ReadOnlySpan<byte> sealedBody)
    {
        if (KeyNumber(sealedBody) is not { } number || Find(number) is not { } found)
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

    /// <summary>The id of the key of a body that looks sealed; null for what does not. Nothing is opened.</summary>
    public static string? KeyOf(ReadOnlySpan<byte> body) => KeyNumber(body)?.ToString("x8", CultureInfo.InvariantCulture);

    private static uint? KeyNumber(ReadOnlySpan<byte> body) =>
        body.Length >= Overhead && body[0] == Format ? BinaryPrimitives.ReadUInt32BigEndian(body[1..]) : null;

    private (Key Key, ConcurrentBag<AesGcm> Idle)? Find(uint number) =>
        Now().ById.TryGetValue(number, out var found) || (keys.Reread() && Now().ById.TryGetValue(number, out found)) ? found : null;

    private Ciphers Now()
    {
        var ring = keys.Now;
        var known = ready;
        return ReferenceEquals(known.Ring, ring) ? known : ready = Ciphers.Of(ring, known);
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

    /// <summary>AesGcm is not documented as thread-safe, and making one costs more than sealing a session with it: they are lent out.</summary>
    private sealed record Ciphers(KeyRing Ring, uint Current, FrozenDictionary<uint, (Key Key, ConcurrentBag<AesGcm> Idle)> ById)
    {
        public static Ciphers Of(KeyRing ring, Ciphers? before) => new(
            ring,
            Number(ring.Current(KeyPurpose.Seal)),
            ring.Of(KeyPurpose.Seal).ToFrozenDictionary(Number, key => (key, before is not null && before.ById.TryGetValue(Number(key), out var known) ? known.Idle : [])));
    }

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
