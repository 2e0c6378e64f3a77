using System.Buffers;

namespace Hotline.Flows.Engine;

/// <summary>128 random bits handed in for one turn, so that the engine itself draws nothing.</summary>
public readonly record struct Chance(UInt128 Bits)
{
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    private static readonly SearchValues<char> Known = SearchValues.Create(Letters);

    /// <summary>A short name from bits that the receipt does not use. An odd <paramref name="lane"/> for each purpose: an alert must not be called like the session it came from.</summary>
    public string ShortId(int length, ulong lane)
    {
        var bits = (ulong)(Bits >> 64) * lane;
        bits ^= bits >> 29;
        return string.Create(length, bits, static (span, seed) =>
        {
            foreach (ref var c in span)
            {
                c = Letters[(int)(seed % (ulong)Letters.Length)];
                seed /= (ulong)Letters.Length;
            }
        });
    }

    /// <summary>Whether it could be such a name.</summary>
    public static bool IsShortId(string text, int length) => text.Length == length && !text.AsSpan().ContainsAnyExcept(Known);
}
