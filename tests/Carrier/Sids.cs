using System.Buffers.Binary;
using System.Security.Cryptography;
using Hotline.Functions.Webhooks;

namespace Hotline.Tests.Carriers;

/// <summary>The provider's names for things, the same for a seed: two letters and 32 hexadecimal digits, or a UUID.</summary>
internal sealed class Sids(ProviderKind kind, int seed)
{
    private int made;

    public string Next(string prefix)
    {
        Span<byte> from = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(from, seed);
        BinaryPrimitives.WriteInt32BigEndian(from[4..], Interlocked.Increment(ref made));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(from, hash);
        return kind == ProviderKind.Somleng ? new Guid(hash[..16], bigEndian: true).ToString() : prefix + Convert.ToHexStringLower(hash[..16]);
    }
}
