using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Hotline.Functions.Keys;

/// <summary>A pseudonym: 128 keyed bits as 22 characters of Base64Url (RFC 4648, section 5). Nobody without the key comes back to the number.</summary>
public readonly record struct CallerId
{
    public const int Shards = 32;

    private static readonly string[] ShardNames =
        [.. Enumerable.Range(0, Shards).Select(shard => shard.ToString("x2", CultureInfo.InvariantCulture))];

    private CallerId(string value, int shard)
    {
        Value = value;
        Shard = ShardNames[shard];
    }

    public string Value { get; }

    /// <summary>"00" to "1f": the first five bits.</summary>
    public string Shard { get; }

    /// <summary>The names of all shards a caller can lie in.</summary>
    public static IReadOnlyList<string> AllShards => ShardNames;

    public static CallerId Of(ReadOnlySpan<byte> bits) => new(Base64Url.EncodeToString(bits[..16]), bits[0] >> 3);

    /// <summary>Back from its stored form; null if the text is not one.</summary>
    public static CallerId? Parse(string value)
    {
        Span<byte> bits = stackalloc byte[16];
        var done = Base64Url.DecodeFromChars(value, bits, out _, out var written) == OperationStatus.Done && written == bits.Length;
        // Padding and stray last bits would give one caller several spellings.
        return done && Of(bits).Value == value ? Of(bits) : null;
    }

    public override string ToString() => Value ?? "";
}
